using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Kinds;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class EditModel(WordsDesk desk) : WordsModel<CareType>
{
    protected override WordsDesk Desk => desk;

    protected override Task<CareType?> FindAsync(Guid id, CancellationToken stop) => desk.KindAsync(id, stop);

    protected override Task<bool> SaveAsync(CareType written, CancellationToken stop) => desk.SaveAsync(written, BasedOn, User.Who(), Why, stop);

    private protected override EntryForm<CareType> FormOf(CareType entry) => WordsDesk.FormOf(entry);
}
