using CommunityCare.Backups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Backups;

public class IndexModel(BackupFolder backups, BackupSettingsNow now) : PageModel
{
    private const int Shown = 30;

    public BackupSettings Settings { get; private set; } = new();

    /// <summary>With whether they still look as they did when they were checked.</summary>
    public IReadOnlyList<(Backup Backup, bool CanBeUsed)> Newest { get; private set; } = [];

    public Backup? JustMade { get; private set; }

    public DateTimeOffset? FailedAt => backups.FailedAt;

    /// <param name="made">The name of one that was made just now; what is none is not shown.</param>
    /// <param name="stop">Ends it.</param>
    public async Task OnGetAsync(string? made, CancellationToken stop)
    {
        Settings = await now(stop);
        Newest = [.. backups.All().Take(Shown).Select(b => (b, backups.CanBeUsed(b)))];
        JustMade = Newest.Select(n => n.Backup).FirstOrDefault(b => b.Name == made);
    }

    // A failure is remembered, and told by the page that comes next.
    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        RedirectToPage(new { made = (await backups.TryMakeAsync(BackupKind.ByHand, stop))?.Name });
}
