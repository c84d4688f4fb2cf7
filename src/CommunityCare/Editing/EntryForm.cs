using System.Globalization;
using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using Microsoft.Extensions.Primitives;

namespace CommunityCare.Editing;

/// <summary>An entry while somebody writes it: whatever was typed, and what is wrong with it.</summary>
/// <param name="shapes">The entry's fields.</param>
/// <param name="apart">Fields that have pages of their own, and pass through unchanged.</param>
/// <param name="terminology">The words that can be chosen.</param>
internal abstract partial class EntryForm(IReadOnlyList<FieldShape> shapes, IReadOnlySet<string> apart, Terminology terminology)
{
    /// <summary>What the names of a form's fields begin with.</summary>
    public const string Prefix = "f.";

    private const int PathLength = 300;

    private readonly FieldValuesFormat _format = new(shapes);

    public IReadOnlyList<FieldShape> Shapes { get; } = [.. shapes.Where(s => !apart.Contains(s.Name))];

    public Terminology Terminology { get; } = terminology;

    public FieldValues Values { get; private set; } = new();

    /// <summary>What is wrong, by the path of its field; an empty path is the whole entry.</summary>
    public List<(string Path, Fault What)> Problems { get; } = [];

    /// <summary>The path of the item, or of the list, that the last step of writing was about: there whoever writes goes on. Null if there was none.</summary>
    public string? Touched { get; private set; }

    public IEnumerable<Fault> ProblemsOf(string path) => Problems.Where(p => p.Path == path).Select(p => p.What);

    /// <summary>A path with numbers that people can count, 1 first, in place of the keys of items.</summary>
    public string PlaceOf(string path)
    {
        var steps = path.Split('/');
        var (at, list) = (steps.ToArray(), path[(path.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/'));
        for (var i = 1; i < steps.Length; i++)
        {
            var before = string.Join('/', list[..i]);
            if (ShapeAt(before) is { Kind: FieldKind.Items } && Values.Keys(before).ToList().IndexOf(steps[i]) is >= 0 and var index)
            {
                at[i] = (index + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return string.Join('/', at);
    }

    public EntryText Text => _format.Write(Values);

    public void Fill(EntryText text) => Values = _format.Read(text);

    /// <summary>Takes over a whole posted form; what it does not say is empty, except the fields that are apart.</summary>
    public void Take(IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        foreach (var shape in Shapes)
        {
            Values.Remove(shape.Name);
        }

        foreach (var (name, texts) in posted)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length <= PathLength && PathForm().Match(name, Prefix.Length) is { Success: true } path
                && Shapes.Any(s => s.Name == path.Groups[1].Value))
            {
                Values.Set(name[Prefix.Length..], string.Join('\n', texts.OfType<string>()));
            }
        }
    }

    /// <summary>One step of writing that saves nothing: <c>add:phones</c>, <c>remove:phones/{id}</c>, <c>up:phones/{id}</c>.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Do(string act)
    {
        var (what, path) = act.Split(':', 2) is [var before, var after] ? (before, after) : (act, "");
        switch (what)
        {
            case "add" when ShapeAt(path) is { Kind: FieldKind.Items } items:
                Touched = $"{path}/{Values.Add(path, items)}";
                return true;
            case "remove" when path.Contains('/', StringComparison.Ordinal):
                Values.Remove(path);
                Touched = path[..path.LastIndexOf('/')];
                return true;
            case "up":
                Values.MoveUp(path);
                Touched = path;
                return true;
            default:
                return false;
        }
    }

    /// <summary>An empty item at the end of a list of the entry.</summary>
    /// <returns>Its key.</returns>
    public string Add(string list) => Values.Add(list, Shapes.First(s => s.Name == list));

    /// <summary>The field at a path with the keys of items in it, as in <c>services/{id}/schedules</c>.</summary>
    private FieldShape? ShapeAt(string path)
    {
        var (fields, steps) = (Shapes, path.Split('/'));
        for (var i = 0; i < steps.Length; i += 2)
        {
            if (fields.FirstOrDefault(f => f.Name == steps[i]) is not { } found)
            {
                return null;
            }

            if (i == steps.Length - 1)
            {
                return found;
            }

            fields = found.Fields;
        }

        return null;
    }

    [GeneratedRegex(@"\G(?:[a-z]{2}:)?([a-z0-9_-]+)(?:/[a-z0-9_-]+)*$")]
    private static partial Regex PathForm();
}

/// <inheritdoc />
/// <param name="format">How such an entry is written.</param>
/// <param name="apart">Fields that have pages of their own, and pass through unchanged.</param>
/// <param name="terminology">The words that can be chosen.</param>
internal sealed class EntryForm<T>(EntryFormat<T> format, IReadOnlySet<string> apart, Terminology terminology) : EntryForm(format.Shapes, apart, terminology)
    where T : Entry, new()
{
    public void Fill(T entry) => Fill(format.Write(entry, withPrivate: true));

    /// <summary>The entry that was written; null if something is wrong with it, which <see cref="EntryForm.Problems"/> then tells.</summary>
    public T? Read(string slug)
    {
        Problems.Clear();
        try
        {
            // Rows that are empty are gone, and the others stand where their text says.
            Fill(Text);
        }
        catch (FrontMatterException e)
        {
            Problems.Add(("", e.Fault));
            return null;
        }

        var (entry, faults) = format.ReadWhole(slug, Text, Terminology);
        Problems.AddRange(faults);
        return Problems.Count == 0 ? entry : null;
    }
}
