using System.Text.Json;

namespace CommunityCare.Tests.Support;

/// <param name="Text">As it is shown.</param>
/// <param name="Lang">Null in the page's language.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Suggested(string Text, string? Lang, string What, string Href);

internal static class Suggesting
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string Path(string typed, string language = "") => $"{language}/suggest?q={Uri.EscapeDataString(typed)}";

    /// <summary>What the endpoint's answer suggests.</summary>
    public static List<Suggested> Read(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("options").Deserialize<List<Suggested>>(Web)!;
}
