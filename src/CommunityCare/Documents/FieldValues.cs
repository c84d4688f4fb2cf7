using System.Text;

namespace CommunityCare.Documents;

/// <summary>
/// A document as a form holds it: a text for each path, as in <c>services/{id}/name</c> or <c>es:text</c>. Lists of words are
/// joined by line feeds; items without an id are known by where they stand. Any text may stand in it: reading it back as a
/// document says what is wrong.
/// </summary>
public sealed class FieldValues
{
    /// <summary>What one field can hold before it is cut, in characters: twice the longest limit, so that the limit is still told.</summary>
    public const int ValueLength = 200_000;

    private OrderedDictionary<string, string> _values = [];

    public string this[string path] => _values.GetValueOrDefault(path, "");

    public IEnumerable<string> Paths => _values.Keys;

    /// <summary>The languages that something is translated to.</summary>
    public IEnumerable<string> Languages => _values.Keys.Where(p => p.Length > 3 && p[2] == ':').Select(p => p[..2]).Distinct();

    public IReadOnlyList<string> List(string path) => this[path].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The keys of a list's items, in their order.</summary>
    public IReadOnlyList<string> Keys(string path)
    {
        var start = path + "/";
        return [.. _values.Keys.Where(p => p.StartsWith(start, StringComparison.Ordinal)).Select(p => p[start.Length..].Split('/')[0]).Distinct()];
    }

    /// <summary>Takes over what was typed, without what cannot be seen.</summary>
    public void Set(string path, string text)
    {
        text = text.Length > ValueLength ? text[..ValueLength] : text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
            {
                clean.Append(rune.ToString());
            }
        }

        _values[path] = clean.ToString().Trim();
    }

    /// <summary>Forgets a field with all that is in it.</summary>
    public void Remove(string path)
    {
        var start = path + "/";
        var translated = ":" + path;
        foreach (var gone in _values.Keys.Where(p => p == path || p.StartsWith(start, StringComparison.Ordinal)
            || p.EndsWith(translated, StringComparison.Ordinal) || p.Contains(":" + start, StringComparison.Ordinal)).ToList())
        {
            _values.Remove(gone);
        }
    }

    /// <summary>An empty item at the end of a list.</summary>
    /// <returns>Its key.</returns>
    public string Add(string path, FieldShape items)
    {
        if (items.HasIds)
        {
            var id = Guid.NewGuid().ToString();
            _values[$"{path}/{id}/id"] = id;
            return id;
        }

        var next = Keys(path).Select(k => int.TryParse(k, out var at) ? at : 0).DefaultIfEmpty(-1).Max() + 1;
        _values[$"{path}/{next}/{items.Fields[0].Name}"] = "";
        return next.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Puts an item before the one that stands above it.</summary>
    /// <param name="path">Of the item, as in <c>phones/{id}</c>.</param>
    public void MoveUp(string path)
    {
        if (path.LastIndexOf('/') is not (> 0 and var cut))
        {
            return;
        }

        var (list, keys) = (path[..cut], Keys(path[..cut]).ToList());
        var at = keys.IndexOf(path[(cut + 1)..]);
        if (at > 0)
        {
            (keys[at - 1], keys[at]) = (keys[at], keys[at - 1]);
            var start = list + "/";
            var ordered = keys.SelectMany(key => _values.Where(v => v.Key.StartsWith($"{start}{key}/", StringComparison.Ordinal)));
            _values = new(_values.Where(v => !v.Key.StartsWith(start, StringComparison.Ordinal)).Concat(ordered).ToList());
        }
    }
}
