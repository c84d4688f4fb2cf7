using System.Text;
using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Compares files with what our own writer writes, and puts them into that form.</summary>
internal static partial class CanonicalForm
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IEnumerable<Problem> Check(SeedFolder folder, SeedReading reading)
    {
        foreach (var (file, text) in Written(reading).SelectMany(Files))
        {
            if (text is null)
            {
                yield return new(file, 1, "translates nothing; remove the file or translate something in it");
            }
            else if (File.ReadAllBytes(Path.Combine(folder.Path, file)) is var bytes && !bytes.AsSpan().SequenceEqual(Utf8.GetBytes(text)))
            {
                yield return new(file, FirstDifference(Utf8.GetString(bytes), text), "is not in canonical form (`check --fix` rewrites it)");
            }
        }
    }

    /// <summary>Rewrites what could be read and is not in canonical form, and nothing else.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="reading">Of the same folder, with ids given to whatever had none.</param>
    /// <returns>What was done, one line for each file.</returns>
    public static List<string> Fix(SeedFolder folder, SeedReading reading)
    {
        var changes = new List<string>();
        foreach (var (file, text) in Written(reading).SelectMany(Files))
        {
            var path = Path.Combine(folder.Path, file);
            if (text is not null && File.ReadAllBytes(path) is var bytes && !bytes.AsSpan().SequenceEqual(Utf8.GetBytes(text)))
            {
                WholeFile.Write(path, text);
                var given = Ids(text).Except(Ids(Utf8.GetString(bytes)), StringComparer.OrdinalIgnoreCase).Count();
                changes.Add($"{file}: put into canonical form{(given == 0 ? "" : $", {given} {(given == 1 ? "id" : "ids")} given")}");
            }
        }

        return changes;
    }

    private static IEnumerable<(SeedFile File, EntryText Text)> Written(SeedReading reading)
    {
        var vocabularies = reading.Vocabularies.Select(read => Write(Formats.Vocabularies, read));
        var careTypes = reading.CareTypes.Select(read => Write(Formats.CareTypes, read));

        // The terms of an organization stand in the order of their vocabularies: a broken one would put them into another.
        var ordered = !reading.Unreadable.Exists(f => f.Folder != Formats.Organizations.Folder);
        var organizations = ordered ? reading.Organizations.Select(read => Write(Formats.Organizations, read)) : [];
        (SeedFile, EntryText)[] synonyms = reading.Synonyms is { IsWhole: true, List: { } list } read ? [(read.File, new(list.Text, []))] : [];
        return [.. vocabularies, .. careTypes, .. organizations, .. synonyms];
    }

    private static (SeedFile File, EntryText Text) Write<T>(EntryFormat<T> format, Read<T> read)
        where T : Entry, new() => (read.File, format.Write(read.Entry, withPrivate: false));

    private static IEnumerable<(string File, string? Text)> Files((SeedFile File, EntryText Text) written) =>
        written.File.Text.Others.Keys
            .Select(language => (CheckedFile.NameOf(written.File, language), written.Text.Others.GetValueOrDefault(language)))
            .Prepend((written.File.Name, written.Text.English));

    private static int FirstDifference(string found, string wanted) =>
        found.Split('\n').Zip(wanted.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;

    private static IEnumerable<string> Ids(string text) => Id().Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
