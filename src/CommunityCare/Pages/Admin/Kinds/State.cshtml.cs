using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Kinds;

public class StateModel(WordsDesk desk, CatalogEditor editor, History history, IStringLocalizer<Text> text) : WordsAct<CareType>(desk, editor, history, text)
{
    private readonly WordsDesk _desk = desk;

    public override string Folder => "care-types";

    protected override Task<CareType?> FindAsync(Guid id, CancellationToken stop) => _desk.KindAsync(id, stop);

    protected override Task<CareType?> FindAsync(CatalogWrite write, Guid id, CancellationToken stop) => write.FindCareTypeAsync(id, stop);

    protected override Task SaveAsync(CatalogWrite write, CareType entry, long basedOn, CancellationToken stop) => write.SaveAsync(entry, Act, Why, basedOn, stop);
}
