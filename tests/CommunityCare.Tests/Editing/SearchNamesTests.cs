using CommunityCare.Catalog;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>The names that can be suggested follow what is written, in the same transaction.</summary>
public sealed class SearchNamesTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_public_name_is_kept_in_every_language()
    {
        await SaveAsync(o =>
        {
            o.Name = "Hope Line";
            o.AlternateNames = ["HL", "The Hope Line"];
            o.Translations = [new("es", "name", "Línea de la Esperanza"), new("es", "summary", "Resumen")];
        });

        Assert.Equal(
            ["esperanza 1", "hl 0", "hope line 0", "line 1", "linea de la esperanza 0", "the hope line 0"],
            await RowsAsync());
    }

    [Fact]
    public async Task An_edit_replaces_them()
    {
        await SaveAsync(o => o.Name = "Hope Line");

        await _catalogue.EditAsync(Ids.Of("care"), o => o.Name = "Courage");
        Assert.Equal(["courage 0"], await RowsAsync());

        await _catalogue.EditAsync(Ids.Of("care"), o => o.Website = null);
        Assert.Equal(["courage 2"], await RowsAsync());

        await _catalogue.EditAsync(Ids.Of("care"), o => o.Status = OrganizationStatus.Closed);
        Assert.Equal(["courage 4"], await RowsAsync());
    }

    [Fact]
    public async Task Words_that_change_leave_them_as_they_are()
    {
        await SaveAsync(o => o.Name = "Hope Line");

        Assert.Empty((await _catalogue.SeedAsync(_files.Replace("vocabulary/cost.md", "name: Free", "name: At no price"))).Problems);

        Assert.Equal(["hope line 0", "line 1"], await RowsAsync());
    }

    [Theory]
    [InlineData(Publication.Draft)]
    [InlineData(Publication.Archived)]
    public async Task What_is_not_public_has_none(Publication publication)
    {
        await SaveAsync();
        await _catalogue.EditAsync(Ids.Of("care"), o => o.Publication = publication);
        Assert.Empty(await RowsAsync());

        await _catalogue.EditAsync(Ids.Of("care"), o => o.Publication = Publication.Published);
        Assert.NotEmpty(await RowsAsync());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_them_as_they_were()
    {
        await SaveAsync(o => o.Name = "Hope Line");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalogue.WriteAsync<bool>(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Ids.Of("care"), Stop))!;
            organization.Name = "Courage";
            await write.SaveAsync(organization, stop: Stop);
            throw new InvalidOperationException();
        }));

        Assert.Equal(["hope line 0", "line 1"], await RowsAsync());
    }

    [Fact]
    public async Task However_many_names_there_are_the_rows_are_bounded()
    {
        await SaveAsync(o => o.AlternateNames = [.. Enumerable.Range(0, Organization.ListLength).Select(i => $"{string.Concat(Enumerable.Repeat($"w{i} ", 20))}end")]);

        var rows = await RowsAsync();
        Assert.InRange(rows.Count, 10, 60);
        Assert.All(rows, row => Assert.InRange(row.Length, 3, 83));
    }

    private async Task SaveAsync(Action<Organization>? change = null)
    {
        var organization = Samples.Organization("care");
        change?.Invoke(organization);
        await _catalogue.SaveAsync(organization);
    }

    /// <summary>Each with its standing.</summary>
    private Task<List<string>> RowsAsync() => _catalogue.ReadAsync(async db =>
        (await db.SearchNames.Select(n => n.Text + " " + n.Standing).ToListAsync(Stop)).Order(StringComparer.Ordinal).ToList());
}
