using System.Linq.Expressions;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What waits for an editor.</summary>
public sealed class Attention(CareDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>So many of each kind are shown; the rest is behind a link.</summary>
    public const int Shown = 10;

    private static readonly List<string> NoSources = [];
    private static readonly List<Translation> NoTranslations = [];

    /// <summary>Nothing of it is in another language than English.</summary>
    public static readonly Expression<Func<Organization, bool>> HasNoTranslation = o => o.Translations == NoTranslations;

    public static readonly Expression<Func<Organization, bool>> HasNoSource = o => o.Sources == NoSources;

    public static readonly Expression<Func<Organization, bool>> HasNoNextStep = o => !EF.Property<bool>(o, Columns.Reachable);

    /// <summary>Neither a person nor a dated page has vouched for it lately. What is closed is not asked again.</summary>
    public static Expression<Func<Organization, bool>> IsOverdue(DateOnly today, VerifyAfter after)
    {
        var (crisis, others) = (today.AddDays(-after.CrisisDays), today.AddDays(-after.Days));
        return o => o.Publication == Publication.Published && (o.Status == OrganizationStatus.Active || o.Status == OrganizationStatus.Unknown)
            && (EF.Property<DateOnly?>(o, Columns.FreshOn) == null || EF.Property<DateOnly?>(o, Columns.FreshOn) < (o.Services.Any(s => s.Crisis != null) ? crisis : others));
    }

    /// <summary>How many entries wait for somebody to choose or to verify, for the navigation.</summary>
    public async Task<int> CountAsync(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.IncomingChanges.Select(c => c.EntryId).Distinct().CountAsync(stop)
            + await db.Organizations.CountAsync(IsOverdue(today, await settings.VerifyAfterAsync(stop)), stop)
            + await db.Organizations.NoticesOverdue(today).CountAsync(stop);
    }

    public async Task<AttentionList> ReadAsync(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var after = await settings.VerifyAfterAsync(stop);
        var open = db.Organizations.AsNoTracking().Where(o => o.Publication == Publication.Published && (o.Status == OrganizationStatus.Active || o.Status == OrganizationStatus.Unknown));
        return new()
        {
            After = after,
            Files = await OfAsync(db.Organizations.AsNoTracking().Where(o => db.IncomingChanges.Any(c => c.EntryId == o.Id)), today, stop),
            Overdue = await OfAsync(db.Organizations.AsNoTracking().Where(IsOverdue(today, after)), today, stop),
            Notices = await OfAsync(db.Organizations.AsNoTracking().NoticesOverdue(today), today, stop),
            Drafts = await OfAsync(db.Organizations.AsNoTracking().Where(o => o.Publication == Publication.Draft), today, stop),
            NoNextStep = await OfAsync(open.Where(HasNoNextStep), today, stop),
            NoSources = await OfAsync(open.Where(HasNoSource), today, stop),
        };
    }

    // Crisis lines first, then what has waited longest; what nobody has ever vouched for has waited longest of all.
    private static async Task<Waiting> OfAsync(IQueryable<Organization> entries, DateOnly today, CancellationToken stop)
    {
        var rows = await entries
            .Select(o => new { o.Id, o.Name, IsCrisis = o.Services.Any(s => s.Crisis != null), FreshOn = EF.Property<DateOnly?>(o, Columns.FreshOn), SortName = EF.Property<string>(o, Columns.SortName) })
            .OrderByDescending(o => o.IsCrisis).ThenBy(o => o.FreshOn).ThenBy(o => o.SortName).Take(Shown).ToListAsync(stop);
        return new(
            await entries.CountAsync(stop),
            [.. rows.Select(o => new WaitingEntry(o.Id, o.Name, o.IsCrisis, o.FreshOn is { } day ? today.DayNumber - day.DayNumber : null))]);
    }
}

/// <summary>What waits, by what has to be done.</summary>
public sealed record AttentionList
{
    /// <summary>When entries are due.</summary>
    public required VerifyAfter After { get; init; }

    /// <summary>The curated files and an editor changed the same field.</summary>
    public required Waiting Files { get; init; }

    public required Waiting Overdue { get; init; }

    /// <summary>Their end date has passed.</summary>
    public required Waiting Notices { get; init; }

    public required Waiting Drafts { get; init; }

    public required Waiting NoNextStep { get; init; }

    public required Waiting NoSources { get; init; }
}

/// <param name="Count">All of them.</param>
/// <param name="First">The most pressing.</param>
public sealed record Waiting(int Count, IReadOnlyList<WaitingEntry> First);

/// <param name="Days">Since its facts were vouched for; null if they never were.</param>
public sealed record WaitingEntry(Guid Id, string Name, bool IsCrisis, int? Days);

internal static class VerifyAfterNow
{
    public static Task<VerifyAfter> VerifyAfterAsync(this SettingsInForce settings, CancellationToken stop) => settings.ReadAsync<VerifyAfter>("VerifyAfter", stop);
}
