using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

public class PublishModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActModel(editor, history, text)
{
    protected override Act Act => Act.Published;

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        if (entry.Publication == Publication.Archived)
        {
            Refuse("", T["Publish_RestoreFirst"]);
        }

        foreach (var lack in Publishable.Lacks(entry))
        {
            Refuse("", T[$"Publish_Lacks{lack}"]);
        }

        entry.Publication = Publication.Published;
        return Task.CompletedTask;
    }
}
