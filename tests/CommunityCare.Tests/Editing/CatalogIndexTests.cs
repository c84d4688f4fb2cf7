using CommunityCare.Editing;
using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>What is written for all organizations at once is what the editor writes for one after another.</summary>
public sealed class CatalogIndexTests
{
    private const string Everything = """
        SELECT 'document', OrganizationKey, Name || OtherNames || Terms || Services || Summary || Card, NULL FROM SearchDocuments
        UNION ALL SELECT 'point', OrganizationKey, Latitude, Longitude FROM SearchPoints
        UNION ALL SELECT 'name', OrganizationKey, Text, IsWhole || Standing FROM SearchNames
        UNION ALL SELECT 'word', Word, NULL, NULL FROM SearchWords
        UNION ALL SELECT 'term', OrganizationKey, TermKey, ServiceKey || Derived FROM TermLinks
        UNION ALL SELECT 'columns', Key, SortName, Reachable || COALESCE(FreshOn, '') FROM Organizations
        ORDER BY 1, 2, 3, 4
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_at_once_is_as_one_by_one()
    {
        using var catalogue = await Catalogue.NewAsync();
        await catalogue.SeedAsync(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data")));
        await using var db = catalogue.Db();
        var oneByOne = await ReadAsync(db);

        // Whatever went wrong before: nothing of it is left.
        await db.Database.ExecuteSqlRawAsync(
            """
            UPDATE SearchDocuments SET Name = 'wrong', Card = '' WHERE OrganizationKey % 2;
            DELETE FROM SearchDocuments WHERE OrganizationKey % 3 = 0;
            DELETE FROM SearchNames; DELETE FROM SearchPoints; DELETE FROM TermLinks WHERE Derived AND OrganizationKey % 2;
            INSERT INTO TermLinks (OrganizationKey, TermKey, Derived)
                SELECT 1, t.Key, 1 FROM Terms t JOIN Vocabularies v ON v.Key = t.VocabularyKey WHERE v.Slug = 'status' AND t.Slug = 'historical';
            INSERT INTO SearchWords VALUES ('zzzz');
            UPDATE Organizations SET Reachable = NOT Reachable, FreshOn = NULL, SortName = 'wrong' WHERE Key % 2;
            """,
            Stop);
        Assert.NotEqual(oneByOne, await ReadAsync(db));
        await CatalogIndex.RebuildAsync(db, Stop);

        Assert.Equal(oneByOne, await ReadAsync(db));
        await catalogue.CheckIndexAsync();
        Assert.All(["document", "point", "name", "word", "term", "columns"], part => Assert.Contains(oneByOne, row => row.StartsWith(part, StringComparison.Ordinal)));
    }

    private static async Task<List<string>> ReadAsync(CareDb db)
    {
        var rows = new List<string>();
        await using var command = await db.CommandAsync(Everything, Stop);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
