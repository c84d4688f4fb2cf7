using System.Globalization;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Puts up what holds for a while, extends it, or takes it down.</summary>
public class NoticeModel(CatalogEditor editor, History history, IStringLocalizer<Text> text, TimeProvider clock) : ActModel(editor, history, text)
{
    private const string Field = "notice";

    [BindProperty]
    public string? Notice { get; set; }

    [BindProperty]
    public string? Spanish { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Remove { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public DateOnly Latest => Today.AddYears(1);

    protected override Act Act => Act.Noted;

    protected override void Fill(Organization entry)
    {
        (Notice, Until) = (entry.Notice, entry.NoticeUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Spanish = entry.Translations.Find(t => t.Language == Language.Spanish.Code && t.Field == Field)?.Text;
    }

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        var (notice, spanish) = Remove is null ? (Line(Notice), Line(Spanish)) : (null, null);
        DateOnly? until = Remove is null && DateOnly.TryParseExact(Until?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (Remove is null)
        {
            Check(notice, spanish, until);
        }

        (entry.Notice, entry.NoticeUntil) = (notice, until);
        entry.Translations = [.. entry.Translations.Where(t => t.Field != Field || (notice is not null && t.Language != Language.Spanish.Code))];
        if (spanish is not null)
        {
            entry.Translations.Add(new(Language.Spanish.Code, Field, spanish));
        }

        return Task.CompletedTask;
    }

    private void Check(string? notice, string? spanish, DateOnly? until)
    {
        foreach (var (field, line) in new[] { (nameof(Notice), notice), (nameof(Spanish), spanish) })
        {
            if (line?.Length > Organization.NoticeLength)
            {
                Refuse(field, T["Notice_TooLong", Organization.NoticeLength, line.Length]);
            }
        }

        if (notice is null)
        {
            Refuse(nameof(Notice), T["Notice_Needed"]);
        }

        if (until is null || until < Today || until > Latest)
        {
            Refuse(nameof(Until), T["Notice_UntilNeeded", Hours.InWords(Latest)]);
        }
    }

    private static string? Line(string? typed) => WhyText.Of(typed)?.Replace('\n', ' ');
}
