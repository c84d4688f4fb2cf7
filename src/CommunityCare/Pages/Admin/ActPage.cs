using System.Globalization;
using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin;

/// <summary>
/// A change of state with a name: a page that says what will happen, and a form. It is guarded by the revision that the
/// page was made from; if somebody saved the entry meanwhile, the page shows what changed and is sent once more.
/// </summary>
public abstract class ActPage(IStringLocalizer<Text> text) : PageModel
{
    private readonly List<Wrong> _wrongs = [];

    /// <summary>The entry that it is about, as it stands.</summary>
    public abstract Entry Subject { get; }

    /// <summary>The entry's kind in the history, as in <c>organizations</c>.</summary>
    public abstract string Folder { get; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? BasedOn { get; set; }

    /// <summary>What somebody else changed since the page was made; null if nobody did.</summary>
    public IReadOnlyList<Difference>? Meanwhile { get; protected set; }

    public IReadOnlyList<Wrong> Wrongs => _wrongs;

    public virtual bool NeedsWhy => false;

    protected IStringLocalizer<Text> T => text;

    /// <summary>What is wrong with one field; null if nothing is.</summary>
    public string? WrongOf(string field) => _wrongs.Find(w => w.Field == field)?.What;

    /// <param name="field">The id of the control that it is about; empty for all of it.</param>
    /// <param name="what">What to do.</param>
    protected void Refuse(string field, string what) => _wrongs.Add(new(field, what));
}

/// <inheritdoc />
public abstract class ActPage<TEntry>(CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActPage(text)
    where TEntry : Entry, new()
{
    public TEntry Entry { get; private set; } = new();

    public override Entry Subject => Entry;

    protected abstract Act Act { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Fill(entry);
        await ShowAsync(entry, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        Why = WhyText.Of(Why);
        WhyText.Check(Why, NeedsWhy, T, Refuse);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        try
        {
            if (!await editor.WriteAsync(User.Who(), write => WriteAsync(write, id, stop), stop))
            {
                return NotFound();
            }

            if (Wrongs.Count == 0)
            {
                return RedirectToPage("/Admin/Revisions/Of", new { kind = Folder, id, done = true });
            }
        }
        catch (EntryChangedException e)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            Meanwhile = await history.SinceAsync(id, e.BasedOn, stop);
        }
        catch (DoNotListException)
        {
            Refuse("", T["Act_DoNotListed"]);
        }

        Entry = (await FindAsync(id, stop))!;
        await ShowAsync(Entry, stop);
        return Page();
    }

    protected abstract Task<TEntry?> FindAsync(Guid id, CancellationToken stop);

    /// <summary>A copy, read inside the transaction.</summary>
    protected abstract Task<TEntry?> FindAsync(CatalogWrite write, Guid id, CancellationToken stop);

    /// <summary>Puts what the entry says into the fields of the form.</summary>
    protected virtual void Fill(TEntry entry)
    {
    }

    /// <summary>Reads what the page tells beside the form.</summary>
    protected virtual Task ShowAsync(TEntry entry, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Makes the change in a copy, or refuses it. A change that was made already changes nothing and is no mistake.</summary>
    protected abstract Task ChangeAsync(CatalogWrite write, TEntry entry, CancellationToken stop);

    protected abstract Task SaveAsync(CatalogWrite write, TEntry entry, long basedOn, CancellationToken stop);

    private async Task<bool> WriteAsync(CatalogWrite write, Guid id, CancellationToken stop)
    {
        if (await FindAsync(write, id, stop) is not { } entry)
        {
            return false;
        }

        await ChangeAsync(write, entry, stop);
        if (Wrongs.Count == 0)
        {
            // A number that cannot be read is none that the page was made from.
            await SaveAsync(write, entry, long.TryParse(BasedOn, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, stop);
        }

        return true;
    }
}
