using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Organizations;

/// <summary>Says that a person checked the entry: one button for each way to do so.</summary>
public class VerifyModel(CatalogEditor editor, History history, IStringLocalizer<Text> text, TimeProvider clock) : ActModel(editor, history, text)
{
    [BindProperty]
    public string? How { get; set; }

    protected override Act Act => Act.Verified;

    protected override Task ChangeAsync(CatalogWrite write, Organization entry, CancellationToken stop)
    {
        if (Array.Find(Enum.GetNames<VerifiedHow>(), name => name == How) is not { } how)
        {
            Refuse("How", T["Verify_HowNeeded"]);
            return Task.CompletedTask;
        }

        var who = User.Who();
        entry.Verified = new()
        {
            On = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            By = who[..Math.Min(who.Length, Verification.NameLength)],
            How = Enum.Parse<VerifiedHow>(how),
        };
        return Task.CompletedTask;
    }
}
