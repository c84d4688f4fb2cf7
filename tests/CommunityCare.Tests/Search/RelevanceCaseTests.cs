using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>The cases of <c>relevance.md</c> are well formed, and name what the curated files hold.</summary>
public sealed class RelevanceCaseTests
{
    private static readonly List<RelevanceCase> All = RelevanceCase.Read(File.ReadAllText(RelevanceCase.File));

    [Fact]
    public void There_are_enough_cases_in_both_languages()
    {
        Assert.True(All.Count >= 60, $"{All.Count} cases");
        Assert.True(All.Count(c => c.Language == "es") >= 35, $"{All.Count(c => c.Language == "es")} cases in Spanish");
    }

    [Fact]
    public void No_case_is_there_twice() =>
        Assert.Empty(All.GroupBy(c => (c.Typed, c.Language)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Whatever_is_expected_is_in_the_curated_files_and_named_once()
    {
        var curated = SeedReader.Read(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data")));
        var kinds = curated.CareTypes.Select(c => $"kind:{c.Entry.Slug}");
        var known = curated.Organizations.Select(o => o.Entry.Slug).Concat(kinds).ToHashSet();

        Assert.Empty(All.SelectMany(c => c.Expected.Where(e => !known.Contains(e)).Select(e => $"line {c.Line}: {e}")));
        Assert.Empty(All.Where(c => c.Expected.Distinct().Count() < c.Expected.Length).Select(c => $"line {c.Line}"));
    }

    [Theory]
    [InlineData("| `doula` | en | kind:doulas-midwives |")]
    [InlineData("| doula | en | kind:doulas-midwives | no backticks |")]
    [InlineData("| `` | en | kind:doulas-midwives | nothing is typed |")]
    [InlineData("| `doula` | fr | kind:doulas-midwives | no such language |")]
    [InlineData("| `doula` | en | | nothing is expected |")]
    [InlineData("| `doula` | en | kind:doulas-midwives | |")]
    public void A_row_that_is_no_case_is_refused_with_its_line(string row) =>
        Assert.StartsWith(
            "relevance.md, line 2:",
            Assert.Throws<FormatException>(() => RelevanceCase.Read($"# Title\n{row}\n")).Message,
            StringComparison.Ordinal);
}
