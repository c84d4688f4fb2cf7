using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Vocabularies;

public class StateModel(WordsDesk desk, CatalogEditor editor, History history, IStringLocalizer<Text> text) : WordsAct<Vocabulary>(desk, editor, history, text)
{
    private readonly WordsDesk _desk = desk;

    public override string Folder => "vocabulary";

    protected override Task<Vocabulary?> FindAsync(Guid id, CancellationToken stop) => _desk.VocabularyAsync(id, stop);

    // That of the kinds of care follows from them.
    protected override Task<Vocabulary?> FindAsync(CatalogWrite write, Guid id, CancellationToken stop) =>
        id == Vocabulary.KindId ? Task.FromResult<Vocabulary?>(null) : write.FindVocabularyAsync(id, stop);

    protected override Task SaveAsync(CatalogWrite write, Vocabulary entry, long basedOn, CancellationToken stop) => write.SaveAsync(entry, Act, Why, basedOn, stop);
}
