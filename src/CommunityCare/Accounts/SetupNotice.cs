namespace CommunityCare.Accounts;

/// <summary>While there is no account, each start prints a link for the first admin: on the standard output alone, and in no log.</summary>
internal static class SetupNotice
{
    public static async Task PrintAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().SetupAsync(stop) is { } link)
        {
            await output.WriteLineAsync(
                $"There is no account yet. To make the first admin's, open this address within {OneTimeLink.Lasts.TotalHours:0} hours. It works once:{Environment.NewLine}{link}");
        }
    }
}
