using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CommunityCare.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;

namespace CommunityCare.Web;

internal static class WebSetup
{
    /// <summary>Where error pages live; they cannot be asked for by address.</summary>
    public const string StatusPath = "/status";

    /// <summary>The one folder of public pages that something can be sent to.</summary>
    private const string ReaderForms = "/Proposals/";

    public static void AddWeb(this WebApplicationBuilder builder, DataFolder data)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("CommunityCare").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ContactAddress>();
        services.AddLocalization();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Language.English.Culture;

        // Public pages hold no secret that could be guessed from their compressed length.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddSingleton<Editions>();
        services.AddSingleton<RequestLines>().AddHostedService(provider => provider.GetRequiredService<RequestLines>());
        services.AddOutputCache(options =>
        {
            options.SizeLimit = PageCache.SizeLimit;
            options.MaximumBodySize = PageCache.PageLimit;
            options.UseCaseSensitivePaths = true;
        });
        services.AddRouting(options => options.LowercaseUrls = true);

        // Letters of all languages are written as themselves; what could be markup is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(options => options.Conventions.AddFolderRouteModelConvention("/", PublicPagesOnlyReadAndAreKept))
            .AddViewLocalization(LanguageViewLocationExpanderFormat.Suffix);
        OnlyReads.AddTo(services);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1_000_000;

            // Whoever pastes a whole letter into the search gets an answer; it takes what it can use.
            kestrel.Limits.MaxRequestLineSize = 64_000;
            kestrel.Limits.MaxRequestBufferSize = 256_000;
        });
        services.PostConfigure<ForwardedHeadersOptions>(options => TrustedProxies.Of(SiteSettings.Of(builder.Configuration).Proxies).Trust(options));
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(10));
        FilterHosts(builder);
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapSuggest();
        app.MapSitemap();
        app.MapZipCodes();
        app.MapHealth();
    }

    // A reader's page answers to reading alone, and is the same for every reader. Only the forms on which readers tell us
    // something take what is sent, and each is one reader's; so do closed pages, which are for who is signed in. The error page
    // answers whatever went wrong.
    private static void PublicPagesOnlyReadAndAreKept(PageRouteModel page)
    {
        if (page.ViewEnginePath == "/Status")
        {
            return;
        }

        var isClosed = ClosedPaths.HoldsPage(page.ViewEnginePath);
        foreach (var selector in page.Selectors)
        {
            if (isClosed || page.ViewEnginePath.StartsWith(ReaderForms, StringComparison.Ordinal))
            {
                selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
                continue;
            }

            selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            selector.EndpointMetadata.Add(page.ViewEnginePath == "/Organizations/Index" ? KeptPage.ByQuery : KeptPage.ByPath);
        }
    }

    // With a public address, requests for any other host are refused; the machine itself may always ask.
    private static void FilterHosts(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(SiteSettings.Section).Get<SiteSettings>();
        if (settings?.PublicUrl is { Length: > 0 } url)
        {
            builder.Services.PostConfigure<HostFilteringOptions>(options =>
            {
                options.AllowedHosts = [new Uri(url).Host, "localhost", "127.0.0.1", "[::1]"];
                options.IncludeFailureMessage = false;
            });
        }
    }
}
