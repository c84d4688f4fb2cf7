using System.Globalization;
using System.Text;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Which entries an editor wants to see. It stands in the address.</summary>
public sealed record EntryQuery
{
    public const int WordsLength = 200;

    public string? Q { get; init; }

    public Publication? Publication { get; init; }

    public OrganizationStatus? Status { get; init; }

    public Missing? Lacks { get; init; }

    /// <summary>A kind of care, by its slug.</summary>
    public string? Kind { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The revisions that the last act on many made: the first.</summary>
    public long? From { get; init; }

    /// <summary>The revisions that the last act on many made: the last.</summary>
    public long? To { get; init; }

    /// <summary>How many the last undo put back.</summary>
    public int? Undone { get; init; }

    public EntryQuery With(BulkDone done) => this with { From = done.From, To = done.To, Undone = null };

    public EntryQuery On(int page) => this with { Page = page, From = null, To = null, Undone = null };

    public string ToQueryString()
    {
        var text = new StringBuilder();
        void Add(string name, object? value)
        {
            if (value is not null and not "")
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!));
            }
        }

        Add("Query.Q", Q);
        Add("Query.Publication", Publication);
        Add("Query.Status", Status);
        Add("Query.Lacks", Lacks);
        Add("Query.Kind", Kind);
        Add("Query.Page", Page > 1 ? Page : null);
        Add("Query.From", From);
        Add("Query.To", To);
        Add("Query.Undone", Undone);
        return text.ToString();
    }
}

/// <summary>What an entry can lack.</summary>
public enum Missing
{
    /// <summary>Nobody has verified it, or not lately.</summary>
    Verification,

    /// <summary>There is no way to reach it.</summary>
    NextStep,
    Sources,

    /// <summary>A page that it names is broken.</summary>
    WorkingSources,
    Spanish,
    Cost,
}

/// <param name="Total">All that fit.</param>
/// <param name="Pages">At least one.</param>
/// <param name="Entries">Those of the page that was asked for.</param>
public sealed record EntryPage(int Total, int Pages, IReadOnlyList<EntryRow> Entries);

/// <summary>One entry in a list for editors.</summary>
public sealed record EntryRow(
    Guid Id, string Slug, string Name, Publication Publication, OrganizationStatus Status, Verification? Verified, DateOnly? FreshOn, bool Reachable, DateOnly? Edited);

/// <summary>Finds entries for editors: by the words of the public search where the entry is public, and by its name wherever it stands.</summary>
public sealed class EntryList(CareDb db, Snapshots snapshots, SettingsInForce settings, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<EntryPage> FindAsync(EntryQuery query, CancellationToken stop)
    {
        var found = await OfAsync(query, stop);
        var total = await found.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var rows = await found.OrderBy(o => EF.Property<string>(o, Columns.SortName)).ThenBy(o => o.Slug)
            .Skip((Math.Clamp(query.Page, 1, pages) - 1) * PageSize).Take(PageSize)
            .Select(o => new EntryRow(
                o.Id, o.Slug, o.Name, o.Publication, o.Status, o.Verified, EF.Property<DateOnly?>(o, Columns.FreshOn), EF.Property<bool>(o, Columns.Reachable), o.Edited))
            .ToListAsync(stop);
        return new(total, pages, rows);
    }

    private async Task<IQueryable<Organization>> OfAsync(EntryQuery query, CancellationToken stop)
    {
        IQueryable<Organization> found = db.Organizations.AsNoTracking();
        if (query.Publication is { } publication)
        {
            found = found.Where(o => o.Publication == publication);
        }

        if (query.Status is { } status)
        {
            found = found.Where(o => o.Status == status);
        }

        if (query.Kind is { Length: > 0 } kind)
        {
            found = found.Where(o => o.Terms.Any(l => l.Term.Slug == kind && l.Term.Vocabulary.Slug == Vocabulary.Kind));
        }

        found = query.Lacks switch
        {
            Missing.Verification => found.Where(Attention.IsOverdue(Today, await settings.VerifyAfterAsync(stop))),
            Missing.NextStep => found.Where(Attention.HasNoNextStep),
            Missing.Sources => found.Where(Attention.HasNoSource),
            Missing.WorkingSources => found.Where(o => db.NamedPages.Where(p => p.IsBroken).Select(p => p.EntryId).Contains(o.Id)),
            Missing.Spanish => found.Where(Attention.HasNoTranslation),
            Missing.Cost => found.Where(o => !o.Terms.Any(l => l.Term.Vocabulary.Slug == Vocabulary.Cost)),
            _ => found,
        };
        return string.IsNullOrWhiteSpace(query.Q) ? found : await WithWordsAsync(found, query.Q.Trim(), stop);
    }

    private async Task<IQueryable<Organization>> WithWordsAsync(IQueryable<Organization> among, string words, CancellationToken stop)
    {
        words = words[..Math.Min(words.Length, EntryQuery.WordsLength)];
        var lexicon = (await snapshots.NewestAsync(db, stop)).Lexicon;
        var concepts = Concepts.Of(words, lexicon);
        List<long> keys = concepts.Count == 0 ? [] : [.. (await new TextIndex(db).FindAsync(Match.Expression(concepts, Tier.Texts), stop)).Keys];
        var name = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return among.Where(o => keys.Contains(EF.Property<long>(o, Columns.Key)) || EF.Functions.Like(o.Name, name, "\\") || EF.Functions.Like(o.Slug, name, "\\"));
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
