using CommunityCare.Accounts;
using CommunityCare.Asking;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Everything that an entry says, in one form. It works without script: each button sends the whole form.</summary>
[RequestFormLimits(ValueCountLimit = EntryFormPage.FieldLimit)]
public class EditModel(OrganizationDesk desk, AnswerBook answers) : PageModel
{
    internal EntryForm<Organization> Form { get; private set; } = null!;

    /// <summary>As it stands in the catalogue.</summary>
    public Organization Entry { get; private set; } = null!;

    /// <summary>The revision that the form was made from.</summary>
    [BindProperty]
    public long BasedOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>As it would be shown to readers; null if that was not asked for.</summary>
    public Organization? Preview { get; private set; }

    /// <summary>What another saved meanwhile; null if nobody did.</summary>
    public Choosing? Clash { get; private set; }

    /// <summary>Who saved it meanwhile.</summary>
    public string? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        (Entry, BasedOn) = (entry, entry.Revision);
        Form = await desk.FormAsync(null, stop);
        Form.Fill(entry);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Form = await desk.FormAsync(await desk.TextAsync(entry, BasedOn, stop), stop);
        Form.Take(Request.Form);
        if (Form.Do(act ?? ""))
        {
            return Page();
        }

        var written = Form.Read(entry.Slug);
        EntryFormPage.CheckWhy(Form, Why);
        if (act == "preview")
        {
            Preview = written is null ? null : EntryFormPage.Shown(written);
        }
        else if (written is not null && Form.Problems.Count == 0)
        {
            try
            {
                return await SaveAsync(written, stop);
            }
            catch (DoNotListException e)
            {
                EntryFormPage.Refuse(Form, e);
            }
        }

        return Page();
    }

    /// <summary>An editor looked at a page that seemed broken.</summary>
    public async Task<IActionResult> OnPostWorksAsync(Guid id, string? address, CancellationToken stop)
    {
        await answers.WorksAsync(address ?? "", stop);
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> SaveAsync(Organization written, CancellationToken stop)
    {
        var text = Form.Text;
        var saved = await desk.SaveAsync(written, BasedOn, User.Who(), Why, stop: stop);
        if (saved.Result == SaveResult.Changed)
        {
            (Clash, Other) = (await desk.ClashAsync(text, saved.Before!, BasedOn, stop), await desk.WhoAsync(saved.Before!.Revision, stop));
            return Page();
        }

        return saved.Result == SaveResult.Gone ? NotFound() : RedirectToPage(new { id = written.Id, saved = saved.Result });
    }
}
