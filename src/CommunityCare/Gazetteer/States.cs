namespace CommunityCare.Gazetteer;

/// <summary>The states and territories by every name that people type, in English and Spanish.</summary>
internal static class States
{
    private const string Names =
        """
        AK Alaska
        AL Alabama
        AR Arkansas
        AS American Samoa, Samoa Americana
        AZ Arizona
        CA California
        CO Colorado
        CT Connecticut
        DC District of Columbia, Distrito de Columbia
        DE Delaware
        FL Florida
        GA Georgia
        GU Guam
        HI Hawaii, Hawái
        IA Iowa
        ID Idaho
        IL Illinois
        IN Indiana
        KS Kansas
        KY Kentucky
        LA Louisiana, Luisiana
        MA Massachusetts
        MD Maryland
        ME Maine
        MH Marshall Islands, Islas Marshall
        MI Michigan
        MN Minnesota
        MO Missouri, Misuri
        MP Northern Mariana Islands, Islas Marianas del Norte
        MS Mississippi, Misisipi
        MT Montana
        NC North Carolina, Carolina del Norte
        ND North Dakota, Dakota del Norte
        NE Nebraska
        NH New Hampshire, Nuevo Hampshire
        NJ New Jersey, Nueva Jersey
        NM New Mexico, Nuevo México
        NV Nevada
        NY New York, Nueva York
        OH Ohio
        OK Oklahoma
        OR Oregon
        PA Pennsylvania, Pensilvania
        PR Puerto Rico
        RI Rhode Island
        SC South Carolina, Carolina del Sur
        SD South Dakota, Dakota del Sur
        TN Tennessee
        TX Texas, Tejas
        UT Utah
        VA Virginia
        VI U.S. Virgin Islands, Virgin Islands, Islas Vírgenes, Islas Vírgenes de Estados Unidos
        VT Vermont
        WA Washington
        WI Wisconsin
        WV West Virginia, Virginia Occidental
        WY Wyoming
        """;

    private static readonly Dictionary<string, string> ByKey = Names.Split('\n')
        .SelectMany(line => line[3..].Split(", ").Append(line[..2]).Select(name => (Key: string.Concat(PlaceName.Words(name)), Code: line[..2])))
        .ToDictionary(name => name.Key, name => name.Code);

    /// <summary>No name has more words.</summary>
    public const int Words = 5;

    /// <summary>The two letters of the state that these words name: "OR", "Oregon", "N.Y." and "N Carolina" are ones.</summary>
    public static string? ByName(IReadOnlyList<string> words) =>
        ByKey.GetValueOrDefault(string.Concat(words)) ?? ByKey.GetValueOrDefault(PlaceName.Key(words));
}
