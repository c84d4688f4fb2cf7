using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Tests.Documents;

/// <summary>A small organization's file, the words it may use, and short ways to read and write it.</summary>
internal static class Sample
{
    public const string Text = """
        ---
        id: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11
        name: Example Care Collective
        alternate_names:
          - ECC
        status: active
        website: https://care.example.org
        phones:
          - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01
            number: 555-010-0199
            type: voice
            languages: [english, spanish]
        locations:
          - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21
            city: Oakland
            state_province: CA
        terms:
          kind: [peer-support, mutual-aid]
          cost: [free]
        services:
          - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31
            name: Evening peer group
            description: Talk with people who have been there.
            terms:
              language: [spanish]
        ---
        Neighbors sit with one another.

        """;

    public const string Spanish = """
        ---
        services:
          - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31
            name: Grupo por la tarde
        ---
        Vecinas y vecinos se acompañan.

        """;

    public static Terminology Words { get; } = new(
    [
        Vocabulary("kind", 1, "peer-support", "mutual-aid"),
        Vocabulary("language", 2, "english", "spanish"),
        Vocabulary("cost", 3, "free", "sliding-scale"),
    ]);

    public static (Organization Entry, List<string> Problems) Read(string english, string? spanish = null, bool withPrivate = false)
    {
        var scopes = new List<Scope>();
        var entry = Formats.Organizations.Read("example", Texts(english, spanish), name =>
        {
            scopes.Add(new Scope(name, Words) { WithPrivate = withPrivate });
            return scopes[^1];
        });
        return (entry, [.. scopes.SelectMany(s => s.Problems).Select(p => p.ToString())]);
    }

    public static List<string> ProblemsOf(string english, string? spanish = null) => Read(english, spanish).Problems;

    public static EntryText Write(Organization organization, bool withPrivate = false) => Formats.Organizations.Write(organization, withPrivate);

    public static EntryText Texts(string english, string? spanish = null)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (spanish is not null)
        {
            others["es"] = spanish;
        }

        return new(english, others);
    }

    /// <summary>The file with one thing changed; fails where there is nothing to change, so that no test passes by a slip.</summary>
    public static string With(string old, string @new, string text = Text)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, @new, StringComparison.Ordinal);
    }

    private static Vocabulary Vocabulary(string slug, int order, params string[] terms) => new()
    {
        Slug = slug,
        Order = order,
        Terms = [.. terms.Select((term, at) => new Term { Slug = term, Name = term, Order = at })],
    };
}
