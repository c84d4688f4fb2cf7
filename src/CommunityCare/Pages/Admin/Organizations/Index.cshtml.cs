using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Every entry, whatever its publication, and what can be done to many at once.</summary>
public class IndexModel(EntryList list, BulkEditor bulk, OrganizationSearch search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public EntryQuery Query { get; set; } = new();

    public EntryPage Found { get; private set; } = null!;

    public Offer Offer { get; private set; } = null!;

    /// <summary>What was to be done to many, and to which, where something was wrong with it.</summary>
    public BulkEdit Edit { get; private set; } = new();

    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    /// <summary>What was wrong with what was to be done to many.</summary>
    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(Guid[] chosen, BulkEdit edit, CancellationToken stop)
    {
        if (chosen.Length is 0 or > BulkEditor.Limit || await bulk.RunAsync([.. chosen.Distinct()], edit, User.Who(), stop) is not { } done)
        {
            Problem = chosen.Length == 0 ? "Bulk_NoneChosen" : chosen.Length > BulkEditor.Limit ? "Bulk_TooMany" : "Bulk_Incomplete";
            (Edit, Chosen) = (edit, chosen.ToHashSet());
            await ShowAsync(stop);
            return Page();
        }

        return Redirect(Url.Page("/Admin/Organizations/Index") + Query.With(done).ToQueryString());
    }

    public async Task<IActionResult> OnPostUndoAsync(long from, long to, CancellationToken stop)
    {
        var undone = await bulk.UndoAsync(from, to, User.Who(), stop);
        return Redirect(Url.Page("/Admin/Organizations/Index") + (Query with { From = null, To = null, Undone = undone }).ToQueryString());
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Offer = await search.OfferAsync(stop);
        Found = await list.FindAsync(Query, stop);
    }
}
