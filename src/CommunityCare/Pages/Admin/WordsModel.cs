using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin;

/// <summary>The form for a kind of care or a vocabulary.</summary>
public abstract class WordsModel<T>(WordsDesk desk) : PageModel
    where T : Entry, new()
{
    internal EntryForm<T> Form { get; private set; } = null!;

    public T Entry { get; private set; } = null!;

    [BindProperty]
    public long BasedOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>As readers would see it; null if that was not asked for, or something is wrong.</summary>
    public T? Preview { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>What another saved meanwhile of fields that were written here too.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    /// <summary>Whether another saved it meanwhile.</summary>
    public bool IsJoined { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        (Entry, BasedOn, Form) = (entry, entry.Revision, FormOf(entry));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken stop)
    {
        Saved = false;
        if (await FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        (Entry, Form) = (entry, FormOf(entry));
        Form.Take(Request.Form);
        if (await desk.KeepsAsync(Form, act, stop) || Form.Do(act ?? ""))
        {
            return Page();
        }

        var written = EntryFormPage.Read(Form, entry.Slug, Why);
        if (act == "preview" || written is null)
        {
            Preview = written;
            return Page();
        }

        var text = Form.Text;
        var saved = await SaveAsync(written, stop);
        if (!saved.IsOld && saved.InUse.Count == 0)
        {
            return RedirectToPage(new { id, saved = true });
        }

        Entry = (await FindAsync(id, stop))!;
        if (saved.IsOld)
        {
            // Somebody else was first: the form now says what both wrote, and saving it again saves both.
            (text, Clashes) = await desk.JoinAsync(text, FormOf(Entry).Text, BasedOn, stop);
            Form.Fill(text);
            (IsJoined, BasedOn) = (true, Entry.Revision);
            ModelState.Clear();
        }

        Form.PutBack(saved.InUse, FormOf(Entry));
        return Page();
    }

    protected abstract Task<T?> FindAsync(Guid id, CancellationToken stop);

    protected abstract Task<WordsSaved> SaveAsync(T written, CancellationToken stop);

    private protected abstract EntryForm<T> FormOf(T entry);
}
