using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Crisis;

public class IndexModel(PublicCatalog catalog) : PageModel
{
    // A line that names many is for everybody.
    private const int FewCommunities = 3;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Line> WarmLines { get; private set; } = [];

    /// <summary>Communities with a line of their own, and the entry to go to: nobody should have to read all to find it.</summary>
    public IReadOnlyList<(LocalText Name, string Line)> ForWhom { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Lines = [.. (await catalog.CrisisLinesAsync(stop)).Select(Line.InCrisis)];
        WarmLines = [.. (await catalog.WarmLinesAsync(stop)).Select(Line.Warm)];
        ForWhom = [.. Lines
            .Select(line => (line.Entry.Slug, Communities: line.Entry.TermsOf(Vocabulary.Community).ToList()))
            .Where(line => line.Communities.Count <= FewCommunities)
            .SelectMany(line => line.Communities.Select(term => (Term: term, line.Slug)))
            .DistinctBy(pair => pair.Term.Slug)
            .OrderBy(pair => pair.Term.Order)
            .Select(pair => (pair.Term.LocalName(), pair.Slug))];
    }
}
