using CommunityCare.Tests.Support;
using CommunityCare.Web;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityCare.Tests.Web;

/// <summary>What became of a text, word by word.</summary>
public sealed class WordDiffTests
{
    [Theory]
    [InlineData("one two three", "one two three", "one two three")]
    [InlineData("one two three", "one 2 three", "one -two-+2+ three")]
    [InlineData(null, "new words", "+new words+")]
    [InlineData("old words", "", "-old words-")]
    [InlineData("", null, "")]
    [InlineData("It's open.", "It's closed.", "It's -open-+closed+.")]
    [InlineData("a\nb\nc", "a\nc", "a\n-b\n-c")]
    [InlineData("Línea de apoyo", "Línea de crisis", "Línea de -apoyo-+crisis+")]
    public void Words_that_stayed_went_and_came_are_told(string? before, string? after, string told) => Assert.Equal(told, Told(WordDiff.Runs(before, after)));

    [Fact]
    public void Both_texts_can_be_read_again_from_it() => AnyTyping.Holds(
        (from before in Gen.Elements("a", "b", " ", "\n", "é", ".").ListOf() from after in Gen.Elements("a", "b", " ", "\n", "é", ".").ListOf() select (Before: string.Concat(before), After: string.Concat(after))).ToArbitrary(),
        texts =>
        {
            var runs = WordDiff.Runs(texts.Before, texts.After);
            Assert.Equal(texts.Before, string.Concat(runs.Where(r => r.Kind != RunKind.Added).Select(r => r.Text)));
            Assert.Equal(texts.After, string.Concat(runs.Where(r => r.Kind != RunKind.Removed).Select(r => r.Text)));
        });

    [Fact]
    public void A_long_text_that_has_nothing_in_common_is_told_as_a_whole_and_soon()
    {
        var (before, after) = (Words('a', 20_000), Words('b', 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(2, WordDiff.Runs(before, after).Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static string Words(char letter, int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"{letter}{i}"));

    private static string Told(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Kind switch
    {
        RunKind.Removed => $"-{r.Text}-",
        RunKind.Added => $"+{r.Text}+",
        _ => r.Text,
    }));
}
