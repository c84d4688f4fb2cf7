using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommunityCare.Tests.Web;

/// <summary>A quilt block as an eye sees it: which cloth lies on top at a point.</summary>
internal sealed partial class Cloth
{
    private readonly List<(string Name, List<List<(double X, double Y)>> Outlines)> _pieces;

    public Cloth(string svg) =>
        _pieces = [.. XElement.Parse(svg).Elements("path").Select(p => ((string)p.Attribute("class")!, Outlines((string)p.Attribute("d")!)))];

    /// <summary>The even-odd rule, as in the style sheet; the piece that was sewn on last lies on top.</summary>
    public string At(double x, double y) =>
        _pieces.FindLast(piece => piece.Outlines.Sum(o => Crossings(o, x, y)) % 2 == 1).Name ?? "nothing";

    private static int Crossings(List<(double X, double Y)> outline, double x, double y)
    {
        var crossings = 0;
        for (var i = 0; i < outline.Count; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
            if (a.Y > y != b.Y > y && x < a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
            {
                crossings++;
            }
        }

        return crossings;
    }

    private static List<List<(double X, double Y)>> Outlines(string path)
    {
        var outlines = new List<List<(double X, double Y)>>();
        var (x, y) = (0.0, 0.0);
        foreach (Match command in Commands().Matches(path))
        {
            var name = command.Groups[1].Value[0];
            var numbers = new Queue<double>(Numbers(name, command.Groups[2].Value));
            do
            {
                switch (name)
                {
                    case 'M':
                        (x, y) = (numbers.Dequeue(), numbers.Dequeue());
                        outlines.Add([(x, y)]);
                        continue;
                    case 'l':
                        (x, y) = (x + numbers.Dequeue(), y + numbers.Dequeue());
                        break;
                    case 'h':
                        x += numbers.Dequeue();
                        break;
                    case 'v':
                        y += numbers.Dequeue();
                        break;
                    case 'a':
                        var (radius, _, _, _, sweep) = (numbers.Dequeue(), numbers.Dequeue(), numbers.Dequeue(), numbers.Dequeue(), numbers.Dequeue());
                        var (toX, toY) = (x + numbers.Dequeue(), y + numbers.Dequeue());
                        outlines[^1].AddRange(Quarter(x, y, toX, toY, radius, sweep > 0));
                        (x, y) = (toX, toY);
                        break;
                    case 'z':
                        (x, y) = outlines[^1][0];
                        continue;
                    default:
                        throw new FormatException(path);
                }

                outlines[^1].Add((x, y));
            }
            while (numbers.Count > 0);
        }

        return outlines;
    }

    // A quarter of a circle: its center lies across the chord's middle.
    private static IEnumerable<(double X, double Y)> Quarter(double x, double y, double toX, double toY, double radius, bool sweep)
    {
        var (middleX, middleY, side) = ((x + toX) / 2, (y + toY) / 2, sweep ? 1 : -1);
        var (centerX, centerY) = (middleX - (side * (toY - y) / 2), middleY + (side * (toX - x) / 2));
        Assert.Equal(radius, Math.Sqrt(((x - centerX) * (x - centerX)) + ((y - centerY) * (y - centerY))), 6);
        var from = Math.Atan2(y - centerY, x - centerX);
        return Enumerable.Range(1, 15).Select(i => from + (side * Math.PI / 2 * i / 16))
            .Select(angle => (centerX + (radius * Math.Cos(angle)), centerY + (radius * Math.Sin(angle))));
    }

    // The two flags of an arc may stand together.
    private static IEnumerable<double> Numbers(char command, string text) =>
        Number().Matches(command == 'a' ? Flags().Replace(text, " $1 $2 ") : text).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Commands();

    [GeneratedRegex("-?[0-9]+(\\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex("(?<=[0-9] 0 )([01])([01])")]
    private static partial Regex Flags();
}
