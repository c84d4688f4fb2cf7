using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests;

/// <summary>The folders are the architecture: what each may name keeps their direction.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 300;

    // Editors' pages write, through the one door, and speak of documents.
    private const string ForEditors = "Pages/Admin";

    private static readonly string[] Folders =
        ["Accounts", "Asking", "Backups", "Catalog", "Checking", "Cli", "Documents", "Editing", "Exporting", "Gazetteer", "Pages", "Proposals", "Search", "Seeding", "Store", "Web"];

    [Fact]
    public void Every_folder_is_known_here() => Assert.Equal(
        Folders,
        Code("").Select(f => f.Path.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_catalog_names_neither_the_database_nor_the_web_nor_any_other_folder() => Walk.Complaints(
        from file in Code("Catalog")
        from Match name in Outside().Matches(file.Text)
        select $"{file.Path}: {name.Value}");

    // What a folder may name, in the order in which what we know flows to a person.
    [Theory]
    [InlineData("Catalog", "Documents", "Store", "Editing", "Seeding", "Checking", "Exporting", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Documents", "Store", "Editing", "Seeding", "Checking", "Exporting", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Gazetteer", "Documents", "Editing", "Seeding", "Checking", "Exporting", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Search", "Seeding", "Checking", "Exporting", "Backups", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Store", "Checking", "Exporting", "Web", "Pages", "Cli")]
    [InlineData("Editing", "Seeding", "Checking", "Exporting", "Backups", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Seeding", "Checking", "Exporting", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Checking", "Store", "Editing", "Exporting", "Backups", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Exporting", "Editing", "Checking", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Backups", "Seeding", "Checking", "Exporting", "Search", "Proposals", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Proposals", "Seeding", "Checking", "Exporting", "Backups", "Documents", "Web", "Accounts", "Pages", "Asking", "Cli")]
    [InlineData("Asking", "Gazetteer", "Documents", "Seeding", "Checking", "Exporting", "Backups", "Search", "Proposals", "Web", "Accounts", "Pages", "Cli")]
    [InlineData("Web", "Editing", "Seeding", "Checking", "Exporting", "Documents", "Accounts", "Pages", "Cli")]
    [InlineData("Accounts", "Seeding", "Checking", "Exporting", "Documents", "Search", "Pages", "Asking", "Cli")]
    [InlineData("Pages", "Store", "Editing", "Seeding", "Checking", "Exporting", "Documents", "Asking", "Cli")]
    [InlineData(ForEditors, "Store", "Seeding", "Checking", "Exporting", "Cli")]
    public void A_folder_never_names_those_that_come_after_it(string folder, params string[] after) => Walk.Complaints(
        from file in Code(folder)
        where folder == ForEditors || !file.Path.StartsWith($"src/CommunityCare/{ForEditors}/", StringComparison.Ordinal)
        from other in after
        where Regex.IsMatch(file.Text, $@"\bCommunityCare\.{other}\b")
        select $"{file.Path} names {other}");

    [Fact]
    public void Only_the_store_and_the_text_index_name_SQLite() => Walk.Complaints(
        from file in Code("")
        where !file.Path.StartsWith("src/CommunityCare/Store/", StringComparison.Ordinal) && !file.Path.EndsWith("/Search/TextIndex.cs", StringComparison.Ordinal)
        from line in file.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Sqlite().IsMatch(line)
        select file.Path);

    [Fact]
    public void The_curated_documents_are_read_without_a_web_server_or_a_database() => Walk.Complaints(
        from file in Code("Documents").Concat(Code("Checking"))
        where file.Text.Contains("EntityFrameworkCore", StringComparison.Ordinal) || file.Text.Contains("AspNetCore", StringComparison.Ordinal)
        select file.Path);

    [Fact]
    public void A_namespace_is_its_folder() => Walk.Complaints(
        from file in Sources.Of("src/CommunityCare", ".cs")
        let name = Namespace().Match(file.Text).Groups[1].Value
        let folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
        where name != folder && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)
        select $"{file.Path}: {name}");

    [Fact]
    public void No_file_is_long() => Walk.Complaints(
        from folder in new[] { "src", "tests" }
        from file in Sources.Of(folder, ".cs", ".cshtml", ".css", ".js", ".csproj")
        where !file.Path.EndsWith("/wwwroot/site.css", StringComparison.Ordinal)
        let lines = file.Text.AsSpan().Count('\n')
        where lines > LongestFile
        select $"{file.Path}: {lines} lines");

    [Fact]
    public void Nothing_is_put_off_in_a_comment() => Walk.Complaints(
        from file in Sources.Of("src", ".cs", ".cshtml", ".css", ".js")
        where ToDo().IsMatch(file.Text)
        select file.Path);

    private static IEnumerable<(string Path, string Text)> Code(string folder) =>
        Sources.Of(Path.Combine("src/CommunityCare", folder), ".cs", ".cshtml");

    [GeneratedRegex(@"EntityFrameworkCore|AspNetCore|Microsoft\.\w+|\bCommunityCare\.(?!Catalog\b)\w+|\b(Documents|Store|Editing|Seeding|Checking|Exporting|Backups|Asking|Proposals|Search|Web|Accounts|Pages|Cli)\.[A-Z]\w+")]
    private static partial Regex Outside();

    [GeneratedRegex("sqlite|fts5|SearchIndex", RegexOptions.IgnoreCase)]
    private static partial Regex Sqlite();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(//|/\*|@\*|^\s*\*).*\b(TODO|FIXME|HACK)\b", RegexOptions.Multiline)]
    private static partial Regex ToDo();
}
