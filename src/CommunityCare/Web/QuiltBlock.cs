using System.Globalization;
using System.Text;

namespace CommunityCare.Web;

/// <summary>
/// Draws the quilt blocks that stand in for photographs: one motif for each kind of care and a small block for each
/// organization. They are decoration, so they are hidden from screen readers and a name always stands beside them.
/// Shapes are named after the cloth they are cut from; <c>Styles/33-quilt.css</c> dyes the cloth.
/// </summary>
internal static class QuiltBlock
{
    // A patch of an organization's block is 4 by 4 and is written for each of its four quarter turns: where the pen
    // starts within the patch, then the outline relative to it.
    private static readonly Outline[] Goose =
        [new(0, 4, "l2-4 2 4z"), new(0, 0, "l4 2-4 2z"), new(0, 0, "h4l-2 4z"), new(4, 0, "v4l-4-2z")];

    private static readonly Outline[] Steps = Twice(new(0, 0, "h2v4h2v-2h-4z"), new(4, 0, "h-2v4h-2v-2h4z"));

    private static readonly Outline[] Rail = Twice(new(0, 1, "h4v2h-4z"), new(1, 0, "h2v4h-2z"));

    private static readonly Outline[] Wedge =
        [new(0, 0, "h4a4 4 0 01-4 4z"), new(4, 0, "v4a4 4 0 01-4-4z"), new(4, 4, "h-4a4 4 0 014-4z"), new(0, 4, "v-4a4 4 0 014 4z")];

    private static readonly Outline[] Ray =
        [new(0, 0, "l4 2v2h-2z"), new(4, 0, "l-2 4h-2v-2z"), new(4, 4, "l-4-2v-2h2z"), new(0, 4, "l2-4h2v2z")];

    private static readonly Outline[] Petal =
        Twice(new(0, 0, "a4 4 0 014 4 4 4 0 01-4-4z"), new(4, 0, "a4 4 0 01-4 4 4 4 0 014-4z"));

    private static readonly Outline[] Square = Twice(new(1, 1, "h2v2h-2z"), new(1, 1, "h2v2h-2z"));

    private static readonly Cloth[] Cloths =
    [
        new("peer-support", "indigo", "cotton", Goose),
        new("community-health-workers", "marigold", "walnut", Steps, FromCorner: true),
        new("mutual-aid", "madder", "cotton", Rail),
        new("healing-circles", "moss", "cotton", Wedge, FromCorner: true),
        new("healing-justice", "plum", "cotton", Ray, FromCorner: true),
        new("doulas-midwives", "walnut", "cotton", Petal, FromCorner: true),
    ];

    private static readonly Cloth Plain = new("plain", "indigo", "cotton", Square);

