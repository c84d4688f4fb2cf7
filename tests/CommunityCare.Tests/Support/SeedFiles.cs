using CommunityCare.Seeding;

namespace CommunityCare.Tests.Support;

/// <summary>A small folder of curated files: two kinds of care, the words that entries use, and what a test adds.</summary>
public sealed class SeedFiles : IDisposable
{
    private readonly TempFolder _folder = new();

    public SeedFiles()
    {
        Vocabulary("community", 2, ("people-of-color", "People of color", "BIPOC"), ("immigrants", "Immigrants", "newcomers"));
        Vocabulary("place", 3, ("everywhere", "Everywhere", "national"), ("california", "California", "CA"), ("new-york", "New York", "NY"));
        Vocabulary("language", 4, ("english", "English", "ingles"), ("spanish", "Spanish", "castellano"));
        Vocabulary("cost", 6, ("free", "Free", "gratis"), ("sliding-scale", "Sliding scale", "low fee"));
        CareType("peer-support", 1, "Peer support");
        CareType("mutual-aid", 2, "Mutual aid");
    }

    public string Path => _folder.Path;

    public SeedFolder Open() => SeedFolder.Open(Path);

    public SeedFiles Write(string name, string text)
    {
        var file = _folder.At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public SeedFiles Replace(string name, string old, string with)
    {
        var text = File.ReadAllText(_folder.At(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(name, text.Replace(old, with, StringComparison.Ordinal));
    }

    public SeedFiles Rename(string from, string to)
    {
        File.Move(_folder.At(from), _folder.At(to));
        return this;
    }

    public SeedFiles Delete(string name)
    {
        Assert.True(File.Exists(_folder.At(name)), name);
        File.Delete(_folder.At(name));
        return this;
    }

    /// <param name="slug">The file's name, from which ids and texts follow.</param>
    /// <param name="more">Further fields of the organization.</param>
    public SeedFiles Organization(string slug, string more = "") => Write($"organizations/{slug}.md", $"""
        ---
        id: {Ids.Of(slug)}
        name: Name of {slug}
        status: active
        website: https://{slug}.example.org
        {more.ReplaceLineEndings("\n").Trim('\n')}
        terms:
          kind: [peer-support]
          cost: [free]
        services:
          - id: {Ids.Of(slug + " service")}
            name: Evening group
            description: People sit together.
            terms:
              language: [spanish]
        ---
        Summary of {slug}.

        """.Replace("\n\n", "\n", StringComparison.Ordinal));

    /// <summary>Enough organizations that one or two may go without being asked for.</summary>
    public SeedFiles Organizations(int count = 20)
    {
        for (var i = 1; i <= count; i++)
        {
            Organization($"group-{i:00}");
        }

        return this;
    }

    public SeedFiles CareType(string slug, int order, string name) => Write($"care-types/{slug}.md", $"""
        ---
        id: {Ids.Of(slug)}
        name: {name}
        order: {order}
        summary: What {slug} is.
        words:
          - word for {slug}
        ---
        Opening of {slug}.

        """);

    public SeedFiles Vocabulary(string slug, int order, params (string Slug, string Name, string Word)[] terms) => Write($"vocabulary/{slug}.md", $"""
        ---
        id: {Ids.Of(slug)}
        name: Filter {slug}
        order: {order}
        terms:
        {string.Join('\n', terms.Select(t => $"""
              - id: {Ids.Of($"{slug} {t.Slug}")}
                slug: {t.Slug}
                name: {t.Name}
                words:
                  - {t.Word}
            """))}
        ---
        What {slug} is for.

        """);

    public void Dispose() => _folder.Dispose();
}
