using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CommunityCare.Accounts;

/// <summary>Whom a request comes from.</summary>
public static class Person
{
    private const string SessionClaim = "session";

    /// <summary>The account's name, for <c>Revision.Who</c>.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page is not in a closed folder.</exception>
    public static string Who(this ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.Name) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page is not in a closed folder.</exception>
    public static Guid AccountId(this ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : throw new InvalidOperationException("Nobody is signed in.");

    public static bool IsAdmin(this ClaimsPrincipal person) => person.IsInRole(nameof(Role.Admin));

    public static bool IsSignedIn(this ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true;

    /// <summary>The <see cref="Session.Id"/> of the session that the request belongs to.</summary>
    internal static string SessionId(this ClaimsPrincipal person) => person.FindFirstValue(SessionClaim) ?? "";

    internal static ClaimsPrincipal Of(Account account, string session) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.Name),
            new(ClaimTypes.Role, account.Role.ToString()),
            new(SessionClaim, session),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));
}
