using CommunityCare.Accounts;
using CommunityCare.Seeding;
using Microsoft.AspNetCore.Identity;

namespace CommunityCare.Cli;

/// <summary>Accounts from the command line, by links as everywhere: nobody types a password where others read along.</summary>
internal static class Admin
{
    private const string Author = "command line";
    private const string DefaultAddress = "http://localhost:5000";

    public static Task<int> CreateAsync(string email, Role role, TextWriter output, CancellationToken stop) => RunAsync(async (services, clean) =>
        await services.GetRequiredService<OneTimeLinks>().InviteAsync(Author, clean, role, stop) is { } link
            ? await TellAsync(output, $"To make the account of {clean}, open this address within 24 hours. It works once:", link)
            : await FailAsync(output, $"There is an account with {clean}. For a new password: admin reset {clean}"), email, output, stop);

    public static Task<int> ResetAsync(string email, TextWriter output, CancellationToken stop) => RunAsync(async (services, clean) =>
        await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(clean) is { } account
        && await services.GetRequiredService<OneTimeLinks>().ResetAsync(Author, account.Id, turnsTwoStepOff: true, stop) is { } link
            ? await TellAsync(output, $"To choose a new password for {clean}, open this address within 24 hours. It works once, and turns two-step codes off:", link)
            : await FailAsync(output, $"There is no account with {clean}. To make one: admin create {clean}"), email, output, stop);

    private static async Task<int> RunAsync(Func<IServiceProvider, string, Task<int>> work, string email, TextWriter output, CancellationToken stop)
    {
        if (AccountRules.Email(email) is not { } clean)
        {
            return await FailAsync(output, $"`{email}` is not an e-mail address. Give one such as ana@example.org.");
        }

        await using var app = Serve.Builder([]).AddCommunityCare().Build();

        // Where the site listens is known to who starts it: from the environment, or it is the default.
        app.Urls.Add(app.Configuration["urls"]?.Split(';')[0] ?? DefaultAddress);
        await app.Services.GetRequiredService<Preparation>().MakeReadyAsync(stop);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, clean);
    }

    private static async Task<int> TellAsync(TextWriter output, string what, string link)
    {
        await output.WriteLineAsync(what);
        await output.WriteLineAsync(link);
        return 0;
    }

    private static async Task<int> FailAsync(TextWriter output, string why)
    {
        await output.WriteLineAsync(why);
        return 1;
    }
}
