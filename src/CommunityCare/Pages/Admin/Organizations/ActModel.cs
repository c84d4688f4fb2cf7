using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <inheritdoc />
public abstract class ActModel(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActPage<Organization>(editor, history, text)
{
    private readonly CatalogEditor _editor = editor;

    public override string Folder => "organizations";

    protected override Task<Organization?> FindAsync(Guid id, CancellationToken stop) => _editor.FindOrganizationAsync(id, stop);

    protected override Task<Organization?> FindAsync(CatalogWrite write, Guid id, CancellationToken stop) => write.FindOrganizationAsync(id, stop);

    protected override Task SaveAsync(CatalogWrite write, Organization entry, long basedOn, CancellationToken stop) =>
        write.SaveAsync(entry, Act, Why, basedOn, stop);
}
