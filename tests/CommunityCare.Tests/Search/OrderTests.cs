using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>The better it fits, the further up; and every page goes on where the one before ended.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.NewAsync();

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Name_then_term_then_service_then_text_then_other_words()
    {
        _shelf.Files.Write("synonyms.md", "# Synonyms\n\n- spanish > castilla\n");
        await _shelf.SeedAsync();
        await AddAsync("a-wider", o => o.Summary = "From Castilla.");
        await AddAsync("b-text", o => o.Summary = "Spanish is spoken.");
        await AddAsync("c-service", o => o.Services[0].Name = "Spanish evening");
        await AddAsync("d-term", o => o.Terms = [Shelf.Link("language=spanish")]);
        await AddAsync("e-name", o => o.Name = "Circle in Spanish");
        await AddAsync("f-beginning", o => o.Summary = "Spanishtown.");

        Assert.Equal("e-name d-term c-service b-text", string.Join(' ', (await _shelf.ShownAsync("?q=spanish")).Split(' ').Take(4)));
        Assert.Equal(["a-wider", "f-beginning"], (await _shelf.ShownAsync("?q=spanish")).Split(' ').Skip(4).Order());
    }

    [Fact]
    public async Task The_whole_name_comes_first_even_of_somebody_who_cannot_be_reached()
    {
        await AddAsync("a-longer", o => o.Name = "Quilt Circle of the Bay");
        await AddAsync("b-whole", o => (o.Name, o.Website) = ("The Quilt Circle", null));
        await AddAsync("c-other", o => o.AlternateNames = ["Quilt Circle"]);
        await AddAsync("d-text", o => o.Summary = "A quilt circle, a quilt circle, a quilt circle.");

        var shown = (await _shelf.ShownAsync("?q=quilt+circle")).Split(' ');
        Assert.Equal(["b-whole", "c-other"], shown.Take(2).Order());
        Assert.Equal(["a-longer", "d-text"], shown.Skip(2));
    }

    [Fact]
    public async Task Who_can_be_reached_comes_first_among_equals_and_equals_stand_by_name()
    {
        foreach (var (slug, name, website) in new[] { ("one", "Zebra", (string?)"https://example.org/"), ("two", "The Apple", "https://example.org/"), ("three", "Aardvark", null), ("four", "Éclair", "https://example.org/") })
        {
            await AddAsync(slug, o => (o.Name, o.Website, o.Summary) = (name, website, "Quilts."));
        }

        Assert.Equal("two four one three", await _shelf.ShownAsync("?q=quilts"));
        Assert.Equal("two four one three", await _shelf.ShownAsync(""));
        Assert.Equal("two four one three", await _shelf.ShownAsync("?sort=name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=quilt")]
    [InlineData("?q=quilt&sort=name")]
    [InlineData("?q=quilt&sort=fresh")]
    [InlineData("?q=quilt&place=california")]
    [InlineData("?near=94601&within=100")]
    [InlineData("?near=94601&within=100&q=quilt")]
    public async Task Deep_pages_leave_nobody_out_and_show_nobody_twice(string question)
    {
        var random = new Random(5);
        for (var i = 0; i < 65; i++)
        {
            await AddAsync($"g-{i:00}", o =>
            {
                (o.Website, o.AsOf) = (random.Next(3) == 0 ? null : o.Website, new(2020 + random.Next(4)));
                o.Summary = random.Next(3) switch { 0 => "A quilt.", 1 => "A quilt and a quilt of more.", _ => "Something about quilting." };
                o.Name = random.Next(4) == 0 ? "Quilt" : $"Group {random.Next(5)}";
                o.Terms = random.Next(2) == 0 ? [Shelf.Link("place=california")] : [Shelf.Link("place=everywhere")];
                o.Locations = random.Next(3) == 0 ? [new() { Id = Ids.Of($"{o.Slug} place"), City = "Oakland", StateProvince = "CA" }] : [];
            });
        }

        var first = await _shelf.FindAsync(question);
        var shown = new List<string>();
        for (var page = 1; page <= first.Pages; page++)
        {
            var results = await _shelf.FindAsync($"{question}{(question.Length == 0 ? "?" : "&")}page={page}");
            var slugs = results.Parts.SelectMany(p => p.Organizations).Select(o => o.Slug).ToList();
            Assert.Equal(page < first.Pages ? OrganizationSearch.PageSize : first.Total - (OrganizationSearch.PageSize * (page - 1)), slugs.Count);
            Assert.Equal(results.Parts.Select(p => p.Reach).Order(), results.Parts.Select(p => p.Reach));
            shown.AddRange(slugs);
        }

        Assert.True(first.Pages > 2, $"{first.Total}");
        Assert.Equal(first.Total, shown.Distinct().Count());
        Assert.Equal(first.Total, first.Totals.Values.Sum());
    }

    private Task AddAsync(string slug, Action<Organization> change) => _shelf.AddAsync(slug, "", o =>
    {
        (o.Name, o.Summary, o.Services[0].Name) = ($"Group {slug[..1]}", "People.", "Meeting");
        change(o);
    });
}
