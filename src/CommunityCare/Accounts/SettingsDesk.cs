using System.Globalization;
using CommunityCare.Editing;
using CommunityCare.Store;
using CommunityCare.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>Where admins see all settings, and choose some.</summary>
public sealed class SettingsDesk(CareDb db, CatalogEditor editor, AccountEditor accounts, SettingsInForce settings, Places places, PublicAddress address)
{
    private static readonly SiteSettings Defaults = new();

    private static readonly (string Name, Func<SiteSettings, string?> Value)[] Known =
    [
        ("PublicUrl", s => s.PublicUrl),
        ("ContactEmail", s => s.ContactEmail),
        ("VerifyAfter:CrisisDays", s => Text(s.VerifyAfter.CrisisDays)),
        ("VerifyAfter:Days", s => Text(s.VerifyAfter.Days)),
        ("Backups:Nightly", s => Text(s.Backups.Nightly)),
        ("Backups:At", s => Text(s.Backups.At)),
        ("Backups:Keep", s => Text(s.Backups.Keep)),
        ("Sources:Ask", s => Text(s.Sources.Ask)),
        ("Sources:Days", s => Text(s.Sources.Days)),
        ("Proxies", s => s.Proxies),
        ("PageCache", s => Text(s.PageCache)),
        ("DataFolder", s => s.DataFolder),
        ("SeedData", s => s.SeedData),
    ];

    public static IEnumerable<string> Names => Known.Select(k => k.Name);

    /// <summary>What holds if nobody says anything; empty for none.</summary>
    public static string DefaultOf(Choosable choice) => Known.First(k => k.Name == choice.Name).Value(Defaults) ?? "";

    public async Task<SettingsList> ReadAsync(CancellationToken stop)
    {
        var kept = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, stop);
        var now = SiteSettings.Of(await settings.ReadAsync(stop));
        return new(Seen(kept), [.. Known.Select(k => Row(k.Name, k.Value(now), kept.GetValueOrDefault(k.Name)))]);
    }

    /// <param name="wanted">Each with a value that fits, or null to go back to the default. What the machine names stays as it is.</param>
    /// <param name="seen">What the form was made from.</param>
    /// <param name="who">The name of an account.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    /// <returns>False if somebody chose something else since; then nothing was written.</returns>
    public Task<bool> ChooseAsync(IReadOnlyCollection<(Choosable Choice, string? Value)> wanted, string? seen, string who, CancellationToken stop) => editor.WriteAsync(who, async write =>
    {
        var kept = await db.Settings.AsTracking().ToDictionaryAsync(s => s.Name, stop);
        var changes = wanted.Where(w => !settings.IsFixed(w.Choice.Name) && kept.GetValueOrDefault(w.Choice.Name)?.Value != w.Value).ToList();
        if (changes.Count == 0)
        {
            return true;
        }

        if (seen != Seen(kept.ToDictionary(k => k.Key, k => k.Value.Value)))
        {
            return false;
        }

        foreach (var (choice, value) in changes)
        {
            var row = kept.GetValueOrDefault(choice.Name);
            if (value is null)
            {
                db.Remove(row!);
            }
            else if (row is null)
            {
                db.Add(new KeptSetting { Name = choice.Name, Value = value });
            }
            else
            {
                row.Value = value;
            }

            accounts.Record(who, AuditAct.SettingChosen, $"{choice.Name}: {value ?? DefaultOf(choice)}".TrimEnd(' ', ':'));
        }

        await write.RecordSettingsAsync(string.Join(", ", changes.Select(c => c.Choice.Name)), stop);
        return true;
    }, stop);

    private SettingRow Row(string name, string? value, string? kept)
    {
        var choice = Choosable.Find(name);
        var source = settings.IsFixed(name) ? SettingSource.Machine : choice is not null && kept is not null && choice.Fits(kept) ? SettingSource.Site : SettingSource.Default;
        return new(name, Shown(name, value), source, choice);
    }

    private string Shown(string name, string? value) => name switch
    {
        "PublicUrl" when string.IsNullOrEmpty(value) => address.Of(""),
        "DataFolder" => places.Data,
        "SeedData" => places.SeedData ?? "",
        _ => value ?? "",
    };

    private static string Seen(Dictionary<string, string> kept) =>
        string.Join(' ', kept.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key}={k.Value}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool isOn) => isOn ? "true" : "false";
}

/// <param name="Seen">Tells whether somebody chose something else since.</param>
/// <param name="Rows">Each setting there is.</param>
public sealed record SettingsList(string Seen, IReadOnlyList<SettingRow> Rows)
{
    public SettingRow this[string name] => Rows.First(r => r.Name == name);
}

/// <param name="Name">As in the configuration below <c>CommunityCare</c>.</param>
/// <param name="Value">That is in force; empty for none.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Choice">Null if it cannot be chosen on the site.</param>
public sealed record SettingRow(string Name, string Value, SettingSource Source, Choosable? Choice)
{
    /// <summary>As a machine's environment names it.</summary>
    public string Variable => $"{SiteSettings.Section}__{Name.Replace(":", "__", StringComparison.Ordinal)}";
}

public enum SettingSource
{
    Default,

    /// <summary>An admin, on the site.</summary>
    Site,

    /// <summary>The configuration of the machine.</summary>
    Machine,
}
