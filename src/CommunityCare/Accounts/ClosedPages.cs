using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Accounts;

/// <summary>Which pages are closed, and to whom. A page put into one of these folders is closed by that.</summary>
internal static class ClosedPages
{
    public const string SignIn = "/account/sign-in";

    private static readonly string[] Closed = ["/Admin", "/Account"];

    private static readonly string[] ForAdmins = ["Accounts", "Kinds", "Vocabularies", "Settings", "Audit", "Backups"];

    private static readonly string[] ForAnybody = ["SignIn", "Setup"];

    public static IServiceCollection AddClosedPages(this IServiceCollection services) => services.Configure<RazorPagesOptions>(options =>
    {
        foreach (var folder in Closed)
        {
            options.Conventions.AuthorizeFolder(folder, Policies.Editor);
            options.Conventions.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(new StaleForms()));
        }

        foreach (var folder in ForAdmins)
        {
            options.Conventions.AuthorizeFolder("/Admin/" + folder, Policies.Admin);
        }

        foreach (var page in ForAnybody)
        {
            options.Conventions.AllowAnonymousToPage("/Account/" + page);
        }
    });
}
