using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;

namespace CommunityCare.Seeding;

/// <summary>Brings the file of synonyms in, within the transaction of the entries. Nobody edits them on the site, so the file is right.</summary>
internal sealed class SynonymRun(CareDb db, CatalogWrite write, Dictionary<Guid, SeedRecord> records, SeedReport report)
{
    private static readonly EntryText Nothing = new("", []);

    /// <summary>Without its file there are none.</summary>
    public async Task ArchiveAsync(IEnumerable<SeedRecord> gone, CancellationToken stop)
    {
        foreach (var record in gone.Where(r => r.EntryId == Synonym.ListId))
        {
            await write.SaveSynonymsAsync([], Nothing, Act.Archived, "its file is gone", stop);
            report.Archived.Add(record.Path);
            (record.Gone, record.Hash, record.Text) = (true, "", Nothing);
        }
    }

    public async Task BringAsync(ReadSynonyms? read, CancellationToken stop)
    {
        var record = records.GetValueOrDefault(Synonym.ListId);
        if (read?.List is not { } list)
        {
            return;
        }

        if (record is { Gone: false } && record.Hash == read.File.Hash)
        {
            report.Unchanged++;
            return;
        }

        var text = new EntryText(list.Text, []);
        var changed = await write.SaveSynonymsAsync(list.Pairs, text, stop: stop);
        Tell(record is null, changed, read.File.Name);
        if (record is null)
        {
            record = new() { EntryId = Synonym.ListId };
            db.Add(record);
        }

        // Lines that could not be used are told again at every start, until they are mended.
        var hash = read.IsWhole ? read.File.Hash : "";
        (record.Path, record.Hash, record.Text, record.Gone) = (read.File.Name, hash, text, false);
    }

    private void Tell(bool added, bool changed, string name)
    {
        if (changed)
        {
            (added ? report.Added : report.Updated).Add(name);
        }
        else
        {
            report.Unchanged++;
        }
    }
}
