using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Proposals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>
/// Choose field by field: what another editor saved meanwhile, what the curated files say, what a reader sent, what an entry
/// that is the same says.
/// </summary>
[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class ChooseModel(OrganizationDesk desk, Versions versions, Inbox inbox) : PageModel
{
    public Organization Entry { get; private set; } = null!;

    public Choosing Choosing { get; private set; } = null!;

    /// <summary>Who says what stands on the other side.</summary>
    public Chooser Chooser { get; private set; } = null!;

    /// <summary>What a reader sent; null if the other version is somebody else's.</summary>
    public Proposal? Proposal { get; private set; }

    internal EntryForm<Organization> Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Of the proposal, or of the other entry.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Other { get; set; }

    /// <summary>A short way to say that a reader's proposal is meant.</summary>
    [BindProperty(SupportsGet = true, Name = "proposal")]
    public Guid? ProposalId
    {
        get => Proposal?.Id;
        set => (From, Other) = value is null ? (From, Other) : (nameof(Origin.Proposal), value);
    }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } entry || !await FindProposalAsync(id, stop)
            || await versions.FindAsync(entry, From, Other, Proposal?.Fields.Where(f => f.IsValue).Select(f => (f.Path, f.Value)) ?? [], stop) is not { } found)
        {
            return NotFound();
        }

        (Entry, Chooser, Choosing) = (entry, found.Chooser, found.Choosing);
        Why = Proposal?.HowTheyKnow();
        Form = await desk.FormAsync(Choosing.Start, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? choosing, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } entry || !await FindProposalAsync(id, stop)
            || await versions.ChooserAsync(entry, From, Other, stop) is not { } chooser)
        {
            return NotFound();
        }

        (Entry, Chooser) = (entry, chooser);
        if (Choosing.FromJson(choosing) is not { } sent)
        {
            return BadRequest();
        }

        Choosing = sent;
        Form = await desk.FormAsync(null, stop);
        if (Written() is not { } written)
        {
            return Page();
        }

        Proposal?.RecordSource(written);
        try
        {
            return await SaveAsync(written, sent.BasedOn, stop);
        }
        catch (DoNotListException e)
        {
            EntryFormPage.Refuse(Form, e);
            return Page();
        }
    }

    private async Task<IActionResult> SaveAsync(Organization written, long basedOn, CancellationToken stop)
    {
        var text = Form.Text;
        var saved = await desk.SaveAsync(
            written, basedOn, User.Who(), Why, (write, chosen) => versions.SaveAsync(write, chosen, Chooser, basedOn, Why, stop), stop);
        if (saved.Result == SaveResult.Changed)
        {
            Choosing = await desk.ClashAsync(text, saved.Before!, basedOn, stop);
            return Page();
        }

        if (saved.Result == SaveResult.Gone)
        {
            return NotFound();
        }

        if (Proposal is not null)
        {
            await inbox.CloseAsync(Proposal.Id, ProposalState.Accepted, User.Who(), Why, stop);
        }

        return RedirectToPage("/Admin/Organizations/Edit", new { id = written.Id, saved = SaveResult.Saved });
    }

    // Of this entry, and not answered yet.
    private async Task<bool> FindProposalAsync(Guid id, CancellationToken stop)
    {
        if (!string.Equals(From, nameof(Origin.Proposal), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Proposal = Other is { } other && await inbox.FindAsync(other, stop) is { Proposal: { State: ProposalState.Waiting } found } && found.EntryId == id ? found : null;
        return Proposal is not null;
    }

    private Organization? Written()
    {
        var lost = new List<string>();
        Organization? written = null;
        try
        {
            Form.Fill(Choosing.Apply(
                i => (Enum.TryParse<Side>(Request.Form[$"side.{i}"], out var side) ? side : Side.Mine, Request.Form[$"words.{i}"]), lost));
            written = Form.Read(Entry.Slug);
        }
        catch (FrontMatterException e)
        {
            Form.Problems.Add(("", e.Fault));
        }

        Form.Problems.AddRange(lost.Select(path => (path, new Fault(FaultKind.PlaceGone, "what it belongs to is not there any more; choose what stands"))));
        if (written is not null && written.Id != Entry.Id)
        {
            Form.Problems.Add(("", new(FaultKind.AnotherEntry, "this is another entry")));
        }

        EntryFormPage.CheckWhy(Form, Why);
        return Form.Problems.Count == 0 ? written : null;
    }
}
