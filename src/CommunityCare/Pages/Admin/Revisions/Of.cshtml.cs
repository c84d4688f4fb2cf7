using System.Globalization;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Revisions;

/// <summary>All that was done to one entry.</summary>
public class OfModel(History history) : PageModel
{
    public string Kind { get; private set; } = "";

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public long? Older { get; private set; }

    /// <summary>Whether one comes from a form that was just saved.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, string? before, string? done, CancellationToken stop)
    {
        long? older = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var found = await history.ChangesAsync(new(Kind: kind, Entry: id, Before: older), stop);
        if (found.Count == 0)
        {
            return NotFound();
        }

        (Kind, Id, Name, IsDone) = (kind, id, found[0].Name, done is not null);
        Changes = [.. found.Take(History.PageSize)];
        Older = found.Count > History.PageSize ? Changes[^1].Number : null;
        return Page();
    }
}
