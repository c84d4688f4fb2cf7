using CommunityCare.Documents;
using CommunityCare.Search;

namespace CommunityCare.Checking;

/// <summary>A description of a service that says nothing beyond the service's name.</summary>
internal static class EmptyDescriptions
{
    // What "A support group for parents." adds to "Parent support groups" is no news.
    private static readonly HashSet<string> SmallWords =
        ["a", "an", "the", "of", "for", "and", "to", "in", "un", "una", "unos", "unas", "el", "la", "lo", "de", "del", "para", "y", "en"];

    public static IEnumerable<Problem> Check(Prose prose)
    {
        var services = prose.All.Where(p => p.IsOfService).GroupBy(p => (p.File, Service: p.Path[..p.Path.LastIndexOf('/')]));
        foreach (var service in services)
        {
            var name = service.FirstOrDefault(p => p.Field == "name");
            var description = service.FirstOrDefault(p => p.Field == "description");
            if (name is not null && description is not null && WordsOf(description.Text).IsSubsetOf(WordsOf(name.Text)))
            {
                yield return new(description.File, description.FirstLine,
                    $"the description only repeats the name `{name.Text}`; say what happens there, or leave it out");
            }
        }
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. Word.In(text).Select(word => word.Folded).Except(SmallWords).Select(word => word.TrimEnd('s'))];
}