    /// <summary>The block of a kind of care; a plain nine-patch for a slug that has no block of its own.</summary>
    public static string Kind(string slug) => slug switch
    {
        // Flying geese: each goose is two triangles that hold each other up, and the two flocks fly both ways.
        "peer-support" => Block(slug,
            ("indigo", "M0 0h48v48h-48z"),
            ("cotton", "M1 12l11-11v11zM1 24l11-11v11zM1 36l11-11v11zM1 48l11-11v11zM36 0h11l-11 11zM36 12h11l-11 11zM36 24h11l-11 11zM36 36h11l-11 11z"),
            ("marigold", "M12 1l11 11h-11zM12 13l11 11h-11zM12 25l11 11h-11zM12 37l11 11h-11zM25 0h11v11zM25 12h11v11zM25 24h11v11zM25 36h11v11z")),

        // Jacob's ladder: stepping stones that run from one corner to the other, a road through the neighborhood.
        "community-health-workers" => Block(slug,
            ("marigold", "M0 0h48v48h-48z"),
            ("madder", "M0 32l16-16v16zM16 16l16-16v16zM16 32h16l-16 16zM32 16h16l-16 16z"),
            ("walnut", "M0 40h8v8h-8zM8 32h8v8h-8zM16 24h8v8h-8zM24 16h8v8h-8zM32 8h8v8h-8zM40 0h8v8h-8zM0 0h8v8h-8zM8 8h8v8h-8zM32 32h8v8h-8zM40 40h8v8h-8z")),

        // Basket weave: strips that go over and under one another and hold because each is held.
        "mutual-aid" => Block(slug,
            ("madder", "M0 0h48v48h-48z"),
            ("cotton", "M0 1h16v5h-16zM0 10h16v5h-16zM32 1h16v5h-16zM32 10h16v5h-16zM16 17h16v5h-16zM16 26h16v5h-16zM0 33h16v5h-16zM0 42h16v5h-16zM32 33h16v5h-16zM32 42h16v5h-16z"),
            ("marigold", "M17 0h5v16h-5zM26 0h5v16h-5zM1 16h5v16h-5zM10 16h5v16h-5zM33 16h5v16h-5zM42 16h5v16h-5zM17 32h5v16h-5zM26 32h5v16h-5z")),

        // Dresden plate: twelve wedges in a ring, none of them at the head.
        "healing-circles" => Block(slug,
            ("moss", "M0 0h48v48h-48z"),
            ("cotton", "M22.1 16.8 19.4 5.6 24 1.5 28.6 5.6 25.9 16.8zM29.3 18.7 37.7 10.8 43.5 12.8 42.3 18.8 31.2 22.1zM31.2 25.9 42.3 29.2 43.5 35.3 37.7 37.2 29.3 29.3zM25.9 31.2 28.6 42.4 24 46.5 19.4 42.4 22.1 31.2zM18.7 29.3 10.3 37.2 4.5 35.3 5.7 29.2 16.8 25.9zM16.8 22.1 5.7 18.8 4.5 12.7 10.3 10.8 18.7 18.7z"),
            ("marigold", "M25.9 16.8 29.2 5.7 35.3 4.5 37.2 10.3 29.3 18.7zM31.2 22.1 42.4 19.4 46.5 24 42.4 28.6 31.2 25.9zM29.3 29.3 37.2 37.7 35.3 43.5 29.2 42.3 25.9 31.2zM22.1 31.2 18.8 42.3 12.8 43.5 10.8 37.7 18.7 29.3zM16.8 25.9 5.6 28.6 1.5 24 5.6 19.4 16.8 22.1zM18.7 18.7 10.8 10.3 12.7 4.5 18.8 5.7 22.1 16.8z")),

        // Rising sun over two logs of a log cabin: what was taken at night is tended at the hearth until morning.
        "healing-justice" => Block(slug,
            ("plum", "M0 0h48v48h-48z"),
            ("marigold", "M15 34a9 9 0 0118 0zM0 41h48v3h-48z"),
            ("cotton", "M11 34H0V31zM11.7 30.7 0 24V17zM15 26 3.5 6H9.5zM20.6 22.5 20 2H28L27.4 22.5zM33 26 38.5 6H44.5zM36.3 30.7 48 17V24zM37 34 48 31V34zM0 36h48v3h-48z")),

        // Arcs, as in drunkard's path and wedding rings: a cradle of three curves, and what it holds.
        "doulas-midwives" => Block(slug,
            ("walnut", "M0 0h48v48h-48z"),
            ("cotton", "M2 24h44a22 22 0 01-44 0zM0 0h12a12 12 0 01-12 12zM48 0h-12a12 12 0 0012 12z"),
            ("madder", "M7 24h34a17 17 0 01-34 0z"),
            ("walnut", "M12 24h24a12 12 0 01-24 0z"),
            ("marigold", "M24 5c6 0 9 9 9 15a9 9 0 01-18 0c0-6 3-15 9-15z")),

        // Nine-patch: the block that every quilter sews first.
        _ => Block("plain",
            ("cotton", "M0 0h48v48h-48z"),
            ("indigo", "M0 0h16v16h-16zM32 0h16v16h-16zM0 32h16v16h-16zM32 32h16v16h-16z"),
            ("madder", "M16 16h16v16h-16z")),
    };

