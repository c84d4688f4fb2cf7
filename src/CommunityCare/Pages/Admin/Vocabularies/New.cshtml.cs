using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Vocabularies;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class NewModel(WordsDesk desk) : NewWordsModel<Vocabulary>
{
    protected override string EditPage => "/Admin/Vocabularies/Edit";

    private protected override Task<Fault?> AddAsync(Vocabulary written, string who, CancellationToken stop) => desk.AddAsync(written, who, Why, stop);

    private protected override async Task<EntryForm<Vocabulary>> FormAsync(Guid id, CancellationToken stop) => WordsDesk.FormOf(await desk.NewVocabularyAsync(id, stop));
}
