using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Proposals;

/// <summary>Finds public organizations that have the same name or website as one that somebody wants to add, or nearly so.</summary>
public sealed class LookAlikes(CareDb db)
{
    public const int Limit = 5;

    /// <summary>Fewer letters begin too many names.</summary>
    private const int ShortestName = 4;

    // Names of one organization may begin alike.
    private const int RowsForEach = 4;

    // Greater than every letter.
    private const string Last = "\U0010FFFF";

    /// <param name="name">As somebody typed it.</param>
    /// <param name="website">As somebody typed it; empty if not known.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>With slug, name and translations alone; those with the same website first.</returns>
    public async Task<IReadOnlyList<Organization>> OfAsync(string name, string website, CancellationToken stop = default)
    {
        List<Organization> found = [.. await ByWebsiteAsync(website, stop), .. await ByNameAsync(SearchNames.Folded(Fold.SortName(name)), stop)];
        return [.. found.DistinctBy(o => o.Slug).Take(Limit)];
    }

    private async Task<IEnumerable<Organization>> ByWebsiteAsync(string website, CancellationToken stop)
    {
        if (Site(website) is not var (host, path) || !host.Contains('.', StringComparison.Ordinal))
        {
            return [];
        }

        var rows = await db.Organizations.AsNoTracking().Public()
            .Where(o => EF.Functions.Like(o.Website!, $"%{host}%"))
            .Select(o => new Organization { Slug = o.Slug, Name = o.Name, Website = o.Website, Translations = o.Translations })
            .ToListAsync(stop);

        // Two pages of one site are the same group, unless a thousand groups have a page there.
        return rows.Where(o => Site(o.Website!) is var (otherHost, otherPath) && otherHost == host
            && (otherPath == path || otherPath.Length == 0 || path.Length == 0));
    }

    private async Task<IEnumerable<Organization>> ByNameAsync(string name, CancellationToken stop)
    {
        if (name.Length < ShortestName)
        {
            return [];
        }

        // "Freedom Store Oakland" may be the listed "Freedom Store", and the other way around.
        var (openings, end) = (Openings(name), name + Last);
#pragma warning disable CA1309 // The database compares bytes.
        var rows = await db.SearchNames.AsNoTracking()
            .Where(n => (n.IsWhole && openings.Contains(n.Text)) || (string.Compare(n.Text, name) >= 0 && string.Compare(n.Text, end) < 0))
            .OrderBy(n => n.Standing).ThenBy(n => n.Text)
            .Take(Limit * RowsForEach)
            .Select(n => new Organization { Slug = n.Organization.Slug, Name = n.Organization.Name, Translations = n.Organization.Translations })
            .ToListAsync(stop);
#pragma warning restore CA1309
        return rows;
    }

    private static List<string> Openings(string name) =>
    [
        name,
        .. Enumerable.Range(0, name.Length).Where(at => name[at] == ' ' && name.AsSpan(0, at).Contains(' ')).Select(at => name[..at]),
    ];

    private static (string Host, string Path)? Site(string website)
    {
        var text = website.Trim();
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = uri.Host.ToLowerInvariant();
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host, uri.AbsolutePath.Trim('/').ToLowerInvariant());
    }
}
