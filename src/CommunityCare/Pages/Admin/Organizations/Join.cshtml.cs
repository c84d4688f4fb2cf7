using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Finds the other entry about the same organization, to be joined with this one.</summary>
public class JoinModel(OrganizationDesk desk, Alike alike, EntryList list) : PageModel
{
    public Organization Entry { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<(Guid Id, string Name, Publication Publication)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Others = string.IsNullOrWhiteSpace(Q)
            ? [.. (await alike.FindAsync(entry, stop)).Select(o => (o.Id, o.Name, o.Publication))]
            : [.. (await list.FindAsync(new() { Q = Q }, stop)).Entries.Where(o => o.Id != id).Select(o => (o.Id, o.Name, o.Publication))];
        return Page();
    }
}
