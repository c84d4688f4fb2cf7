using CommunityCare.Store;
using CommunityCare.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CommunityCare.Accounts;

internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, SiteSettings settings)
    {
        services.AddIdentityCore<Account>(Rules)
            .AddPasswordValidator<PasswordRules>()
            .AddEntityFrameworkStores<CareDb>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Nobody.Iterations);
        services.AddSingleton<Attempts>().AddSingleton<KeptForms>();
        services.AddScoped<AccountEditor>().AddScoped<Codes>().AddScoped<SigningIn>()
            .AddScoped<OneTimeLinks>().AddScoped<OwnAccount>().AddScoped<TwoStep>().AddScoped<OtherAccounts>().AddScoped<AuditTrail>().AddScoped<SettingsDesk>();

        services.AddSingleton<SessionTickets>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Dress(options.Cookie, settings.SessionCookie);
            options.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session.Longest;
            options.SlidingExpiration = false;
            options.Events.OnRedirectToLogin = Doorway.AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = Doorway.RefuseAsync;
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionTickets>((options, sessions) => options.SessionStore = sessions);
        services.Configure<AntiforgeryOptions>(options =>
        {
            Dress(options.Cookie, "care-form");

            // Not Always: behind a proxy whose word is not taken, each form would be an error and not a page.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Editor, policy => policy.RequireRole(nameof(Role.Editor), nameof(Role.Admin)))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(nameof(Role.Admin)));
        return services.AddClosedPages();
    }

    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;

        // The name that the framework signs in by is the e-mail.
        options.User.AllowedUserNameCharacters = "";

        // PasswordRules says the rest.
        options.Password = new()
        {
            RequiredLength = PasswordRules.Shortest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
    }

    private static void Dress(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;

        // Strict would make links from elsewhere, as from a chat of the group, look as if nobody were signed in.
        cookie.SameSite = SameSiteMode.Lax;
    }
}
