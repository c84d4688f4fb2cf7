using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>What people type finds what they mean: the cases of <c>relevance.md</c>, over the curated files.</summary>
public sealed class RelevanceTests(Site site) : IClassFixture<Site>
{
    /// <summary>How many results a reader looks at.</summary>
    private const int Seen = 5;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var row in RelevanceCase.Read(File.ReadAllText(RelevanceCase.File)))
            {
                cases.Add(row.Typed, row.Language, string.Join(' ', row.Expected));
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_typed_finds_what_is_meant(string typed, string language, string expected)
    {
        var prefix = language == "en" ? "" : $"/{language}";
        var page = await site.PageAsync($"{prefix}/organizations?q={Uri.EscapeDataString(typed)}");
        var links = page.QuerySelectorAll(".kind-answer a, .result h3 a").Select(a => a.GetAttribute("href")!).ToList();

        // A guide counts only where a reader meets it before the results.
        var guides = links.TakeWhile(link => !IsResult(link)).Where(link => link.StartsWith($"{prefix}/care/", StringComparison.Ordinal));
        var shown = guides.Select(link => $"kind:{Slug(link)}").Concat(links.Where(IsResult).Take(Seen).Select(Slug)).ToList();

        Assert.True(
            expected.Split(' ').Intersect(shown).Any(),
            $"{typed} ({language}) shows [{string.Join(' ', shown)}] and none of [{expected}]");
    }

    private static bool IsResult(string link) => link.Contains("/organizations/", StringComparison.Ordinal);

    private static string Slug(string link) => link[(link.LastIndexOf('/') + 1)..];
}
