using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>
/// What a reader typed into a form: text, whatever was sent, and what is wrong with it, field by field. It is read here and
/// not by binding, which would take what is too large for nothing at all.
/// </summary>
public sealed class TypedForm
{
    public static readonly TypedForm Empty = new([]);

    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>In bytes. All our fields filled to their ends, in letters that take nine bytes each, stay below it.</summary>
    private const int BodyLimit = 200_000;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 100, KeyLengthLimit = 100, ValueLengthLimit = BodyLimit, BufferBodyLengthLimit = BodyLimit };

    private readonly Dictionary<string, List<string>> _values;
    // They held signs that nobody can see or type, which are blanks now.
    private readonly HashSet<string> _unreadable = [];
    private readonly List<(string Field, string Problem)> _problems = [];

    private TypedForm(Dictionary<string, List<string>> values) => _values = values;

    /// <summary>In the order in which they were found, which is that of the page.</summary>
    public IReadOnlyList<(string Field, string Problem)> Problems => _problems;

    /// <summary>The field's text without blanks around it; empty if nothing was sent.</summary>
    public string this[string field] => _values.TryGetValue(field, out var values) ? values[0] : "";

    /// <summary>Of boxes that can be checked.</summary>
    public IReadOnlyList<string> All(string field) => _values.GetValueOrDefault(field) ?? [];

    /// <returns>The form; or the status to answer with, if it cannot be read.</returns>
    public static async Task<(TypedForm? Form, int Status)> ReadAsync(HttpRequest request)
    {
        // Browsers name no encoding, and one that is switched off cannot be asked for.
        if (request.ContentType?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() is not (FormType or FormType + ";charset=utf-8"))
        {
            // Files would be put down on the disk while they are read.
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > BodyLimit)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var sent = await request.ReadFormAsync(Limits, request.HttpContext.RequestAborted);
            return (Of(sent), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode);
        }
        catch (InvalidDataException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The text of a field, and a word beside the field if it cannot be taken.</summary>
    /// <param name="field">Its name in the form.</param>
    /// <param name="label">As it stands above it.</param>
    /// <param name="limit">In characters.</param>
    /// <param name="text">The interface's words.</param>
    public string Read(string field, string label, int limit, IStringLocalizer<Text> text)
    {
        var typed = this[field];
        if (typed.Length > limit)
        {
            Wrong(field, text["Form_TooLong", label, limit, typed.Length]);
        }
        else if (_unreadable.Contains(field))
        {
            Wrong(field, text["Form_Unreadable", label]);
        }

        return typed;
    }

    public void Wrong(string field, string problem) => _problems.Add((field, problem));

    public string? ProblemOf(string field) => _problems.Find(p => p.Field == field).Problem;

    private static TypedForm Of(IFormCollection sent)
    {
        var form = new TypedForm([]);
        foreach (var (field, values) in sent)
        {
            var texts = values.Select(v => (v ?? "").ReplaceLineEndings("\n").Replace('\t', ' ')).DefaultIfEmpty("").ToList();
            if (texts.Exists(t => t.Any(IsUnreadable)))
            {
                form._unreadable.Add(field);
            }

            form._values[field] = [.. texts.Select(t => string.Concat(t.Select(letter => IsUnreadable(letter) ? ' ' : letter)).Trim())];
        }

        return form;
    }

    private static bool IsUnreadable(char letter) => char.IsControl(letter) && letter != '\n';
}
