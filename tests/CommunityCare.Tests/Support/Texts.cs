using System.Xml.Linq;

namespace CommunityCare.Tests.Support;

/// <summary>The interface's words as they stand in the resource files.</summary>
internal static class Texts
{
    public static IReadOnlyDictionary<string, string> English { get; } = Read("Text.resx");

    public static IReadOnlyDictionary<string, string> Spanish { get; } = Read("Text.es.resx");

    public static IEnumerable<string> Keys => English.Keys;

    private static Dictionary<string, string> Read(string name) => XDocument
        .Load(Path.Combine(Repository.Root, "src", "CommunityCare", "Web", name))
        .Descendants("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
