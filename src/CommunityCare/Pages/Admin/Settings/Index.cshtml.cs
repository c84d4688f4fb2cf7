using System.Globalization;
using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Settings;

/// <summary>Every setting that is in force, and a form for those that admins can choose.</summary>
public class IndexModel(SettingsDesk desk, IStringLocalizer<Text> text) : PageModel
{
    private readonly Dictionary<string, string> _typed = [];
    private readonly List<Wrong> _wrongs = [];

    public SettingsList Settings { get; private set; } = null!;

    public IReadOnlyList<Wrong> Wrongs => _wrongs;

    public bool IsSaved { get; private set; }

    /// <summary>Whether somebody chose something else while the form was open.</summary>
    public bool IsOld { get; private set; }

    public static string IdOf(SettingRow row) => row.Name.Replace(':', '-');

    public string? WrongOf(SettingRow row) => _wrongs.Find(w => w.Field == IdOf(row))?.What;

    /// <summary>What stands in a field: what was typed, or else what is in force.</summary>
    public string TypedFor(SettingRow row) => _typed.GetValueOrDefault(row.Name, row.Value);

    /// <summary>A switch is on or off; everything else says itself.</summary>
    public string Shown(string value) => value switch
    {
        "" => text["Setting_None"],
        "true" => text["Setting_On"],
        "false" => text["Setting_Off"],
        _ => value,
    };

    /// <summary>What somebody should know about a value; null if all is well.</summary>
    public string? NoteOf(SettingRow row) => row switch
    {
        { Name: "PublicUrl" } when AddressOf(row) is { IsLoopback: true } => text["SettingNote_NoPublicUrl", row.Value].Value,
        { Name: "PublicUrl" } when AddressOf(row) is { Scheme: "http" } => text["SettingNote_NotHttps"].Value,
        { Name: "ContactEmail", Value: "" } => text["SettingNote_NoContact"].Value,
        { Name: "Backups:Nightly", Value: "false" } => text["SettingNote_NoBackups"].Value,
        { Name: "PageCache", Value: "false" } => text["SettingNote_NoCache"].Value,

        // Once a named proxy has said it, the header is gone.
        { Name: "Proxies", Value: "" } when Request.Headers.ContainsKey("X-Forwarded-For") => text["SettingNote_UnknownProxy"].Value,
        _ => null,
    };

    public async Task OnGetAsync(string? saved, CancellationToken stop) => (Settings, IsSaved) = (await desk.ReadAsync(stop), saved is not null);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Settings = await desk.ReadAsync(stop);
        var wanted = Settings.Rows.Where(r => r.Choice is not null && Request.Form.ContainsKey(r.Name)).Select(r => (r.Choice!, Take(r, r.Choice!))).ToList();
        if (_wrongs.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await desk.ChooseAsync(wanted, Request.Form["Seen"], User.Who(), stop))
        {
            return RedirectToPage(new { saved = 1 });
        }

        (Settings, IsOld) = (await desk.ReadAsync(stop), true);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    // Where it listens need not be an address that browsers know.
    private static Uri? AddressOf(SettingRow row) => Uri.TryCreate(row.Value, UriKind.Absolute, out var url) ? url : null;

    /// <returns>Null if what was typed is the default, or nothing, or cannot be used; the last is told.</returns>
    private string? Take(SettingRow row, Choosable choice)
    {
        var typed = _typed[row.Name] = Request.Form[row.Name].ToString().Trim();
        if (typed.Length > 0 && !choice.Fits(typed))
        {
            _wrongs.Add(new(IdOf(row), choice.Kind switch
            {
                ChoiceKind.Email => text["SettingWrong_Email"],
                ChoiceKind.Switch => text["SettingWrong_Switch"],
                _ => text["SettingWrong_Number", choice.Least, choice.Most],
            }));
            return null;
        }

        var value = choice.Kind == ChoiceKind.Number && typed.Length > 0 ? int.Parse(typed, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : typed;
        return value.Length == 0 || value == SettingsDesk.DefaultOf(choice) ? null : value;
    }
}
