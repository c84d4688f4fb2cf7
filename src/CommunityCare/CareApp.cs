using CommunityCare.Accounts;
using CommunityCare.Asking;
using CommunityCare.Backups;
using CommunityCare.Editing;
using CommunityCare.Exporting;
using CommunityCare.Gazetteer;
using CommunityCare.Proposals;
using CommunityCare.Search;
using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Web;

namespace CommunityCare;

/// <summary>What each folder brings, and the order in which a request passes through.</summary>
public static class CareApp
{
    public static WebApplicationBuilder AddCommunityCare(this WebApplicationBuilder builder)
    {
        var settings = SiteSettings.Of(builder.Configuration);
        var places = Places.Find(settings.SeedData, settings.DataFolder);
        var data = DataFolder.Open(places.Data);

        builder.AddLogs(data);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(places);
        builder.Services.AddStore(data);
        builder.Services.AddGazetteer();
        builder.Services.AddEditing();
        builder.Services.AddSeeding();
        builder.Services.AddExporting();
        builder.Services.AddBackups();
        builder.Services.AddAsking(settings.Sources, settings.PublicUrl);
        builder.Services.AddSearch();
        builder.Services.AddProposals();
        builder.AddWeb(data);
        builder.Services.AddAccounts(settings);
        return builder;
    }

    /// <summary>The order matters; a test holds it.</summary>
    public static WebApplication UseCommunityCare(this WebApplication app)
    {
        // Who asks, and by which scheme, as far as a named proxy says it; all that follows may rely on it.
        app.UseForwardedHeaders();
        app.UseMiddleware<LanguagePrefix>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ClosedPaths>();
        app.UseExceptionHandler(WebSetup.StatusPath + "/500");
        app.UseStatusCodePagesWithReExecute(WebSetup.StatusPath + "/{0}");

        // Explicit, because the language prefix has moved into the path base by now.
        app.UseRouting();

        // A page is looked for before it is made, and kept as it is sent: compressed.
        app.UseMiddleware<PageCache>();
        app.UseOutputCache();
        app.UseWhen(context => !ClosedPaths.Holds(context), open => open.UseResponseCompression());

        // Said here, or the framework puts both before everything, and kept pages would wait for them too.
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapWeb();
        return app;
    }
}
