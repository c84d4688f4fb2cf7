using CommunityCare.Bench.Making;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Questions;

/// <summary>Writes down what will be asked of the site: a file of addresses for each class of questions.</summary>
internal static class Asking
{
    private const int Count = 120;

    /// <summary>One reader in so many reads Spanish.</summary>
    private const int Spanish = 4;

    public static async Task WriteAsync(string folder, CancellationToken stop)
    {
        await using var site = BenchSite.Open(folder, BenchSite.SeedData(folder), StandingClock.Instance);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CareDb>();
        var services = scope.ServiceProvider;
        var known = await KnownWords.ReadAsync(
            db, () => new(db, services.GetRequiredService<Snapshots>(), services.GetRequiredService<Geocoder>()), stop);
        var chance = new Chance(211);
        var classes = new List<(string Name, List<string> Words)>();
        foreach (var words in WordClass.Of(await db.Organizations.LongCountAsync(stop)))
        {
            classes.Add((words.Name, await words.PickAsync(chance, known, Count, stop)));
        }

        var addresses = new Addresses(db, chance);
        await WriteAsync(folder, "home", Addresses.Home);
        await WriteAsync(folder, "guide", await addresses.GuidesAsync(stop));
        await WriteAsync(folder, "list", Addresses.Lists);
        await WriteAsync(folder, "filters", await addresses.FiltersAsync(Count, stop));
        foreach (var (name, words) in classes)
        {
            await WriteAsync(folder, name, words.Select(Typed));
        }

        await WriteAsync(folder, "typo", (await Slips.PickAsync(chance, known, Count, stop)).Select(Typed));
        await WriteAsync(folder, "near", await addresses.NearAsync(Count, [.. classes.SelectMany(c => c.Words).Where(w => !w.Contains(' ', StringComparison.Ordinal))], stop));
        await WriteAsync(folder, "suggest", await addresses.PrefixesAsync(Count, stop));
    }

    private static string Typed(string words) => Addresses.List(SearchQuery.Everything with { Words = words });

    private static async Task WriteAsync(string folder, string name, IEnumerable<string> addresses)
    {
        var english = addresses.ToList();
        var asked = english.Count < Spanish * 2
            ? english.Concat(english.Select(a => "/es" + a))
            : english.Select((a, at) => at % Spanish == Spanish - 1 ? "/es" + a : a);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "queries")).FullName, name + ".txt");
        await File.WriteAllTextAsync(file, string.Concat(asked.Select(a => a + "\n")));
        Console.WriteLine($"{name}: {english.Count}");
    }
}
