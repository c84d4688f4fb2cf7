using CommunityCare.Cli;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

/// <summary>What <c>docs/cli.md</c> says of a verb is what the verb says of itself.</summary>
[Collection(Processes.Name)]
public sealed class HelpDocTests : IDisposable
{
    private readonly Around _around = new();

    [Fact]
    public async Task The_document_holds_the_help_of_the_program_and_of_every_verb()
    {
        var file = Path.Combine(Repository.Root, "docs", "cli.md");
        Assert.True(File.Exists(file), "docs/cli.md is missing: write down the help of each verb in fenced blocks.");
        var blocks = Blocks(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));

        foreach (var verb in Commands.Root().Subcommands.Select(c => c.Name).Prepend(null))
        {
            string[] args = verb is null ? ["--help"] : [verb, "--help"];
            var help = Lines((await SiteProgram.RunAsync(_around, args)).Output.Split('\n'));
            Assert.True(
                blocks.Exists(block => Holds(block, help)),
                $"docs/cli.md has no fenced block with each line of `{string.Join(' ', args)}` in order:\n{string.Join('\n', help)}");
        }
    }

    public void Dispose() => _around.Dispose();

    private static List<List<string>> Blocks(string[] lines)
    {
        var blocks = new List<List<string>>();
        List<string>? block = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (block is not null)
                {
                    blocks.Add(Lines(block));
                }

                block = block is null ? [] : null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return blocks;
    }

    private static List<string> Lines(IEnumerable<string> lines) => [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static bool Holds(List<string> block, List<string> help)
    {
        var at = -1;
        return help.TrueForAll(line => (at = block.IndexOf(line, at + 1)) >= 0);
    }
}
