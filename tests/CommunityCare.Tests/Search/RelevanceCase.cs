using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>A row of <c>relevance.md</c>.</summary>
/// <param name="Expected">Slugs of organizations, and <c>kind:SLUG</c> for guides; any one of them is enough.</param>
internal sealed record RelevanceCase(int Line, string Typed, string Language, string[] Expected, string Why)
{
    private const string Header = "| typed | language | expected | why |";
    private const string Rule = "| --- | --- | --- | --- |";

    public static string File { get; } = Path.Combine(Repository.Root, "tests", "CommunityCare.Tests", "Search", "relevance.md");

    /// <summary>The rows of every table.</summary>
    /// <exception cref="FormatException">A line of a table is neither its head nor a case.</exception>
    public static List<RelevanceCase> Read(string text) =>
        [.. text.Split('\n').Select((line, i) => (Text: line.Trim(), Number: i + 1))
            .Where(line => line.Text.StartsWith('|') && line.Text is not (Header or Rule))
            .Select(line => Row(line.Text, line.Number))];

    private static RelevanceCase Row(string line, int number) => line.Split('|', StringSplitOptions.TrimEntries) switch
    {
        ["", ['`', .. { Length: > 0 } typed, '`'], ("en" or "es") and var language, { Length: > 0 } expected, { Length: > 0 } why, ""] =>
            new(number, typed, language, expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), why),
        _ => throw new FormatException(
            $"relevance.md, line {number}: write | `what is typed` | en or es | what is expected | why |, and not {line}"),
    };
}
