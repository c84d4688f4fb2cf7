using CommunityCare.Catalog;
using CommunityCare.Proposals;
using CommunityCare.Search;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Proposals;

public class ReportModel(PublicCatalog catalog, Reception reception, IStringLocalizer<Text> text) : ReaderFormModel(reception)
{
    public Organization Entry { get; private set; } = new();

    public IReadOnlyList<Part> Choice { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        !await FindAsync() ? NotFound()
        : Entry.Slug == (string?)RouteData.Values["slug"] ? Empty(Entry.Revision)
        : RedirectToPagePermanent(null, new { slug = Entry.Slug });

    // Without parameters: nothing is bound, and the form is read once.
    public async Task<IActionResult> OnPostAsync() =>
        await FindAsync() ? await TakeAsync(() => Task.FromResult(Write()), "/Thanks/Report", Entry.Revision) : NotFound();

    // What was sent to an old address is about the same entry.
    private async Task<bool> FindAsync()
    {
        var (slug, stop) = (((string?)RouteData.Values["slug"] ?? "").ToLowerInvariant(), HttpContext.RequestAborted);
        var found = await catalog.OrganizationAsync(slug, stop);
        if (found is null && await catalog.NewSlugAsync<Organization>("organizations", slug, stop) is { } newSlug)
        {
            found = await catalog.OrganizationAsync(newSlug, stop);
        }

        (Entry, Choice) = found is null ? (Entry, Choice) : (found, new Parts(text).Of(found));
        return found is not null;
    }

    private Proposal? Write()
    {
        var part = Choice.FirstOrDefault(p => p.Path == Form["part"]);
        if (part is null)
        {
            Form.Wrong("part", text["Report_PartMissing"]);
        }

        var wrong = Form.Read("wrong", text["Report_Wrong"], Proposal.WrongLength, text);
        var right = Form.Read("right", text["Report_Right"], ProposedField.TextLength, text);
        if (part is { Means: null } && wrong.Length == 0 && right.Length == 0)
        {
            Form.Wrong("wrong", text["Report_NothingSaid"]);
        }

        var source = Form.Read("source", text["Form_Source"], Proposal.SourceLength, text);
        var contact = Form.Read("contact", text["Form_Contact"], Proposal.ContactLength, text);
        return part is null ? null : new()
        {
            Kind = ProposalKind.Problem,
            EntryId = Entry.Id,
            Language = Language.Current.Code,
            Fields = [.. part.Propose(right)],
            Message = part.Takes ? wrong : $"{wrong}\n\n{right}".Trim(),
            Source = source,
            Contact = contact.Length > 0 ? contact : null,
        };
    }
}
