using CommunityCare.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Audit;

public class IndexModel(AuditTrail trail) : PageModel
{
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    /// <summary>Where the older ones begin; null if there are none.</summary>
    public long? Next { get; private set; }

    /// <param name="before">A number of a record. What is none shows the newest.</param>
    /// <param name="stop">Ends it.</param>
    public async Task OnGetAsync(long? before, CancellationToken stop) => (Records, Next) = await trail.ReadAsync(before, stop);
}
