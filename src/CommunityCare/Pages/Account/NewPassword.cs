using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Account;

internal static class NewPassword
{
    /// <summary>Says beside the fields what is wrong with a password that somebody chose.</summary>
    public static void CheckPassword(this ModelStateDictionary problems, string password, string? again, string? email, IStringLocalizer<Text> text)
    {
        if (PasswordRules.Fault(password, email) is { } fault)
        {
            problems.AddModelError("password", text[$"Password_{fault}"]);
        }
        else if (password != again)
        {
            problems.AddModelError("again", text["Password_Differs"]);
        }
    }

    /// <param name="problems">Of the form.</param>
    /// <param name="isRight">Whether the password that somebody has now is; null after too many tries.</param>
    /// <param name="text">The interface's words.</param>
    public static void CheckCurrent(this ModelStateDictionary problems, bool? isRight, IStringLocalizer<Text> text)
    {
        if (isRight != true)
        {
            problems.AddModelError("current", isRight is null ? text["SignIn_Limited"] : text["Password_NotYours"]);
        }
    }
}
