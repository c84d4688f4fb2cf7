using System.Globalization;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin;

/// <summary>What pages with a form for an entry have in common.</summary>
internal static class EntryFormPage
{
    /// <summary>Fifty services with their hours and translations have fewer fields.</summary>
    public const int FieldLimit = 20_000;

    /// <summary>The path of the field for the reason, which is no field of the entry.</summary>
    public const string Why = "why";

    /// <summary>The path of the field for a new entry's address, which is no field of the entry either.</summary>
    public const string Slug = "slug";

    /// <summary>What was written; null if something is wrong with it or with the reason, which the form then tells.</summary>
    public static T? Read<T>(EntryForm<T> form, string slug, string? why)
        where T : Entry, new()
    {
        var written = form.Read(slug);
        CheckWhy(form, why);
        if (written is not null)
        {
            form.TellDoubled(written);
        }

        return form.Problems.Count == 0 ? written : null;
    }

    public static void CheckWhy(EntryForm form, string? why)
    {
        if (why is not null && Make<Entry>.TooLong(why, Revision.WhyLength) is { } fault)
        {
            form.Problems.Add((Why, fault));
        }
    }

    public static void Refuse(EntryForm form, DoNotListException refusal) =>
        form.Problems.Add(("", new(FaultKind.DoNotListed, refusal.Message, DateOnly.FromDateTime(refusal.Mark.Since))));

    /// <summary>As readers would see it, whether it is published or not.</summary>
    public static Organization? Shown(Organization written)
    {
        written.Publication = Publication.Published;
        return PublicView.Of(written);
    }

    /// <summary>The id of a field's control on the page.</summary>
    public static string IdOf(string path) => "f-" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
}

/// <summary>Some fields of a form, as they stand below one another.</summary>
/// <param name="Form">The form.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Path">What stands before their names, as in <c>phones/{id}/</c>.</param>
internal sealed record FieldsModel(EntryForm Form, IReadOnlyList<FieldShape> Fields, string Path);

/// <summary>One field of a form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Language">Null for English; else the language that it is translated to.</param>
internal sealed record FieldModel(EntryForm Form, FieldShape Shape, string Path, string? Language = null)
{
    /// <summary>Longer ones are written in a box of several lines, in characters.</summary>
    private const int LineLength = 150;

    public string FullPath => Language is null ? Path : $"{Language}:{Path}";

    public string Name => EntryForm.Prefix + FullPath;

    public string Id => EntryFormPage.IdOf(FullPath);

    public string Value => Form.Values[FullPath];

    /// <summary>Without the part that it belongs to, whose own heading stands above.</summary>
    public string Label(IStringLocalizer<Text> text)
    {
        var label = FieldNames.Label(Names, text);
        return Language is null ? label : $"{label} · {FieldNames.Label("in_" + Language, text)}";
    }

    /// <summary>For the button that adds an item to a list.</summary>
    public string AddWords(IStringLocalizer<Text> text) => text["Add_" + Names];

    public IReadOnlyList<Fault> Problems => [.. Form.ProblemsOf(FullPath)];

    public bool IsLong => Shape.Kind is FieldKind.Markdown or FieldKind.Lines || Shape.Length > LineLength;

    public int Rows => Shape.Kind == FieldKind.Markdown ? 8 : 3;

    private string Names => string.Join(
        '_', Path.Split('/').Where(step => !Guid.TryParse(step, out _) && !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
}
