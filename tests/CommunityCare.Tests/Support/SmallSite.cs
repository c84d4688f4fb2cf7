using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Support;

/// <summary>The running site over a small folder of curated files and a data folder of its own, at a time that stands still.</summary>
public sealed class SmallSite : IAsyncDisposable
{
    private readonly TempFolder _data = new();
    private readonly Factory _factory;

    /// <param name="files">What is seeded before the first request: the given folder, or the small one.</param>
    /// <param name="change">What is special about this site: its settings and services.</param>
    public SmallSite(string? files = null, Action<IWebHostBuilder>? change = null)
    {
        // Migrating and filling in the ZIP codes takes longer than most tests.
        File.Copy(Catalogue.TemplateAsync().GetAwaiter().GetResult(), DataFolder.Open(_data.Path).Database);
        _factory = new(files ?? Files.Path, _data.Path, Clock, change);
        Client = _factory.CreateClient(new() { AllowAutoRedirect = false });
    }

    public SeedFiles Files { get; } = new();

    public FakeClock Clock { get; } = new();

    public HttpClient Client { get; }

    public string Database => DataFolder.Open(_data.Path).Database;

    public IServiceProvider Services => _factory.Services;

    /// <summary>The way to the site for a client that does more than <see cref="Client"/>.</summary>
    public HttpMessageHandler NewHandler() => _factory.Server.CreateHandler();

    /// <summary>The way to the site as it is after a restart: another process would not know more of this one.</summary>
    public HttpMessageHandler Restarted() => _factory.WithWebHostBuilder(_ => { }).Server.CreateHandler();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var (answered, text) = await AskAsync(path);
        Assert.True(status == answered, $"{path} answered {answered}");
        return new HtmlParser().ParseDocument(text);
    }

    public async Task<(HttpStatusCode Status, string Text)> AskAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return (response.StatusCode, $"{response.Headers.Location}\n{await response.Content.ReadAsStringAsync(Stop)}");
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request, Stop);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    /// <summary>Writes through the site's own door.</summary>
    public async Task WriteAsync(Func<CatalogWrite, Task> work)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatalogEditor>().WriteAsync("ana", work, Stop);
    }

    /// <param name="slug">From which name, website and summary follow.</param>
    /// <param name="terms">As in <c>cost=free</c>, of the whole organization.</param>
    /// <param name="change">What is special about it.</param>
    public Task AddAsync(string slug, string terms = "", Action<Organization>? change = null)
    {
        var organization = Samples.Organization(slug, [.. terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Shelf.Link(t))]);
        change?.Invoke(organization);
        return WriteAsync(write => write.SaveAsync(organization));
    }

    public async Task<T> ReadAsync<T>(Func<CareDb, Task<T>> read)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CareDb>());
    }

    public async ValueTask DisposeAsync()
    {
        var database = await ReadAsync(db => Task.FromResult((SqliteConnection)db.Database.GetDbConnection()));
        Client.Dispose();
        await _factory.DisposeAsync();
        SqliteConnection.ClearPool(database);
        _data.Dispose();
        Files.Dispose();
    }

    private sealed class Factory(string files, string data, FakeClock clock, Action<IWebHostBuilder>? change) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder
                .UseSetting("CommunityCare:SeedData", files)
                .UseSetting("CommunityCare:DataFolder", data)
                .UseSetting("CommunityCare:PublicUrl", "https://care.example.org")
                .UseSetting("CommunityCare:Backups:Nightly", "false")
                .UseSetting("Serilog:MinimumLevel", "Warning")
                .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
            change?.Invoke(builder);
        }
    }
}
