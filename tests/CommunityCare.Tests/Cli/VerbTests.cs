using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

[Collection(Processes.Name)]
public sealed class VerbTests : IDisposable
{
    private readonly Around _around = new();
    private readonly SeedFiles _files = new();

    [Fact]
    public async Task Check_finds_the_repository_good_and_needs_no_database()
    {
        var (code, output) = await SiteProgram.RunAsync(_around, "check");

        Assert.True(code == 0, output);
        Assert.Contains("0 errors", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_around.Data));
    }

    [Fact]
    public async Task Check_tells_the_file_and_the_line_of_a_slip()
    {
        _files.Organization("slip").Replace("organizations/slip.md", "status: active", "status: actve");

        var (code, output) = await SiteProgram.RunAsync(_around, "check", "--seed-data", _files.Path);

        Assert.Equal(1, code);
        Assert.Matches(@"(?m)^organizations/slip\.md:4: .*actve", output);
    }

    [Fact]
    public async Task Check_reads_the_folder_that_the_site_would_read()
    {
        _files.Write("organizations/bad.md", "no front matter\n");

        var (code, output) = await SiteProgram.RunAsync(_around.With("CommunityCare__SeedData", _files.Path), "check");

        Assert.Equal(1, code);
        Assert.Matches(@"(?m)^organizations/bad\.md:1: ", output);
    }

    [Fact]
    public async Task Check_without_a_folder_says_so_in_one_line()
    {
        var (code, output) = await SiteProgram.RunAsync(_around, "check", "--seed-data", "/nonexistent");

        Assert.Equal(1, code);
        Assert.Contains("/nonexistent", Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_tells_what_it_did_and_the_second_time_that_nothing_changed()
    {
        _files.Organizations(3);
        _around.With("CommunityCare__SeedData", _files.Path);

        var first = await SiteProgram.RunAsync(_around, "seed");
        var second = await SiteProgram.RunAsync(_around, "seed");

        Assert.True(first.Code == 0, first.Output);
        Assert.Contains("9 added, 0 updated, 0 renamed, 0 archived, 0 unchanged, 0 waiting, 0 problems", first.Output, StringComparison.Ordinal);
        Assert.True(second.Code == 0, second.Output);
        Assert.Contains("0 added, 0 updated, 0 renamed, 0 archived, 9 unchanged, 0 waiting, 0 problems", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_brings_the_good_files_and_fails_for_a_bad_one()
    {
        _files.Organizations(3).Write("organizations/bad.md", "no front matter\n");

        var (code, output) = await SiteProgram.RunAsync(_around.With("CommunityCare__SeedData", _files.Path), "seed");

        Assert.Equal(1, code);
        Assert.Matches(@"(?m)^organizations/bad\.md:1: ", output);
        Assert.Contains("9 added", output, StringComparison.Ordinal);
        Assert.Equal(3, Database.Count(_around.Database, "SELECT COUNT(*) FROM Organizations"));
    }

    [Fact]
    public async Task Seed_archives_many_only_when_it_is_allowed_to()
    {
        _files.Organizations(4);
        _around.With("CommunityCare__SeedData", _files.Path);
        await SiteProgram.RunAsync(_around, "seed");
        _files.Delete("organizations/group-01.md").Delete("organizations/group-02.md");

        var careful = await SiteProgram.RunAsync(_around, "seed");
        var allowed = await SiteProgram.RunAsync(_around, "seed", "--allow-removals");

        Assert.Contains("--allow-removals", careful.Output, StringComparison.Ordinal);
        Assert.Contains("0 archived", careful.Output, StringComparison.Ordinal);
        Assert.Contains("2 archived", allowed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_the_verbs(string option)
    {
        var (code, output) = await SiteProgram.RunAsync(_around, option);

        Assert.Equal(0, code);
        Assert.All(["serve", "seed", "check", "export", "backup", "restore"], verb => Assert.Matches($@"(?m)^  {verb}\b", output));
        Assert.False(Directory.Exists(_around.Data));
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var (code, output) = await SiteProgram.RunAsync(_around, "--version");

        Assert.Equal(0, code);
        Assert.StartsWith(typeof(CareApp).Assembly.GetName().Version!.ToString(3), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("seed", "frobnicate")]
    [InlineData("check", "--frobnicate")]
    public async Task What_is_not_known_is_told(params string[] args)
    {
        var (code, output) = await SiteProgram.RunAsync(_around, args);

        Assert.Equal(1, code);
        Assert.Contains($"'{args[^1]}'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_around.Data));
    }

    public void Dispose()
    {
        _files.Dispose();
        _around.Dispose();
    }
}