    /// <summary>
    /// The block of an organization: four patches, chosen by its kinds of care and its id, are folded over to all four
    /// quarters. The order in which the kinds are given makes no difference. Folded and never turned: a turned block can
    /// come out as a hooked cross, a mirrored one cannot.
    /// </summary>
    public static string Organization(IReadOnlyList<string> kinds, Guid id)
    {
        ArgumentNullException.ThrowIfNull(kinds);

        // Three kinds are as many as four patches can show and still make a pattern.
        var cloths = Cloths.Where(cloth => kinds.Contains(cloth.Kind)).Take(3).DefaultIfEmpty(Plain).ToArray();
        var bytes = id.ToByteArray();
        var checker = (bytes[0] ^ bytes[7] ^ bytes[15]) & 1;
        var grounds = new Dictionary<string, string> { [cloths[0].Dye] = "M0 0h16v16h-16z" };
        var tops = new Dictionary<string, string>();

        for (var patch = 0; patch < 4; patch++)
        {
            var cloth = cloths[patch % cloths.Length];
            var turn = bytes[patch] ^ bytes[patch + 4] ^ bytes[patch + 8] ^ bytes[patch + 12];
            var swapped = (patch is 0 or 3) == (checker == 1);
            var (x, y) = (patch % 2 * 4, patch / 2 * 4);
            foreach (var (across, down) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var (left, top) = (across ? 12 - x : x, down ? 12 - y : y);
                var whole = Pen(left, top, new(0, 0, "h4v4h-4z"));
                if (cloth != cloths[0])
                {
                    grounds[cloth.Dye] = grounds.GetValueOrDefault(cloth.Dye) + whole;
                }

                // A swapped patch is the whole square with the shape cut out of it (the even-odd rule).
                tops[cloth.Light] = tops.GetValueOrDefault(cloth.Light) + (swapped ? whole : "")
                    + Pen(left, top, cloth.Shape[cloth.Folded(turn % 4, across, down)]);
            }
        }

        return Svg("organization", 16, 64, grounds.Concat(tops));
    }

    /// <summary>
    /// The edge of the quilt: a strip of geese in all six cloths for the header. Once a page, because its pattern has an id.
    /// </summary>
    public static string Binding() =>
        """
        <svg class="quilt-binding" width="100%" height="10" fill="none" aria-hidden="true" focusable="false"><defs><pattern id="binding" width="120" height="10" patternUnits="userSpaceOnUse"><path class="indigo" d="M0 10l10-10 10 10z"/><path class="marigold" d="M20 10l10-10 10 10z"/><path class="madder" d="M40 10l10-10 10 10z"/><path class="moss" d="M60 10l10-10 10 10z"/><path class="plum" d="M80 10l10-10 10 10z"/><path class="walnut" d="M100 10l10-10 10 10z"/></pattern></defs><path fill="url(#binding)" d="M0 0h6000v10h-6000z"/></svg>
        """;

    private static string Block(string slug, params (string Cloth, string Path)[] pieces) =>
        Svg(slug, 48, 96, pieces.Select(piece => KeyValuePair.Create(piece.Cloth, piece.Path)));

    private static string Svg(string name, int box, int size, IEnumerable<KeyValuePair<string, string>> pieces)
    {
        // fill="none": before the style sheet arrives, or without it, there is nothing rather than a black square.
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"<svg class=\"quilt quilt-{name}\" viewBox=\"0 0 {box} {box}\" width=\"{size}\" height=\"{size}\" fill=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        foreach (var (cloth, path) in pieces)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{cloth}\" d=\"{path}\"/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Pen(int x, int y, Outline outline) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x + outline.X} {y + outline.Y}{outline.Path}");

    private static Outline[] Twice(Outline first, Outline second) => [first, second, first, second];

    private sealed record Outline(int X, int Y, string Path);

    /// <param name="Kind">The kind of care.</param>
    /// <param name="Dye">The cloth of the ground.</param>
    /// <param name="Light">The cloth of the shape.</param>
    /// <param name="Shape">The outline in each of its quarter turns.</param>
    /// <param name="FromCorner">Whether the shape starts in a corner of the patch rather than on a side.</param>
    private sealed record Cloth(string Kind, string Dye, string Light, Outline[] Shape, bool FromCorner = false)
    {
        /// <summary>Which turn of the shape is the mirror image of the given one.</summary>
        public int Folded(int turn, bool across, bool down)
        {
            turn = across ? ((FromCorner ? 5 : 4) - turn) % 4 : turn;
            return down ? ((FromCorner ? 7 : 6) - turn) % 4 : turn;
        }
    }
}
