using CommunityCare.Catalog;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>What reading and writing one document has to know beside the field at hand.</summary>
internal sealed class Scope(string file, Terminology terminology)
{
    /// <summary>Whether hidden places and private contacts are part of the text: in a revision yes, in a file never.</summary>
    public bool WithPrivate { get; init; }

    /// <summary>Whether a missing id is made up (to be written to the file) rather than reported.</summary>
    public bool GiveIds { get; init; }

    public Terminology Terminology { get; } = terminology;

    /// <summary>The organization that is being read or written: its services' terms are kept with it.</summary>
    public Organization? Organization { get; set; }

    public List<Problem> Problems { get; } = [];

    public void Wrong(YamlNode node, string what) => Wrong(Line(node), what);

    public void Wrong(int line, string what) => Wrong(line, new Fault(FaultKind.OfFile, what));

    public void Wrong(YamlNode node, Fault fault) => Wrong(Line(node), fault);

    public void Wrong(int line, Fault fault) => Problems.Add(new(file, line, fault.InFile) { Fault = fault });

    public void Unknown(YamlNode node, FaultKind kind, string what, string word, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest.To(word, known);
        var hint = nearest is not null ? $"did you mean `{nearest}`?"
            : known.Count is > 0 and <= 12 ? "use one of: " + string.Join(", ", known) : null;
        Wrong(node, new Fault(kind, $"{what} `{word}` is not known{(hint is null ? "" : $" ({hint})")}", word));
    }

    private static int Line(YamlNode node) => (int)node.Start.Line + FrontMatter.LinesBefore;
}
