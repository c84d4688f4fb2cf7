using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Takes an entry out of the directory, for a reason, and leads its readers to another one if there is one.</summary>
public class ArchiveModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActModel(editor, history, text)
{
    /// <summary>The address of the other entry, or the last part of it.</summary>
    [BindProperty]
    public string? Replacement { get; set; }

    protected override Act Act => Act.Archived;

    public override bool NeedsWhy => true;

    protected override async Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        (entry.Publication, entry.ReplacedBy) = (Publication.Archived, null);
        if (string.IsNullOrWhiteSpace(Replacement))
        {
            return;
        }

        var slug = Replacement.Trim().Split('?', '#')[0].TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        if (await write.FindOrganizationAsync(slug, stop) is not { } other)
        {
            Refuse(nameof(Replacement), T["Archive_NotFound"]);
        }
        else if (other.Id == entry.Id)
        {
            Refuse(nameof(Replacement), T["Archive_Itself"]);
        }
        else if (!PublicView.IsPublic(other))
        {
            Refuse(nameof(Replacement), T["Archive_NotPublic", other.Name]);
        }
        else
        {
            entry.ReplacedBy = other.Id;
        }
    }
}
