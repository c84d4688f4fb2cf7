using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Gives an entry another address. The old one leads to it for good.</summary>
public class RenameModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActModel(editor, history, text)
{
    [BindProperty]
    public string? Slug { get; set; }

    protected override Act Act => Act.Renamed;

    protected override void Fill(Organization entry) => Slug = entry.Slug;

    protected override async Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        var slug = (Slug ?? "").Trim().ToLowerInvariant();
        if (!Catalog.Entry.IsSlug(slug))
        {
            Refuse(nameof(Slug), T["Rename_NotSlug", Catalog.Entry.SlugLength]);
        }
        else if (await write.HolderOfAsync(slug, entry.Id, stop) is { } holder)
        {
            Refuse(nameof(Slug), T["Rename_Taken", holder]);
        }
        else
        {
            entry.Slug = slug;
        }
    }
}
