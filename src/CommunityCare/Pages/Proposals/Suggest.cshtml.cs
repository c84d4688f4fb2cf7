using CommunityCare.Catalog;
using CommunityCare.Proposals;
using CommunityCare.Search;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Proposals;

public class SuggestModel(PublicCatalog catalog, LookAlikes lookAlikes, Reception reception, IStringLocalizer<Text> text) : ReaderFormModel(reception)
{
    public IReadOnlyList<CareType> Kinds { get; private set; } = [];

    /// <summary>Listed groups that may be the same one. The form is sent again to say that it is another.</summary>
    public IReadOnlyList<Organization> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Kinds = await catalog.KindsAsync(HttpContext.RequestAborted);
        return Empty();
    }

    // Without parameters: nothing is bound, and the form is read once.
    public async Task<IActionResult> OnPostAsync()
    {
        Kinds = await catalog.KindsAsync(HttpContext.RequestAborted);
        return await TakeAsync(WriteAsync, "/Thanks/Suggestion");
    }

    private async Task<Proposal?> WriteAsync()
    {
        var proposal = new Proposal
        {
            Kind = ProposalKind.NewOrganization,
            Language = Language.Current.Code,
            Fields = [.. SuggestedGroup.Read(Form, Kinds, text)],
            Source = Form.Read("source", text["Form_Source"], Proposal.SourceLength, text),
            Contact = Form.Read("contact", text["Form_Contact"], Proposal.ContactLength, text) is { Length: > 0 } contact ? contact : null,
        };
        if (Form.Problems.Count == 0 && Form["another"].Length == 0)
        {
            Alike = await lookAlikes.OfAsync(Form["name"], Form["website"], HttpContext.RequestAborted);
        }

        return Alike.Count > 0 ? null : proposal;
    }
}
