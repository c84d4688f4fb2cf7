using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>The marks that stand, and whom they mean.</summary>
internal sealed partial class DoNotListMarks(IReadOnlyList<DoNotList> marks)
{
    public static async Task<DoNotListMarks> ReadAsync(CareDb db, CancellationToken stop) =>
        new(await db.DoNotLists.AsNoTracking().Where(m => m.Lifted == null).ToListAsync(stop));

    public DoNotList? Of(Guid id) => marks.FirstOrDefault(m => m.EntryId == id);

    /// <summary>The mark of a group with one of its names, or with its own website.</summary>
    public DoNotList? Like(Organization organization)
    {
        if (marks.Count == 0)
        {
            return null;
        }

        var (names, host) = (AllNames(organization).ToHashSet(), HostOf(organization));
        return marks.FirstOrDefault(m => m.Names.Exists(names.Contains) || (host is not null && m.WebsiteHost == host));
    }

    /// <summary>Those that mean this group and hardly another: its name, and others of more than one word.</summary>
    public static List<string> NamesOf(Organization organization) =>
        [.. AllNames(organization).Where((name, at) => at == 0 || name.Contains(' ', StringComparison.Ordinal)).Distinct()];

    /// <summary>Null where its website is not its own.</summary>
    public static string? HostOf(Organization organization) =>
        organization.WebsiteKind == WebsiteKind.Own && Uri.TryCreate(organization.Website, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? HostOf(address)
            : null;

    private static string HostOf(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static IEnumerable<string> AllNames(Organization organization) =>
        organization.AlternateNames.Prepend(organization.Name)
            .Concat(organization.Translations.Where(t => t.Field == "name").Select(t => t.Text))
            .Select(name => Between().Replace(Fold.SortName(name), " ").Trim());

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
