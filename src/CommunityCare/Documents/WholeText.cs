using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>Reading a text that is no file: what is private stands in it, and faults are told of fields and not of lines.</summary>
internal static class WholeText
{
    /// <returns>The entry, only to be used if there are no faults; each fault with the path of its field, which is empty for the whole entry.</returns>
    public static (T Entry, IReadOnlyList<(string Path, Fault What)> Faults) ReadWhole<T>(
        this EntryFormat<T> format, string slug, EntryText text, Terminology terminology)
        where T : Entry, new()
    {
        var scopes = new List<(string Language, Scope Scope)>();
        var entry = format.Read(slug, text, file =>
        {
            scopes.Add((file == $"{slug}.md" ? "" : file[(slug.Length + 1)..^3], new(file, terminology) { WithPrivate = true }));
            return scopes[^1].Scope;
        });
        return (entry, [.. scopes.SelectMany(s => Faults(s.Language, s.Scope))]);

        IEnumerable<(string, Fault)> Faults(string language, Scope scope)
        {
            var lines = scope.Problems.Count == 0 ? null
                : language.Length == 0 ? new FieldLines(text.English) : new FieldLines(text.Others[language], text.English);
            foreach (var problem in scope.Problems)
            {
                var path = lines!.Of(problem);
                yield return (language.Length > 0 && path.Length > 0 ? $"{language}:{path}" : path, problem.Fault!);
            }
        }
    }
}
