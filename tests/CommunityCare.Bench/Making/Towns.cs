using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Making;

internal sealed record Town(string City, string State, string Zip, double Latitude, double Longitude);

/// <summary>Where organizations are: a state as often as people live there, and in it a town for each of its ZIP codes.</summary>
internal sealed class Towns
{
    // Residents in 100,000, from the census of 2020.
    private const string Residents =
        "CA 395 TX 291 FL 215 NY 202 PA 130 IL 128 OH 118 GA 107 NC 104 MI 101 NJ 93 VA 86 WA 77 AZ 72 MA 70 TN 69 IN 68 MD 62 MO 62 "
        + "WI 59 CO 58 MN 57 SC 51 AL 50 LA 47 KY 45 OR 42 OK 40 CT 36 PR 33 UT 33 IA 32 NV 31 AR 30 MS 30 KS 29 NM 21 NE 20 ID 18 "
        + "WV 18 HI 15 NH 14 ME 14 RI 11 MT 11 DE 10 SD 9 ND 8 AK 7 DC 7 VT 6 WY 6";

    private readonly Dictionary<string, Town[]> _byState;

    private Towns(IEnumerable<Town> towns)
    {
        _byState = towns.GroupBy(t => t.State).ToDictionary(g => g.Key, g => g.ToArray());
        var residents = Residents.Split(' ').Chunk(2).Select(pair => (State: pair[0], Count: double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)));
        States = new(residents.Where(r => _byState.ContainsKey(r.State)));
    }

    public Skewed<string> States { get; }

    public static async Task<Towns> ReadAsync(CareDb db, CancellationToken stop)
    {
        var towns = await db.ZipCodes.OrderBy(z => z.Code)
            .Select(z => new Town(z.City, z.StateProvince, z.Code, z.Latitude, z.Longitude)).ToListAsync(stop);
        return new(towns);
    }

    public Town Pick(Chance chance, string state) => chance.Of(_byState[state]);
}
