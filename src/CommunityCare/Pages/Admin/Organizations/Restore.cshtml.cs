using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Brings an archived entry back as a draft: whoever publishes it has looked at it.</summary>
public class RestoreModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActModel(editor, history, text)
{
    protected override Act Act => Act.Restored;

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        if (entry.Publication == Publication.Archived)
        {
            (entry.Publication, entry.ReplacedBy) = (Publication.Draft, null);
        }

        return Task.CompletedTask;
    }
}
