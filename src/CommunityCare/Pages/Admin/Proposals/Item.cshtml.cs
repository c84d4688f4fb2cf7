using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Pages.Proposals;
using CommunityCare.Proposals;
using CommunityCare.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Proposals;

public class ItemModel(Inbox inbox, IStringLocalizer<Text> text) : PageModel
{
    private readonly Parts _parts = new(text);

    public Proposal Proposal { get; private set; } = new();

    public Organization? Entry { get; private set; }

    /// <summary>As the editor wrote it.</summary>
    public string Why { get; private set; } = "";

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostDeclineAsync(Guid id, string? why, CancellationToken stop) => CloseAsync(id, ProposalState.Declined, why, stop);

    /// <summary>An editor who changed the entry by hand says so.</summary>
    public Task<IActionResult> OnPostDoneAsync(Guid id, string? why, CancellationToken stop) => CloseAsync(id, ProposalState.Accepted, why, stop);

    public string LabelOf(ProposedField field) => _parts.LabelOf(field.Path);

    /// <summary>What the entry says there now.</summary>
    public IHtmlContent? NowOf(ProposedField field) => Entry is null ? null : _parts.Of(Entry).FirstOrDefault(p => p.Path == field.Path)?.Shown;

    private async Task<IActionResult> CloseAsync(Guid id, ProposalState state, string? why, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
        {
            return NotFound();
        }

        Why = why?.Trim() ?? "";
        Problem = Why.Length > Proposal.WhyLength ? text["Form_TooLong", text["Proposal_Why"].Value, Proposal.WhyLength, Why.Length].Value
            : Why.Length == 0 && state == ProposalState.Declined ? text["Proposal_WhyMissing"].Value
            : null;
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // Whoever was quicker is named on its page.
        return await inbox.CloseAsync(id, state, User.Who(), Why.Length > 0 ? Why : null, stop) ? RedirectToPage("Index") : RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await inbox.FindAsync(id, stop) is not var (proposal, entry))
        {
            return false;
        }

        (Proposal, Entry) = (proposal, entry);
        return true;
    }
}
