using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityCare.Backups;

/// <summary>Why a backup was made.</summary>
public enum BackupKind
{
    Nightly,

    /// <summary>Somebody asked for it on the site.</summary>
    ByHand,

    /// <summary>What was there before another one was put in its place. These are never removed by the program.</summary>
    BeforeRestore,
}

/// <summary>A backup in the data folder. Only what was checked gets such a name.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Made">When; the name says it.</param>
/// <param name="Kind">Why.</param>
/// <param name="Size">In bytes.</param>
public sealed partial record Backup(string Name, DateTimeOffset Made, BackupKind Kind, long Size)
{
    private const string TimeFormat = "yyyy-MM-dd-HHmmss";

    private static readonly Dictionary<string, BackupKind> Kinds = new(StringComparer.Ordinal)
    {
        ["nightly"] = BackupKind.Nightly,
        ["by-hand"] = BackupKind.ByHand,
        ["before-restore"] = BackupKind.BeforeRestore,
    };

    /// <summary>As in <c>2026-11-22-030000-nightly.db</c>, by universal time.</summary>
    internal static string NameOf(DateTimeOffset made, BackupKind kind) =>
        $"{made.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{Kinds.First(k => k.Value == kind).Key}.db";

    /// <returns>Null if it has another name than ours.</returns>
    internal static Backup? Of(FileInfo file) =>
        Parts().Match(file.Name) is { Success: true } parts
        && DateTime.TryParseExact(parts.Groups[1].Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made)
        && Kinds.TryGetValue(parts.Groups[2].Value, out var kind)
            ? new(file.Name, new(made), kind, file.Length)
            : null;

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d-\d{6})-([a-z-]+)\.db$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
