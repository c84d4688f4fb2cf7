using CommunityCare.Asking;
using CommunityCare.Editing;
using CommunityCare.Proposals;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin;

/// <summary>Needs attention: what an editor sees first.</summary>
public class IndexModel(Attention attention, Inbox inbox, BrokenSources sources) : PageModel
{
    /// <summary>How many suggestions and reports of readers nobody has answered.</summary>
    public int Proposals { get; private set; }

    public AttentionList Waiting { get; private set; } = null!;

    /// <summary>How many organizations name a broken page, and the first of them.</summary>
    public (int Count, IReadOnlyList<BrokenEntry> First) Broken { get; private set; }

    /// <summary>When a page that entries name was last asked whether it is still there; null if none ever was.</summary>
    public DateTime? LastAsked { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Proposals, Waiting) = (await inbox.WaitingAsync(stop), await attention.ReadAsync(stop));
        (Broken, LastAsked) = (await sources.ListAsync(stop), await sources.LastAskedAsync(stop));
    }
}
