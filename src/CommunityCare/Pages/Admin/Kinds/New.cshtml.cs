using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Kinds;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class NewModel(WordsDesk desk) : NewWordsModel<CareType>
{
    protected override string EditPage => "/Admin/Kinds/Edit";

    private protected override Task<Fault?> AddAsync(CareType written, string who, CancellationToken stop) => desk.AddAsync(written, who, Why, stop);

    private protected override async Task<EntryForm<CareType>> FormAsync(Guid id, CancellationToken stop) => WordsDesk.FormOf(await desk.NewKindAsync(id, stop));
}
