using System.Text;
using CommunityCare.Checking;

namespace CommunityCare.Tests.Checking;

/// <summary>A small folder of curated files in which nothing is wrong, and what the check says once something is.</summary>
public sealed class CuratedFolder : IDisposable
{
    public const string Guide = "care-types/peer-support.md";
    public const string GuideInSpanish = "care-types/peer-support.es.md";
    public const string Language = "vocabulary/language.md";
    public const string Circle = "organizations/good-circle.md";
    public const string CircleInSpanish = "organizations/good-circle.es.md";

    public static readonly DateOnly Today = new(2026, 11, 22);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("curated-");

    public CuratedFolder()
    {
        Write(Language, """
            ---
            id: e71e7732-c6c3-4811-b89c-3bb5af737805
            name: Language
            order: 5
            terms:
              - id: 3c53aa7a-e6ce-493c-938c-fd65aabeff71
                slug: english
                name: English
              - id: 8bb5f54b-917b-4d01-a1ce-671981cbf1dc
                slug: spanish
                name: Spanish
            ---
            What people speak.

            """);
        Write(Guide, """
            ---
            id: 6e4a0a57-0a3f-4a2b-8f4c-6f2f0f3e9a41
            name: Peer support
            order: 1
            summary: Help from people who have been there.
            sources:
              - https://care.example.org/peer-support
            ---
            Some help comes from people who have been there. See [Good Circle](/organizations/good-circle).

            ## What it is

            Plain words.

            ## What happens the first time

            You sit down.

            ## Who it is for

            For you.

            ## What it usually costs

            It is free.

            ## What it is not, and cautions

            It is not a cure.

            ## Questions to ask

            - Who leads it?

            ## Its history

            It is old.

            ## What research says

            It may help.

            ## How to find or become one

            Ask a friend.

            """);
        Write(GuideInSpanish, "---\nname: Apoyo entre pares\n---\nA veces ayuda quien ya pasó por lo mismo.\n");
        Write(Circle, """
            ---
            id: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11
            name: Good Circle
            status: active
            website: https://circle.example.org
            phones:
              - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01
                number: 555-010-0199
                type: voice
                languages: [english, spanish]
            terms:
              kind: [peer-support]
              language: [english]
            services:
              - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31
                name: Evening group
            sources:
              - https://circle.example.org/about
            ---
            Neighbors who have lived through hard times sit with others who are in them. The circle meets each week, in the
            evening, and nobody asks for papers or for a diagnosis. Read more about [peer support](/care/peer-support).

            """);
        Write(CircleInSpanish, """
            ---
            services:
              - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31
                name: Grupo por la tarde
            ---
            Vecinas y vecinos se acompañan. Lea sobre el [apoyo entre pares](/care/peer-support).

            """);
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text, new UTF8Encoding(false));
    }

    /// <summary>Changes one thing; fails where there is nothing to change, so that no test passes by a slip.</summary>
    public CuratedFolder With(string file, string old, string @new)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, @new, StringComparison.Ordinal));
        return this;
    }

    /// <summary>One more organization, under its own ids.</summary>
    public CuratedFolder WithAnother(string slug, string name)
    {
        var ids = System.Text.RegularExpressions.Regex.Replace(Read(Circle), "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", _ => $"{Guid.NewGuid()}");
        Write($"organizations/{slug}.md", ids.Replace("name: Good Circle", $"name: {name}", StringComparison.Ordinal));
        return this;
    }

    /// <summary>States to stand and serve in. Without them the check says nothing about places.</summary>
    public CuratedFolder WithPlaces()
    {
        (string Slug, string Name, string Letters)[] states =
        [
            ("everywhere", "Everywhere", "national"), ("california", "California", "CA"), ("arizona", "Arizona", "AZ"), ("new-mexico", "New Mexico", "NM"),
            ("oregon", "Oregon", "OR"), ("indiana", "Indiana", "IN"), ("massachusetts", "Massachusetts", "MA"), ("utah", "Utah", "UT"), ("kansas", "Kansas", "KS"), ("new-york", "New York", "NY"),
            ("virginia", "Virginia", "VA"), ("washington", "Washington", "WA"), ("west-virginia", "West Virginia", "WV"),
            ("district-of-columbia", "District of Columbia", "DC\n      - Washington, D.C."),
        ];
        Write("vocabulary/place.md", "---\nid: 4cde2b66-574d-4aba-8cb1-f649dc6865cb\nname: Place\norder: 3\nterms:\n"
            + string.Concat(states.Select(s => $"  - id: {Guid.NewGuid()}\n    slug: {s.Slug}\n    name: {s.Name}\n    words:\n      - {s.Letters}\n"))
            + "---\nWhere a group serves people.\n");
        Write("vocabulary/place.es.md", "---\nterms:\n  - slug: new-york\n    name: Nueva York\n  - slug: west-virginia\n    name: Virginia Occidental\n---\nDónde atiende cada grupo.\n");
        return this;
    }

    /// <summary>Puts a sentence into the summary, the last of its file.</summary>
    public CuratedFolder WithSentence(string sentence) => With(Circle, "(/care/peer-support).", $"(/care/peer-support). {sentence}");

    public CuratedFolder WithSentenceInSpanish(string sentence) => With(CircleInSpanish, "(/care/peer-support).", $"(/care/peer-support). {sentence}");

    /// <summary>Adds fields to the one service.</summary>
    public CuratedFolder WithService(string fields) => With(Circle, "    name: Evening group\n", $"    name: Evening group\n    {fields}\n");

    public (int Exit, string Output) Check(bool fix = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        return (Checker.Run(_folder.FullName, fix, Today, output), output.ToString());
    }

    /// <summary>The lines that name a file and a line in it.</summary>
    public List<string> Problems() =>
        [.. Check().Output.Split('\n').Where(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^[a-z-]+(/[^:]+|\.md)?:\d+: "))];

    /// <summary>Without the work for later, such as a text that nobody has translated yet.</summary>
    public List<string> Errors() => Problems().FindAll(line => !line.Contains(": warning: ", StringComparison.Ordinal));

    public string TheProblem() => Assert.Single(Problems());

    public string TheError() => Assert.Single(Errors());

    public void Dispose() => _folder.Delete(recursive: true);
}
