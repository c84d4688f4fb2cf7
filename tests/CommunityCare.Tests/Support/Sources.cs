namespace CommunityCare.Tests.Support;

/// <summary>The repository's own source files, without what tools write.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/Migrations/"];

    public static IEnumerable<(string Path, string Text)> Of(string folder, params string[] endings) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where endings.Contains(System.IO.Path.GetExtension(file)) && !NotOurs.Any(n => path.Contains(n, StringComparison.Ordinal))
        orderby path
        select (path, File.ReadAllText(file));
}
