using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

public class UnpublishModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActModel(editor, history, text)
{
    protected override Act Act => Act.Unpublished;

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        if (entry.Publication == Publication.Archived)
        {
            Refuse("", T["Unpublish_Archived"]);
        }

        entry.Publication = Publication.Draft;
        return Task.CompletedTask;
    }
}
