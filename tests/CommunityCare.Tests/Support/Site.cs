using AngleSharp.Html.Dom;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Support;

/// <summary>The site as in production, in memory, with a data folder of its own and the repository's curated files.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    // Seeding takes longer than most tests: it happens once, and each site gets a copy.
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly TempFolder _folder = new();
    private bool _isOnKestrel;
    private readonly Dictionary<string, string> _settings = new()
    {
        ["CommunityCare:SeedData"] = Path.Combine(Repository.Root, "seed-data"),
        ["CommunityCare:Backups:Nightly"] = "false",
        ["Serilog:MinimumLevel"] = "Fatal",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
        ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
    };

    public Site()
    {
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
        Data = DataFolder.Open(_folder.At("data"));
        _settings["CommunityCare:DataFolder"] = Data.Path;
    }

    public DataFolder Data { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A site with other settings, as in <c>CommunityCare:PublicUrl</c>; another folder of curated files too.</summary>
    public static async Task<Site> NewAsync(params (string Name, string Value)[] settings)
    {
        var site = new Site();
        foreach (var (name, value) in settings)
        {
            site._settings[name] = value;
        }

        await site.InitializeAsync();
        return site;
    }

    /// <summary>The same on a real Kestrel, for requests that no client would send.</summary>
    public static async Task<Site> OnKestrelAsync()
    {
        var site = new Site();
        site.UseKestrel(0);
        site._isOnKestrel = true;
        await site.InitializeAsync();
        return site;
    }

    /// <summary>The file of a database that holds the repository's curated files.</summary>
    public static Task<string> SeededDatabaseAsync() => Template.Value;

    public async ValueTask InitializeAsync()
    {
        if (_settings["CommunityCare:SeedData"].StartsWith(Repository.Root, StringComparison.Ordinal))
        {
            File.Copy(await SeededDatabaseAsync(), Data.Database);
        }

        Client = CreateClient();
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The way to the site for a client that does more than <see cref="Client"/>.</summary>
    public HttpMessageHandler NewHandler() =>
        _isOnKestrel ? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false } : Server.CreateHandler();

    /// <summary>The page, whatever its status.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.DocumentAsync();
    }

    /// <summary>From now on most of what the site asks its database fails.</summary>
    public void BreakDatabase() => Database.Break(Data.Database);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var db = Catalogue.Open(Data.Database))
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var catalogue = await Catalogue.NewAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => catalogue.Dispose();
        var report = await catalogue.SeedAsync(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data")));
        Assert.False(report.HasErrors);
        Database.Run(catalogue.Data.Database, "PRAGMA wal_checkpoint(TRUNCATE)");
        return catalogue.Data.Database;
    }
}
