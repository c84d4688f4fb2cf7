using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Vocabularies;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class EditModel(WordsDesk desk) : WordsModel<Vocabulary>
{
    protected override WordsDesk Desk => desk;

    protected override Task<Vocabulary?> FindAsync(Guid id, CancellationToken stop) => desk.VocabularyAsync(id, stop);

    protected override Task<bool> SaveAsync(Vocabulary written, CancellationToken stop) => desk.SaveAsync(written, BasedOn, User.Who(), Why, stop);

    private protected override EntryForm<Vocabulary> FormOf(Vocabulary entry) => WordsDesk.FormOf(entry);
}
