using System.Net.Sockets;
using CommunityCare.Accounts;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.AspNetCore.Connections;

namespace CommunityCare.Cli;

internal static class Serve
{
    /// <summary>What the site needs lies beside the program, wherever it is started from.</summary>
    public static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

        // Without it, a build that is not published serves empty assets outside Development.
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // For editing assets while the site runs; it serves them uncompressed.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        return builder;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Builder(args).AddCommunityCare().Build();
        app.UseCommunityCare();
        await app.Services.GetRequiredService<Preparation>().RunAtStartAsync(app.Lifetime.ApplicationStopping);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartException($"{e.Message} End the program that uses the address, or choose another one with --urls http://localhost:PORT.", e);
        }
        catch (Exception e) when (e is SocketException or FormatException or ArgumentException or InvalidOperationException)
        {
            var why = e.Message.Split('\n')[0].TrimEnd('.', '\r');
            throw new StartException($"Cannot listen: {why}. Choose another address with --urls http://localhost:PORT.", e);
        }

        await SetupNotice.PrintAsync(app.Services, Console.Out, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
