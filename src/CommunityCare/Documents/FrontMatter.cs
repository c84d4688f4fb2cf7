using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>A file taken apart: YAML between two lines of <c>---</c>, then Markdown.</summary>
internal sealed record FrontMatter(YamlMappingNode Front, string Body, int BodyLine)
{
    /// <summary>In characters. The longest guide is a tenth of it.</summary>
    public const int FileLength = 400_000;

    /// <summary>The YAML starts on the second line of the file.</summary>
    public const int LinesBefore = 1;

    private const string Fence = "---";
    private const int Depth = 12;

    /// <exception cref="FrontMatterException">The text is not a file of ours; says where and why.</exception>
    public static FrontMatter Parse(string text)
    {
        if (text.Length > FileLength)
        {
            throw new FrontMatterException(1, new Fault(FaultKind.AllTooLong, $"the file is longer than {FileLength} characters"));
        }

        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (Array.FindIndex(lines, line => line.Any(c => char.IsControl(c) && c != '\t')) is >= 0 and var hidden)
        {
            throw new FrontMatterException(hidden + 1, new Fault(FaultKind.HiddenCharacter, "there is a character that cannot be seen; type the line anew"));
        }

        if (lines[0].TrimEnd() != Fence)
        {
            throw new FrontMatterException(1, "the file must start with a line of --- and its fields");
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            throw new FrontMatterException(lines.Length, "the fields have no end: put a line of --- after them");
        }

        var rest = lines[(end + 1)..].Select(line => line.TrimEnd()).ToList();
        var bodyLine = end + 2 + rest.TakeWhile(line => line.Length == 0).Count();
        return new FrontMatter(ParseYaml(string.Join('\n', lines[1..end])), string.Join('\n', rest).Trim('\n'), bodyLine);
    }

    private static YamlMappingNode ParseYaml(string yaml)
    {
        try
        {
            RefuseTricks(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents switch
            {
                [] => new YamlMappingNode(),
                [{ RootNode: YamlMappingNode map }] => map,
                _ => throw new FrontMatterException(1 + LinesBefore, "the fields must be lines of `name: value`"),
            };
        }
        catch (YamlException e)
        {
            throw new FrontMatterException((int)e.Start.Line + LinesBefore, "this is not YAML: " + Reason(e), e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser's own slips, met with some misplaced brackets and comments; they do not say where.
            throw new FrontMatterException(1 + LinesBefore, "this is not YAML: look for a bracket or a comment in a wrong place", e);
        }
    }

    private static string Reason(YamlException e) =>
        (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ").Trim();

    // Aliases can make a small file unfold without end, and deep nesting ends the process; neither has a use here.
    private static void RefuseTricks(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > Depth)
            {
                throw new FrontMatterException((int)current.Start.Line + LinesBefore, "the fields are nested too deeply");
            }

            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                throw new FrontMatterException((int)current.Start.Line + LinesBefore, "anchors and aliases (& and *) cannot be used");
            }

            // To quote a text is to give it a tag of one mark.
            if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            {
                throw new FrontMatterException((int)current.Start.Line + LinesBefore, "tags (!) cannot be used; put a text that begins with ! in quotes");
            }
        }
    }
}

internal sealed class FrontMatterException(int line, Fault fault, Exception? inner = null) : Exception(fault.InFile, inner)
{
    public FrontMatterException(int line, string what, Exception? inner = null)
        : this(line, new Fault(FaultKind.OfFile, what), inner)
    {
    }

    public Fault Fault { get; } = fault;

    public int Line { get; } = line;
}
