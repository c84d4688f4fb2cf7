using System.Text.RegularExpressions;
using DiffPlex;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>What became of a text, word by word.</summary>
public static partial class WordDiff
{
    /// <summary>In characters. Of what is longer, whole lines are told: to compare every word would take too long.</summary>
    public const int LongText = 8_000;

    /// <param name="before">Null or empty if there was nothing.</param>
    /// <param name="after">Null or empty if there is nothing.</param>
    public static IReadOnlyList<Run> Runs(string? before, string? after) =>
        // Lines first: the words of one paragraph are compared with those of the same one.
        Compare(before ?? "", after ?? "", text => [.. Lines().Matches(text).Select(m => m.Value)],
            (b, a) => b.Length + a.Length > LongText
                ? Whole(b, a)
                : Compare(b, a, text => [.. Words().Matches(text).Select(m => m.Value)], Whole));

    /// <summary>With marks for the eye and words for the ear.</summary>
    public static IHtmlContent Of(string? before, string? after, IStringLocalizer<Text> text)
    {
        var content = new HtmlContentBuilder();
        foreach (var run in Runs(before, after))
        {
            if (run.Kind == RunKind.Same)
            {
                content.Append(run.Text);
                continue;
            }

            var mark = new TagBuilder(run.Kind == RunKind.Removed ? "del" : "ins");
            mark.InnerHtml
                .AppendHtml("<span class=\"visually-hidden\"> ")
                .Append(run.Kind == RunKind.Removed ? text["Diff_Removed"] : text["Diff_Added"])
                .AppendHtml(" </span>").Append(run.Text);
            content.AppendHtml(mark);
        }

        return content;
    }

    private static List<Run> Compare(string before, string after, Func<string, string[]> parts, Func<string, string, IEnumerable<Run>> changed)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, parts);
        var (runs, at) = (new List<Run>(), 0);
        foreach (var block in diff.DiffBlocks)
        {
            runs.AddRange(Same(string.Concat(diff.PiecesOld[at..block.DeleteStartA])));
            at = block.DeleteStartA + block.DeleteCountA;
            runs.AddRange(changed(
                string.Concat(diff.PiecesOld[block.DeleteStartA..at]),
                string.Concat(diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)])));
        }

        runs.AddRange(Same(string.Concat(diff.PiecesOld[at..])));
        return runs;
    }

    private static IEnumerable<Run> Same(string text) => text.Length == 0 ? [] : [new(RunKind.Same, text)];

    private static IEnumerable<Run> Whole(string before, string after) =>
        new Run[] { new(RunKind.Removed, before), new(RunKind.Added, after) }.Where(run => run.Text.Length > 0);

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Lines();

    [GeneratedRegex(@"[\w'’]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Words();
}

public enum RunKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words in a row that share one fate.</summary>
public sealed record Run(RunKind Kind, string Text);
