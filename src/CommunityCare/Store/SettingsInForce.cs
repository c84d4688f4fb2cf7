using CommunityCare.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

/// <summary>
/// The settings in force: what the configuration of the machine names, else what admins chose on the site, else the defaults.
/// They are read anew each time, so that a choice counts at once and in every process.
/// </summary>
public sealed class SettingsInForce(CareDb db, IConfiguration configuration)
{
    private const string Section = "CommunityCare:";

    /// <summary>Whether the machine names it, so that nothing that is chosen on the site changes it.</summary>
    public bool IsFixed(string name) => configuration[Section + name] is not null;

    /// <summary>As a configuration, from which each folder reads what is its own.</summary>
    public async Task<IConfiguration> ReadAsync(CancellationToken stop = default)
    {
        var values = configuration.GetSection(Section.TrimEnd(':')).AsEnumerable()
            .Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value, StringComparer.OrdinalIgnoreCase);

        // What cannot be used, as after a backup of another version was restored, is as if nobody had chosen it.
        foreach (var kept in (await db.Settings.AsNoTracking().ToListAsync(stop)).Where(s => Choosable.Find(s.Name)?.Fits(s.Value) == true))
        {
            values.TryAdd(Section + kept.Name, kept.Value);
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    /// <param name="section">Below <c>CommunityCare</c>.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<T> ReadAsync<T>(string section, CancellationToken stop = default)
        where T : new() => (await ReadAsync(stop)).GetSection(Section + section).Get<T>() ?? new();
}
