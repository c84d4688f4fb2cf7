using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>A bad file is told so that it can be mended, and keeps no other from being read.</summary>
public sealed class ProblemsTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations(12);
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _catalogue = await Catalogue.NewAsync();

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_problems_are_told_at_once_with_file_and_line_and_what_was_probably_meant()
    {
        _files.Replace("organizations/group-01.md", "kind: [peer-support]", "kind: [peer-suport]")
            .Replace("organizations/group-02.md", "status: active", "status: activ")
            .Replace("organizations/group-03.md", "name: Name", "nam: Name")
            .Write("organizations/Group 4.md", "---\n---\n");

        var report = await _catalogue.SeedAsync(_files);

        Assert.True(report.HasErrors);
        Assert.Equal(
            [
                "organizations/Group 4.md:1: the name must be small letters, digits and hyphens, then .md",
                "organizations/group-01.md:7: the term of kind `peer-suport` is not known (did you mean `peer-support`?)",
                "organizations/group-02.md:4: status `activ` is not known (did you mean `active`?)",
                "organizations/group-03.md:2: name is missing",
                "organizations/group-03.md:3: the field `nam` is not known (did you mean `name`?)",
            ],
            report.Problems.Select(p => p.ToString()));
        Assert.Equal(9, await _catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
        Assert.EndsWith("5 problems", report.Lines().Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nname: [broken\n---\n")]
    [InlineData("---\nname: \"broken\n---\n")]
    [InlineData("---\nterms:\n\t- slug: x\n---\n")]
    [InlineData("no fields at all")]
    [InlineData("")]
    public async Task A_broken_vocabulary_takes_nothing_away(string broken)
    {
        await _catalogue.SeedAsync(_files);
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files.Write("vocabulary/cost.md", broken));

        Assert.True(report.HasErrors);
        Assert.Empty(report.Archived);
        Assert.Equal(stamp, await _catalogue.StampAsync());
        Assert.Equal(12, (await _catalogue.FoundByAsync("gratis")).Count);
    }

    [Fact]
    public async Task A_slip_in_a_vocabulary_is_one_problem()
    {
        await _catalogue.SeedAsync(_files);

        var report = await _catalogue.SeedAsync(_files.Replace("vocabulary/cost.md", "name: Free", "nme: Free").Organization("newcomer"));

        Assert.All(report.Problems, p => Assert.Equal("vocabulary/cost.md", p.File));
        Assert.Equal(["organizations/newcomer.md"], report.Added);
    }

    [Fact]
    public async Task An_entry_waits_for_a_word_whose_file_has_to_be_mended()
    {
        await _catalogue.SeedAsync(_files);
        _files.Vocabulary("cost", 6, ("free", "Free", "gratis"), ("barter", "Barter", "swap")).Replace("vocabulary/cost.md", "name: Barter", "nme: Barter")
            .Organization("newcomer").Replace("organizations/newcomer.md", "cost: [free]", "cost: [barter]");

        var report = await _catalogue.SeedAsync(_files);
        Assert.Contains("organizations/newcomer.md:1: waits for the cost `barter`, whose own file has to be mended first", report.Problems.Select(p => p.ToString()));
        Assert.Empty(report.Added);

        report = await _catalogue.SeedAsync(_files.Replace("vocabulary/cost.md", "nme: Barter", "name: Barter"));
        Assert.Empty(report.Problems);
        Assert.Equal(["organizations/newcomer.md"], report.Added);
    }

    [Fact]
    public async Task An_id_that_stands_twice_is_the_first_files()
    {
        _files.Organization("group-99").Replace("organizations/group-99.md", Ids.Of("group-99").ToString(), Ids.Of("group-01").ToString());

        var report = await _catalogue.SeedAsync(_files);

        Assert.StartsWith($"organizations/group-99.md:2: the id {Ids.Of("group-01")} stands already in organizations/group-01.md", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("Name of group-01", (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Name);
        Assert.Empty((await _catalogue.SeedAsync(_files)).Archived);
    }

    [Fact]
    public async Task A_copy_that_kept_its_id_does_not_take_the_place_of_the_entry()
    {
        await _catalogue.SeedAsync(_files);

        // Its name comes first, but the entry's own file is known.
        _files.Organization("a-copy").Replace("organizations/a-copy.md", Ids.Of("a-copy").ToString(), Ids.Of("group-01").ToString());
        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal(["organizations/a-copy.md", "organizations/group-01.md"], report.Problems.Select(p => p.File).Order());
        Assert.Equal(("group-01", "Name of group-01"), await NameAsync("group-01"));
    }

    [Fact]
    public async Task An_address_of_an_entry_that_was_made_on_the_site_is_told()
    {
        await _catalogue.SaveAsync(Samples.Organization("taken"));
        _files.Organization("taken").Replace("organizations/taken.md", $"id: {Ids.Of("taken")}", $"id: {Ids.Of("other")}")
            .Replace("organizations/taken.md", Ids.Of("taken service").ToString(), Ids.Of("other service").ToString());

        var report = await _catalogue.SeedAsync(_files);

        Assert.StartsWith("organizations/taken.md:1: the address `taken` belongs to another entry", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(("taken", "Name of taken"), await NameAsync("taken"));
    }

    [Fact]
    public async Task An_id_of_a_part_that_another_entry_has_is_told()
    {
        await _catalogue.SaveAsync(Samples.Organization("owner"));
        _files.Replace("organizations/group-01.md", Ids.Of("group-01 service").ToString(), Ids.Of("owner service").ToString());

        var report = await _catalogue.SeedAsync(_files);

        Assert.Contains("belongs to `owner`", Assert.Single(report.Problems).What, StringComparison.Ordinal);
        Assert.Equal(12, await _catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_vocabulary_cannot_be_called_kind()
    {
        var report = await _catalogue.SeedAsync(_files.Vocabulary("kind", 1, ("other", "Other", "else")));

        Assert.Equal("vocabulary/kind.md", Assert.Single(report.Problems).File);
        Assert.Equal(12, await _catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
    }

    private async Task<(string Slug, string Name)> NameAsync(string of)
    {
        var organization = await _catalogue.OrganizationAsync(Ids.Of(of));
        return (organization.Slug, organization.Name);
    }
}
