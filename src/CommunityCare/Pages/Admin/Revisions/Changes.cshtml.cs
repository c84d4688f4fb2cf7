using System.Globalization;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Revisions;

/// <summary>What was changed lately, in all entries.</summary>
public class ChangesModel(History history) : PageModel
{
    /// <summary>The folders of entries, as revisions name them.</summary>
    public static readonly string[] Kinds = ["organizations", "care-types", "vocabulary", "synonyms"];

    public ChangeFilter Filter { get; private set; } = new();

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>The number before which the next page begins; null on the last one.</summary>
    public long? Older { get; private set; }

    // What makes no sense is taken as not said.
    public async Task OnGetAsync(string? who, string? kind, string? before, CancellationToken stop)
    {
        Filter = new(
            string.IsNullOrWhiteSpace(who) ? null : who.Trim()[..Math.Min(who.Trim().Length, Revision.WhoLength)],
            Array.Find(Kinds, k => k == kind),
            Before: long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
        var found = await history.ChangesAsync(Filter, stop);
        Changes = [.. found.Take(History.PageSize)];
        Older = found.Count > History.PageSize ? Changes[^1].Number : null;
    }
}
