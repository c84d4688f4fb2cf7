using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Proposals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>A new entry. It is a draft until somebody publishes it.</summary>
[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class NewModel(OrganizationDesk desk, Alike alike, Inbox inbox) : PageModel
{
    internal EntryForm<Organization> Form { get; private set; } = null!;

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Entries that may be the same organization; empty until somebody wants to save.</summary>
    public IReadOnlyList<Organization> LookAlikes { get; private set; } = [];

    public Organization? Preview { get; private set; }

    /// <summary>What a reader sent, that the form is filled in with at first.</summary>
    [BindProperty(SupportsGet = true, Name = "proposal")]
    public Guid? ProposalId { get; set; }

    /// <summary>As it was sent; null if there is none, or somebody has answered it.</summary>
    public Proposal? Proposal { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Form = await desk.FormAsync(null, stop);
        Proposal = await ProposalAsync(stop);
        if (Proposal is { } proposal)
        {
            ProposedGroup.Fill(Form, proposal);
            Why = proposal.HowTheyKnow();
        }
    }

    public async Task<IActionResult> OnPostAsync(string? act, bool another, CancellationToken stop)
    {
        Form = await desk.FormAsync(null, stop);
        Proposal = await ProposalAsync(stop);
        Form.Take(Request.Form);
        if (Form.Do(act ?? ""))
        {
            return Page();
        }

        var written = Form.Read("new");
        EntryFormPage.CheckWhy(Form, Why);
        if (act == "preview" || written is null || Form.Problems.Count > 0)
        {
            Preview = act == "preview" && written is not null ? EntryFormPage.Shown(written) : null;
            return Page();
        }

        LookAlikes = another ? [] : await alike.FindAsync(written, stop);
        try
        {
            return LookAlikes.Count > 0 ? Page() : await AddAsync(written, stop);
        }
        catch (DoNotListException e)
        {
            EntryFormPage.Refuse(Form, e);
            return Page();
        }
    }

    private async Task<IActionResult> AddAsync(Organization written, CancellationToken stop)
    {
        Proposal?.RecordSource(written);
        var added = await desk.AddAsync(written, User.Who(), Why, stop);
        if (Proposal is not null)
        {
            await inbox.CloseAsync(Proposal.Id, ProposalState.Accepted, User.Who(), Why, stop);
        }

        return RedirectToPage("/Admin/Organizations/Edit", new { id = added.Id, saved = SaveResult.Saved });
    }

    private async Task<Proposal?> ProposalAsync(CancellationToken stop) =>
        ProposalId is { } id && await inbox.FindAsync(id, stop) is { Proposal: { Kind: ProposalKind.NewOrganization, State: ProposalState.Waiting } found } ? found : null;
}
