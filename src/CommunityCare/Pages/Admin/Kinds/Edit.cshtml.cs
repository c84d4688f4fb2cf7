using CommunityCare.Accounts;
using CommunityCare.Asking;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityCare.Pages.Admin.Kinds;

[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class EditModel(WordsDesk desk, AnswerBook answers) : WordsModel<CareType>(desk)
{
    private readonly WordsDesk _desk = desk;

    /// <summary>An editor looked at a page that seemed broken.</summary>
    public async Task<IActionResult> OnPostWorksAsync(Guid id, string? address, CancellationToken stop)
    {
        await answers.WorksAsync(address ?? "", stop);
        return RedirectToPage(new { id });
    }

    protected override Task<CareType?> FindAsync(Guid id, CancellationToken stop) => _desk.KindAsync(id, stop);

    protected override Task<WordsSaved> SaveAsync(CareType written, CancellationToken stop) => _desk.SaveAsync(written, BasedOn, User.Who(), Why, stop);

    private protected override EntryForm<CareType> FormOf(CareType entry) => WordsDesk.FormOf(entry);
}
