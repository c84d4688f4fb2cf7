using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Vocabularies;

public class IndexModel(WordsDesk desk) : PageModel
{
    public IReadOnlyList<Vocabulary> Vocabularies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Vocabularies = await desk.VocabulariesAsync(stop);
}
