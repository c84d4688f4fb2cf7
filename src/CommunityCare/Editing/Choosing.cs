using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityCare.Documents;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Editing;

/// <summary>
/// Two versions of an entry, and the fields in which somebody chooses between them: two editors at once, a change that comes
/// from the curated files, what a reader sent, the merging of two entries that are one.
/// </summary>
/// <param name="Start">What stands in every field that is not chosen.</param>
/// <param name="BasedOn">The entry's revision that it was made for.</param>
/// <param name="Choices">The fields.</param>
public sealed record Choosing(EntryText Start, long BasedOn, IReadOnlyList<Choice> Choices)
{
    /// <summary>In characters, as JSON; more than that is no form of ours.</summary>
    public const int Length = 900_000;

    /// <summary>For a hidden field of the form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    public static Choosing? FromJson(string? json)
    {
        try
        {
            return json is { Length: > 0 and < Length } && JsonSerializer.Deserialize<Choosing>(json) is { Start: not null, Choices: not null } choosing
                && choosing.Choices.All(c => c is { Path: not null }) ? choosing : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes what was chosen into the document.</summary>
    /// <param name="chosen">For the number of a choice what was chosen, and the words that somebody wrote instead.</param>
    /// <param name="lost">Paths that lead nowhere any more.</param>
    internal EntryText Apply(Func<int, (Side Side, string? Words)> chosen, List<string> lost)
    {
        var text = Start;
        for (var i = 0; i < Choices.Count; i++)
        {
            var (choice, (side, words)) = (Choices[i], chosen(i));
            var value = side switch
            {
                Side.Theirs => choice.Theirs,
                Side.Both => choice.Both,
                Side.Own => string.IsNullOrWhiteSpace(words) ? null : words.ReplaceLineEndings("\n").Trim(),
                _ => choice.Mine,
            };
            if (ThreeWay.At(text, choice.Path) == value)
            {
                continue;
            }

            if (ThreeWay.With(text, choice.Path, value) is { } next)
            {
                text = next;
            }
            else
            {
                lost.Add(choice.Path);
            }
        }

        return text;
    }
}

/// <summary>Which of two versions of a field stands.</summary>
public enum Side
{
    Mine,
    Theirs,

    /// <summary>Of two lists, everything that stands in one of them.</summary>
    Both,

    /// <summary>Words of whoever chooses.</summary>
    Own,
}

/// <summary>One field that two versions say differently. Values are as <see cref="ThreeWay.At"/> gives them.</summary>
/// <param name="Path">As in <see cref="Clash.Path"/>.</param>
/// <param name="Mine">What stands now, or what somebody has just written.</param>
/// <param name="Theirs">What is proposed, or what another saved meanwhile.</param>
/// <param name="Base">What both started from; null if there was nothing, or no common start.</param>
public sealed record Choice(string Path, string? Mine, string? Theirs, string? Base = null)
{
    /// <summary>Whether it is a text that somebody could write anew on the page.</summary>
    [JsonIgnore]
    public bool IsText => Node(Mine) is YamlScalarNode or null && Node(Theirs) is YamlScalarNode or null;

    /// <summary>Two lists of words, joined; null if they are something else.</summary>
    [JsonIgnore]
    internal string? Both => Node(Mine) is YamlSequenceNode mine && Node(Theirs) is YamlSequenceNode theirs && mine.Concat(theirs).All(n => n is YamlScalarNode)
        ? YamlText.Write(new YamlMappingNode { { "value", new YamlSequenceNode(mine.Concat(theirs).DistinctBy(n => ((YamlScalarNode)n).Value)) { Style = mine.Style } } }, "")
        : null;

    [JsonIgnore]
    public bool CanBeBoth => Both is not null && Both != Mine && Both != Theirs;

    /// <summary>A value as lines that people can read.</summary>
    public static IReadOnlyList<string> Lines(string? value) => Node(value) is { } node ? [.. Lines(node, "")] : [];

    private static YamlNode? Node(string? value) => value is null ? null : ThreeWay.Parsed(value);

    private static IEnumerable<string> Lines(YamlNode node, string label) => node switch
    {
        YamlScalarNode scalar => scalar.Value!.Split('\n').Select(line => label + line),
        YamlSequenceNode list => list.SelectMany(item => Lines(item, label)),
        YamlMappingNode map => map.Where(field => field.Key is not YamlScalarNode { Value: "id" }).SelectMany(field => Lines(field.Value, $"{field.Key}: ")),
        _ => [],
    };
}
