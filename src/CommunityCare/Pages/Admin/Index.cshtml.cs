using CommunityCare.Editing;
using CommunityCare.Proposals;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin;

/// <summary>Needs attention: what an editor sees first.</summary>
public class IndexModel(Attention attention, Inbox inbox) : PageModel
{
    /// <summary>How many suggestions and reports of readers nobody has answered.</summary>
    public int Proposals { get; private set; }

    public AttentionList Waiting { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => (Proposals, Waiting) = (await inbox.WaitingAsync(stop), await attention.ReadAsync(stop));
}
