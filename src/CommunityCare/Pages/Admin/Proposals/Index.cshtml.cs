using CommunityCare.Pages.Proposals;
using CommunityCare.Proposals;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Proposals;

public class IndexModel(Inbox inbox, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The rest is seen when these are answered.</summary>
    private const int Limit = 200;

    public IReadOnlyList<(Proposal Proposal, string? EntryName)> Waiting { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) =>
        (Waiting, Total) = (await inbox.ListAsync(Limit, stop), await inbox.WaitingAsync(stop));

    public string KindOf(Proposal proposal) => proposal.Kind == ProposalKind.Problem ? text["Proposal_Problem"] : text["Proposal_New"];

    public string PartOf(Proposal proposal) =>
        proposal.Kind == ProposalKind.Problem ? new Parts(text).LabelOf(proposal.Fields.FirstOrDefault()?.Path ?? Part.Other) : "";
}
