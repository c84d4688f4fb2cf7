using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Editing;

/// <summary>A form in which terms are removed: those that entries use stay.</summary>
internal static class TermsInForm
{
    private const string Remove = "remove:terms/";

    /// <summary>Whether a step would remove a term that an entry uses; then the form says so, and keeps it.</summary>
    public static async Task<bool> KeepsAsync(this WordsDesk desk, EntryForm form, string? step, CancellationToken stop)
    {
        if (step?.StartsWith(Remove, StringComparison.Ordinal) != true || !Guid.TryParse(step[Remove.Length..], out var id))
        {
            return false;
        }

        var inUse = await desk.InUseAsync([id], stop);
        form.Tell(inUse);
        return inUse.Count > 0;
    }

    /// <summary>Puts terms back that cannot go, and says why.</summary>
    /// <param name="form">What somebody wrote.</param>
    /// <param name="inUse">What it leaves out.</param>
    /// <param name="stored">As the catalogue has it.</param>
    public static void PutBack(this EntryForm form, IReadOnlyList<TermInUse> inUse, EntryForm stored)
    {
        foreach (var path in stored.Values.Paths.Where(p => inUse.Any(t => p.Contains(PathOf(t) + "/", StringComparison.Ordinal))))
        {
            form.Values.Set(path, stored.Values[path]);
        }

        form.Tell(inUse);
    }

    /// <summary>Says which slugs stand twice: entries know a term by its slug.</summary>
    public static void TellDoubled(this EntryForm form, Entry written)
    {
        foreach (var term in written is Vocabulary vocabulary ? vocabulary.Terms.GroupBy(t => t.Slug).SelectMany(g => g.Skip(1)) : [])
        {
            form.Problems.Add(($"terms/{term.Id}/slug", new(FaultKind.Twice, $"`{term.Slug}` stands twice", term.Slug)));
        }
    }

    private static void Tell(this EntryForm form, IEnumerable<TermInUse> inUse) => form.Problems.AddRange(inUse.Select(t => (PathOf(t), new Fault(FaultKind.TermInUse, $"`{t.Slug}` cannot be removed: {t.Count} entries use it", t.Slug, t.Count))));

    private static string PathOf(TermInUse term) => $"terms/{term.Id}";
}
