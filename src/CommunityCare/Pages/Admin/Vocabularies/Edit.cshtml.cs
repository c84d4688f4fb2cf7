using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Vocabularies;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class EditModel(WordsDesk desk) : WordsModel<Vocabulary>(desk)
{
    private readonly WordsDesk _desk = desk;

    protected override Task<Vocabulary?> FindAsync(Guid id, CancellationToken stop) => _desk.VocabularyAsync(id, stop);

    protected override Task<WordsSaved> SaveAsync(Vocabulary written, CancellationToken stop) => _desk.SaveAsync(written, BasedOn, User.Who(), Why, stop);

    private protected override EntryForm<Vocabulary> FormOf(Vocabulary entry) => WordsDesk.FormOf(entry);
}
