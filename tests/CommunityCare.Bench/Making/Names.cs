using System.Text;
using CommunityCare.Catalog;
using CommunityCare.Search;

namespace CommunityCare.Bench.Making;

/// <summary>Names put together from what such names are made of, each with an address of its own.</summary>
internal sealed class Names(Skewed<string> rare)
{
    private static readonly Dictionary<string, string[]> Works = new()
    {
        ["community-health-workers"] = ["Community Health", "Health Workers", "Promotoras", "Health Outreach", "Wellness", "Community Wellness"],
        ["doulas-midwives"] = ["Doula", "Birth", "Midwifery", "Birth Workers", "Postpartum", "Parteras"],
        ["healing-circles"] = ["Healing Circle", "Talking Circle", "Grief Circle", "Drum Circle", "Circle of Care", "Sweat Lodge"],
        ["healing-justice"] = ["Healing Justice", "Care and Justice", "Body and Justice", "Wellness Justice", "Acupuncture", "Herbal"],
        ["mutual-aid"] = ["Mutual Aid", "Neighbors", "Community Fridge", "Free Store", "Solidarity", "Food Share"],
        ["peer-support"] = ["Peer Support", "Recovery", "Warm Line", "Peer Respite", "Clubhouse", "Survivors"],
    };

    private static readonly string[] OtherWorks = ["Care", "Support", "Family"];
    private static readonly string[] Groups = ["Collective", "Network", "Project", "Center", "Alliance", "Coalition", "Association", "Fund", "House", "Program", "Initiative", "Council"];
    private static readonly string[] Moods = ["Rising", "Rooted", "Gentle", "Open", "Bright", "Common", "Sacred", "Strong", "Brave", "Quiet", "New", "Living"];
    private static readonly string[] Images = ["Roots", "River", "Hands", "Garden", "Sun", "Moon", "Bridge", "Harvest", "Heart", "Light", "Cedar", "Path", "Voices", "Seeds", "Sisters"];
    private static readonly string[] Houses = ["Casa", "Centro", "Red", "Colectiva", "Promotoras de"];

    private readonly HashSet<string> _slugs = [];

    public string Name(Chance chance, string kind, Town town)
    {
        var work = chance.Of(Works.GetValueOrDefault(kind, OtherWorks));
        var someone = MadeUp.AsName(rare.Pick(chance));
        return chance.Below(8) switch
        {
            0 => $"{town.City} {work} {chance.Of(Groups)}",
            1 => $"{someone} {work} {chance.Of(Groups)}",
            2 => $"{chance.Of(Moods)} {chance.Of(Images)} {work}",
            3 => $"{chance.Of(Moods)} {chance.Of(Images)} {chance.Of(Groups)} of {town.City}",
            4 => $"{chance.Of(Houses)} {someone}",
            5 => $"{someone} {chance.Of(Images)} {chance.Of(Groups)}",
            6 => $"{work} {chance.Of(Groups)} of {town.City}, {town.State}",
            _ => $"{someone} and {MadeUp.AsName(rare.Pick(chance))} {work}",
        };
    }

    /// <summary>Whoever has a name that another has already gets a number behind it.</summary>
    public string Slug(string name)
    {
        var text = new StringBuilder();
        foreach (var c in Fold.Letters(name))
        {
            text.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        }

        var plain = string.Join('-', text.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        plain = plain[..Math.Min(plain.Length, Entry.SlugLength - 8)].Trim('-');
        var slug = plain;
        for (var number = 2; !_slugs.Add(slug); number++)
        {
            slug = $"{plain}-{number}";
        }

        return slug;
    }
}
