using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Exporting;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Exporting;

/// <summary>Kinds of care and filters that were made on the site go to the files, drafts too, and come back the same.</summary>
public sealed class SiteMadeWordsTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations(3);
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);
        await using var db = _catalogue.Db();
        var (editor, stop) = (new CatalogEditor(db, _catalogue.Gate, _catalogue.Clock), Stop);
        var desk = new WordsDesk(db, editor);
        var kind = await desk.NewKindAsync(Ids.Of("circles"), stop);
        (kind.Slug, kind.Name, kind.Summary, kind.Guide) = ("circles", "Circles", "People sit together.", "A guide.");
        kind.Translations.Add(new("es", "name", "Círculos"));
        Assert.Null(await desk.AddAsync(kind, "rosa", null, stop));
        var filter = await desk.NewVocabularyAsync(Ids.Of("access"), stop);
        (filter.Slug, filter.Name) = ("access", "Getting there");
        filter.Terms.Add(new() { Slug = "wheels", Name = "By wheelchair" });
        Assert.Null(await desk.AddAsync(filter, "rosa", null, stop));
        await _catalogue.EditAsync(Ids.Of("group-01"), o => o.Terms.AddRange([Samples.Link("kind", "circles"), Samples.Link("access", "wheels")]));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Publication.Draft)]
    [InlineData(Publication.Published)]
    public async Task They_have_files_and_seeding_these_changes_nothing(Publication publication)
    {
        await _catalogue.WriteAsync(async write =>
        {
            var (kind, filter) = ((await write.FindCareTypeAsync(Ids.Of("circles"), Stop))!, (await write.FindVocabularyAsync(Ids.Of("access"), Stop))!);
            kind.Publication = filter.Publication = publication;
            await write.SaveAsync(kind, stop: Stop);
            return await write.SaveAsync(filter, stop: Stop);
        });

        await using var db = _catalogue.Db();
        var report = await new MarkdownExport(db).RunAsync(_files.Path, Stop);

        Assert.Empty(report.Problems);
        Assert.Equal(["care-types/circles.es.md", "care-types/circles.md", "organizations/group-01.md", "vocabulary/access.md"], report.Written.Order(StringComparer.Ordinal));
        foreach (var name in new[] { "care-types/circles.md", "vocabulary/access.md" })
        {
            Assert.Equal(publication == Publication.Draft, (await File.ReadAllTextAsync(Path.Combine(_files.Path, name), Stop)).Contains("publication: draft\n", StringComparison.Ordinal));
        }

        var stamp = await _catalogue.StampAsync();
        var seeded = await _catalogue.SeedAsync(_files);
        Assert.Empty(seeded.Problems);
        Assert.Equal((0, 0, 0, stamp), (seeded.Added.Count, seeded.Updated.Count, seeded.Waiting.Count, await _catalogue.StampAsync()));

        using var other = await Catalogue.NewAsync();
        Assert.Empty((await other.SeedAsync(_files)).Problems);
        Assert.Equal(await StateAsync(_catalogue), await StateAsync(other));
    }

    private static async Task<string> StateAsync(Catalogue catalogue) => string.Join('\n', await catalogue.ReadAsync(db =>
        db.Terms.OrderBy(t => t.Vocabulary.Slug).ThenBy(t => t.Order).Select(t => $"{t.Vocabulary.Publication} {t.Vocabulary.Slug}={t.Slug} {t.Id} {t.Name} {t.Retired}").ToListAsync(Stop)));
}
