using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin;

/// <summary>The form for a new kind of care or vocabulary. It is a draft until somebody publishes it.</summary>
public abstract class NewWordsModel<T> : PageModel
    where T : Entry, new()
{
    internal EntryForm<T> Form { get; private set; } = null!;

    /// <summary>Given before it is saved, so that a form that is sent twice adds one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Made from the name if it is left out.</summary>
    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>As readers would see it; null if that was not asked for, or something is wrong.</summary>
    public T? Preview { get; private set; }

    /// <summary>The page of its form once it is there.</summary>
    protected abstract string EditPage { get; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        NewId = Guid.NewGuid();
        Form = await FormAsync(NewId, stop);
        if (Form.Shapes.Any(s => s.Name == "terms"))
        {
            Form.Add("terms");
        }
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken stop)
    {
        NewId = NewId == Guid.Empty ? Guid.NewGuid() : NewId;
        Form = await FormAsync(NewId, stop);
        Form.Take(Request.Form);
        if (Form.Do(act ?? ""))
        {
            return Page();
        }

        var written = EntryFormPage.Read(Form, "new", Why);
        if (act == "preview" || written is null)
        {
            Preview = written;
            return Page();
        }

        written.Slug = string.IsNullOrWhiteSpace(Slug) ? Slugs.Of(written.Name) : Slug.Trim().ToLowerInvariant();
        if (await AddAsync(written, User.Who(), stop) is { } wrong)
        {
            Form.Problems.Add((EntryFormPage.Slug, wrong));
            return Page();
        }

        return RedirectToPage(EditPage, new { id = written.Id, saved = true });
    }

    private protected abstract Task<EntryForm<T>> FormAsync(Guid id, CancellationToken stop);

    /// <returns>What is wrong with the slug; null if it was added.</returns>
    private protected abstract Task<Fault?> AddAsync(T written, string who, CancellationToken stop);
}
