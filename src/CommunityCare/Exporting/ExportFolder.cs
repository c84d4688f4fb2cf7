using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Store;

namespace CommunityCare.Exporting;

/// <summary>The folder that is written to. Files that are not this catalogue's are neither replaced nor removed.</summary>
internal sealed class ExportFolder
{
    private static readonly string[] Folders = [Formats.Vocabularies.Folder, Formats.CareTypes.Folder, Formats.Organizations.Folder];

    private readonly string _path;
    private readonly KnownFiles _known;
    private readonly ExportReport _report;
    private readonly Dictionary<string, SeedFile> _there;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private ExportFolder(string path, KnownFiles known, ExportReport report)
    {
        (_path, _known, _report) = (path, known, report);
        _there = SeedFolder.Open(path).Files.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <exception cref="StartException">It is a file, or holds other things.</exception>
    public static ExportFolder Open(string path, KnownFiles known, ExportReport report)
    {
        if (File.Exists(path))
        {
            throw new StartException($"{path} is a file. Name a folder to write to.");
        }

        Directory.CreateDirectory(path);

        // Hidden entries do not count: an empty repository of git is empty.
        var names = Directory.GetFileSystemEntries(path).Select(e => Path.GetFileName(e)).Where(n => n[0] != '.').ToList();
        return names.Count == 0 || Folders.Any(f => Directory.Exists(Path.Combine(path, f)))
            ? new(path, known, report)
            : throw new StartException($"{path} holds other things, and is no folder of curated files ({string.Join(", ", Folders)}). Name one, or an empty folder.");
    }

    public void Write(SeedFile file)
    {
        if (_there.TryGetValue(file.Name, out var there) && !_known.Has(there) && !file.IsSynonyms)
        {
            _report.Problems.Add(new(file.Name, 1, "is there already, and is another entry's that this catalogue does not know; give it another name, or seed it first"));
            return;
        }

        if (!Entry.IsSlug(file.Slug))
        {
            _report.Problems.Add(new(file.Name, 1, "is no name for a file; give the entry an address of small letters, digits and hyphens"));
            return;
        }

        Put(file.Name, file.Text.English);
        foreach (var (language, text) in file.Text.Others)
        {
            Put(NameOf(file, language), text);
        }
    }

    /// <summary>Of entries that have another name by now or are gone, and of languages in which an entry says nothing any more.</summary>
    public void RemoveOthers()
    {
        foreach (var file in _there.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var stays = _written.Contains(file.Name);
            if (stays || _known.Has(file))
            {
                string[] names = [file.Name, .. file.Text.Others.Keys.Select(language => NameOf(file, language))];
                foreach (var name in names.Where(n => !_written.Contains(n)))
                {
                    File.Delete(Path.Combine(_path, name));
                    _report.Removed.Add(name);
                }
            }
            else
            {
                _report.LeftAlone.Add(file.Name);
            }
        }
    }

    private void Put(string name, string text)
    {
        _written.Add(name);
        var path = Path.Combine(_path, name);
        if (WholeFile.Holds(path, text))
        {
            _report.Unchanged++;
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, text);
        _report.Written.Add(name);
    }

    private static string NameOf(SeedFile file, string language) => $"{file.Folder}/{file.Slug}.{language}.md";
}
