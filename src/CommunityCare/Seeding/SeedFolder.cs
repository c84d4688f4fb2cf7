using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Seeding;

/// <summary>The curated files as they lie on the disk.</summary>
public sealed class SeedFolder
{
    /// <summary>Raised when files are read differently than before, so that all are read again.</summary>
    private const int FormatVersion = 1;

    private SeedFolder(string path, IReadOnlyList<SeedFile> files, IReadOnlyList<Problem> problems) =>
        (Path, Files, Problems) = (path, files, problems);

    public string Path { get; }

    /// <summary>In the order in which they must be read: words before what uses them.</summary>
    public IReadOnlyList<SeedFile> Files { get; }

    /// <summary>Files that are none of ours: a wrong name, a wrong folder, a translation of nothing.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SeedFolder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"The folder of curated files {path} is missing.");
        }

        var problems = new List<Problem>();
        string[] folders = [Formats.Vocabularies.Folder, Formats.CareTypes.Folder, Formats.Organizations.Folder];
        foreach (var stranger in Directory.GetDirectories(path).Select(System.IO.Path.GetFileName).Except(folders).Order())
        {
            problems.Add(new(stranger!, 1, $"this folder is not read (folders are {string.Join(", ", folders)})", Severity.Warning));
        }

        var files = folders.SelectMany(folder => FilesOf(path, folder, problems)).Concat(Synonyms(path, problems)).ToList();
        return new(path, WithHashes(files), problems);
    }

    private static IEnumerable<SeedFile> Synonyms(string path, List<Problem> problems)
    {
        const string Name = Synonym.ListSlug + ".md";
        var names = Directory.GetFiles(path, "*.md").Select(f => System.IO.Path.GetFileName(f)!).ToList();
        problems.AddRange(names.Where(n => n != Name && n.StartsWith(Synonym.ListSlug[..^1], StringComparison.OrdinalIgnoreCase)).Order()
            .Select(n => new Problem(n, 1, $"this file is not read (synonyms of all languages stand in {Name})", Severity.Warning)));
        return names.Contains(Name) ? [Read(path, "", Synonym.ListSlug, [], problems)] : [];
    }

    private static IEnumerable<SeedFile> FilesOf(string path, string folder, List<Problem> problems)
    {
        var directory = System.IO.Path.Combine(path, folder);
        var names = Directory.Exists(directory)
            ? Directory.GetFiles(directory).Select(f => System.IO.Path.GetFileName(f)!).Where(n => n[0] != '.').Order(StringComparer.Ordinal).ToList()
            : [];
        var slugs = names.Where(n => n.EndsWith(".md", StringComparison.Ordinal) && Entry.IsSlug(n[..^3])).Select(n => n[..^3]).ToList();
        foreach (var name in names.Where(n => !slugs.Exists(slug => n == slug + ".md" || IsTranslation(n, slug))))
        {
            var what = name.Count(c => c == '.') == 2 && name.EndsWith(".md", StringComparison.Ordinal)
                ? $"translates nothing: there is no {name[..name.IndexOf('.', StringComparison.Ordinal)]}.md beside it"
                : "the name must be small letters, digits and hyphens, then .md";
            problems.Add(new($"{folder}/{name}", 1, what));
        }

        return slugs.Select(slug => Read(directory, folder, slug, names.Where(n => IsTranslation(n, slug)), problems));
    }

    private static bool IsTranslation(string name, string slug) =>
        name.Length == slug.Length + 6 && name.StartsWith(slug + ".", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal)
        && name.AsSpan(slug.Length + 1, 2).IndexOfAnyExceptInRange('a', 'z') < 0;

    private static SeedFile Read(string directory, string folder, string slug, IEnumerable<string> translations, List<Problem> problems)
    {
        var file = new SeedFile(folder, slug, new("", []));
        try
        {
            var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in translations)
            {
                others[name[(slug.Length + 1)..^3]] = ReadText(System.IO.Path.Combine(directory, name));
            }

            return file with { Text = new(ReadText(System.IO.Path.Combine(directory, slug + ".md")), others) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file.Name, 1, $"cannot be read: {e.Message}"));
            return file;
        }
    }

    private static string ReadText(string file)
    {
        // Long enough to be refused as too long, short enough to be held.
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var buffer = new char[FrontMatter.FileLength + 1];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    // An organization is read with the words of all vocabularies: when one of them changes, all are read again.
    private static List<SeedFile> WithHashes(List<SeedFile> files)
    {
        var words = Hash(files.Where(f => f.Folder != Formats.Organizations.Folder && !f.IsSynonyms));
        return [.. files.Select(f => f with { Hash = Hash([f], f.Folder == Formats.Organizations.Folder ? words : "") })];
    }

    private static string Hash(IEnumerable<SeedFile> files, string more = "")
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add($"{FormatVersion} {more}");
        foreach (var file in files)
        {
            Add(file.Name);
            Add(file.Text.English);
            foreach (var (language, text) in file.Text.Others)
            {
                Add(language);
                Add(text);
            }
        }

        return Convert.ToHexString(hash.GetCurrentHash());

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}

/// <summary>A curated file with the files beside it in other languages.</summary>
public sealed partial record SeedFile(string Folder, string Slug, EntryText Text, string Hash = "")
{
    /// <summary>The path below the folder of curated files.</summary>
    public string Name => IsSynonyms ? $"{Slug}.md" : $"{Folder}/{Slug}.md";

    /// <summary>The one file that stands in no folder and is no entry.</summary>
    public bool IsSynonyms => Folder.Length == 0;

    /// <summary>Of the entry, even if the file cannot be read otherwise; null if it says none.</summary>
    public Guid? Id => IdLine().Match(Text.English) is { Success: true } match && Guid.TryParse(match.Groups[1].Value, out var id) ? id : null;

    [GeneratedRegex("^id: *\"?([0-9a-fA-F-]{36})", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex IdLine();
}
