using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Keeps a promise to a group that asked to go.</summary>
public class DoNotListModel(CatalogEditor editor, History history, IStringLocalizer<Text> text, DoNotListing listing) : ActModel(editor, history, text)
{
    protected override Act Act => Act.Archived;

    public override bool NeedsWhy => true;

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop) => Task.CompletedTask;

    protected override Task SaveAsync(CatalogWrite write, Organization entry, long basedOn, CancellationToken stop) =>
        listing.MarkAsync(write, entry, User.Who(), Why!, basedOn, stop);
}
