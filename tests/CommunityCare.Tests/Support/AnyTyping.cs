using FsCheck;
using FsCheck.Fluent;

namespace CommunityCare.Tests.Support;

/// <summary>Whatever somebody may type: any string, and what programs stumble over put together at random.</summary>
internal static class AnyTyping
{
    private static readonly string[] Pieces =
    [
        "care", "Care", "mutual aid", "sanación", "free food", "comida gratis", "grandmothers", "the", "de la", "4", " ", "  ", "\t", "\r\n",
        "AND", " OR ", " NOT ", "NEAR(", "{Name}:", "Name:", "^", "*", ":", "+", "-", "(", ")", "\"", "“", "”", "«", "'", "’", "ʻ", "`", "´", "%", "_", "\\", ";", "--",
        "<script>", "</mark>", "&lt;", "&", "🙏🏿", "👩‍👩‍👧", "\ud83d", "\ude4f", "\ud800", "\udfff", "\0", "\u0001", "\u007f", "\u0301", "\u0338", "\u200d", "\u202e", "\ufffe", "\uffff", "\ufffd",
        "互助", "こころ", "돌봄", "помощь", "رعاية", "सहायता", "𐓏𐓘𐓻𐓘𐓻𐓟", "ﬁ", "ß", "ł", "İ", "ǅ", "½", "Ⅻ", "٣", new string('a', 500), new string('"', 500), new string('\u0301', 500),
        string.Concat(Enumerable.Repeat("care ", 200)),
    ];

    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Choose(0, 0xFFFF).ListOf().Select(units => string.Concat(units.Select(u => (char)u))));

    public static Arbitrary<string> Any { get; } = Arb.From(Texts, Shorter);

    /// <summary>Two that have some pieces in common, as a text and what is looked for in it.</summary>
    public static Arbitrary<(string Text, string Typed)> Pair { get; } = Gen.OneOf(
        from text in Texts from typed in Texts select (text, typed),
        from pieces in Gen.Elements(Pieces).ListOf() from before in Texts from after in Texts select (before + string.Concat(pieces) + after, string.Concat(pieces))).ToArbitrary();

    /// <summary>The same cases in each run; throws with the smallest case that was found to fail.</summary>
    public static void Holds<T>(Arbitrary<T> any, Action<T> claim, int times = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(20261122, 7).WithQuietOnSuccess(true), Prop.ForAll(any, claim));

    private static IEnumerable<string> Shorter(string text) =>
        text.Length == 0 ? [] : [text[..(text.Length / 2)], text[(text.Length / 2)..], .. Enumerable.Range(0, Math.Min(text.Length, 40)).Select(i => text.Remove(i, 1))];
}
