using CommunityCare.Catalog;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>How one kind of entry stands in files: read, checked and written by one list of fields.</summary>
/// <param name="folder">The folder below <c>seed-data</c>.</param>
/// <param name="schema">The fields.</param>
/// <param name="bodyName">What the Markdown below the fields is called.</param>
/// <param name="body">The Markdown of an entry.</param>
/// <param name="setBody">Takes the Markdown over.</param>
/// <param name="bodyLength">In characters.</param>
internal sealed class EntryFormat<T>(
    string folder, Schema<T> schema, string bodyName, Func<T, string> body, Action<T, string> setBody, int bodyLength)
    where T : Entry, new()
{
    public string Folder { get; } = folder;

    /// <summary>All fields as a form shows them; the Markdown below them is the last.</summary>
    public IReadOnlyList<FieldShape> Shapes { get; } =
        [.. schema.Shapes, new(ThreeWay.Body, FieldKind.Markdown) { Length = bodyLength, Translatable = true, IsText = true }];

    /// <summary>The entry, as far as it could be read; it is only to be used if the scope has no problems.</summary>
    public T Read(string slug, EntryText text, Func<string, Scope> scopeOf)
    {
        var entry = new T { Slug = slug };
        var scope = scopeOf(slug + ".md");
        if (Parse(text.English, scope) is { } file)
        {
            scope.Organization = entry as Organization;
            schema.Read(entry, file.Front, scope);
            setBody(entry, Checked(file, scope));
        }

        foreach (var (language, other) in scope.Problems.Count > 0 ? [] : text.Others)
        {
            ReadTranslation(entry, language, other, scopeOf($"{slug}.{language}.md"));
        }

        return entry;
    }

    public EntryText Write(T entry, bool withPrivate)
    {
        var scope = new Scope("", Terminology.None) { WithPrivate = withPrivate, Organization = entry as Organization };
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Languages(entry))
        {
            var front = schema.WriteTranslation(entry, null, language, scope);
            var translated = entry.Translations.Find(t => t.Language == language && t.Field == bodyName)?.Text;
            if (front is not null || translated is not null)
            {
                others[language] = YamlText.Write(front ?? new YamlMappingNode(), translated ?? "");
            }
        }

        return new(YamlText.Write(schema.Write(entry, scope), body(entry)), others);
    }

    private void ReadTranslation(T entry, string language, string text, Scope scope)
    {
        if (Parse(text, scope) is not { } file)
        {
            return;
        }

        scope.Organization = entry as Organization;
        schema.ReadTranslation(entry, file.Front, null, language, scope);
        if (file.Body.Length > 0)
        {
            entry.Translations.Add(new(language, bodyName, Checked(file, scope)));
        }
    }

    private string Checked(FrontMatter file, Scope scope)
    {
        if (Make<T>.TooLong(file.Body, bodyLength) is { } wrong)
        {
            scope.Wrong(file.BodyLine, wrong with { InFile = $"the text is {wrong.InFile}" });
        }

        return file.Body;
    }

    private static FrontMatter? Parse(string text, Scope scope)
    {
        // The decoder's mark for bytes that it could not read: a file in another encoding would lose letters silently.
        if (!scope.WithPrivate && text.IndexOf('\uFFFD', StringComparison.Ordinal) is >= 0 and var at)
        {
            scope.Wrong(text.AsSpan(0, at).Count('\n') + 1, "the file is not UTF-8 text; save it as UTF-8");
            return null;
        }

        try
        {
            return FrontMatter.Parse(text);
        }
        catch (FrontMatterException e)
        {
            scope.Wrong(e.Line, e.Fault);
            return null;
        }
    }

    private static IEnumerable<string> Languages(T entry)
    {
        IEnumerable<List<Translation>> all = [entry.Translations];
        all = entry switch
        {
            Organization o => all.Concat(o.Services.Select(s => s.Translations)).Concat(o.Phones.Select(p => p.Translations))
                .Concat(o.Locations.Select(l => l.Translations)).Concat(o.Contacts.Select(c => c.Translations))
                .Concat(o.AdditionalWebsites.Select(w => w.Translations)),
            Vocabulary v => all.Concat(v.Terms.Select(t => t.Translations)),
            _ => all,
        };
        return all.SelectMany(t => t).Select(t => t.Language).Distinct();
    }
}

/// <summary>The three kinds of files there are.</summary>
internal static class Formats
{
    public static readonly EntryFormat<CareType> CareTypes =
        new("care-types", CareTypeFormat.Schema, "guide", c => c.Guide, (c, text) => c.Guide = text, CareType.GuideLength);

    public static readonly EntryFormat<Organization> Organizations =
        new("organizations", OrganizationFormat.Schema, "summary", o => o.Summary, (o, text) => o.Summary = text, Organization.SummaryLength);

    public static readonly EntryFormat<Vocabulary> Vocabularies =
        new("vocabulary", VocabularyFormat.Schema, "meaning", v => v.Meaning, (v, text) => v.Meaning = text, Organization.SummaryLength);

    /// <summary>The fields of the files in a folder; none of what is no entry, such as the synonyms.</summary>
    public static IReadOnlyList<FieldShape> ShapesOf(string folder) =>
        folder == Organizations.Folder ? Organizations.Shapes
        : folder == CareTypes.Folder ? CareTypes.Shapes
        : folder == Vocabularies.Folder ? Vocabularies.Shapes
        : [];
}
