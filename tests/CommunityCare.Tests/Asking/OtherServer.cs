using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommunityCare.Asking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityCare.Tests.Asking;

/// <summary>Somebody else's web server, on this machine: each path answers in its own way, for any name of a host.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _inside = new();

    private OtherServer(bool isSecure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (isSecure)
            {
                listen.UseHttps(OwnCertificate());
            }
        }));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>As in <c>HEAD /here</c>.</summary>
    public ConcurrentQueue<string> Questions { get; } = new();

    /// <summary>The headers of the last question.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>The most questions that one host had to answer at once.</summary>
    public int AtOnce { get; private set; }

    /// <summary>Whether every page is out of order.</summary>
    public bool IsIll { get; set; }

    public int Port { get; private set; }

    public static async Task<OtherServer> StartAsync(bool isSecure = false)
    {
        var server = new OtherServer(isSecure);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Port = new Uri(server._app.Urls.Single()).Port;
        return server;
    }

    /// <summary>A page of a host that has a name here, and only here.</summary>
    public string Page(string path, string host = "one.example.org") => $"http://{host}:{Port}/{path}";

    /// <summary>Every name leads to this machine but those that nobody has; nothing is asked outside.</summary>
    public static Manners Manners { get; } = new()
    {
        Pause = TimeSpan.Zero,
        TimeLimit = TimeSpan.FromMinutes(1),
        IsPublic = address => IPAddress.IsLoopback(address) || PublicInternet.Has(address),
        FindAsync = (host, _) => host switch
        {
            "nobody.example.org" => throw new SocketException((int)SocketError.HostNotFound),
            "later.example.org" => throw new SocketException((int)SocketError.TryAgain),
            "inside.example.org" => Task.FromResult(new[] { IPAddress.Parse("10.0.0.1"), IPAddress.Parse("::ffff:192.168.1.1") }),
            _ => Task.FromResult(new[] { IPAddress.Loopback }),
        },
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Questions.Enqueue($"{request.Method} {request.Path}");
        Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString());
        AtOnce = Math.Max(AtOnce, _inside.AddOrUpdate(request.Host.Host, 1, (_, inside) => inside + 1));
        await Task.Delay(10, CancellationToken.None);
        _inside.AddOrUpdate(request.Host.Host, 0, (_, inside) => inside - 1);
        if (IsIll)
        {
            response.StatusCode = 503;
            return;
        }

        var isHead = HttpMethods.IsHead(request.Method);
        switch (request.Path.Value!.Split('/')[1])
        {
            case "slow":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case "endless":
                response.StatusCode = isHead ? 405 : 200;
                await EndlessAsync(context, isHead);
                break;
            case "moved":
                response.Headers.SetCookie = "who=you";
                response.Redirect("/here");
                break;
            case "lost":
                response.Redirect("/404");
                break;
            case "round-and-round":
                response.Redirect("/round-and-round/" + Guid.NewGuid());
                break;
            case "inwards":
                response.Redirect("http://inside.example.org/secret");
                break;
            case "broken":
                context.Abort();
                break;
            case "only-get" when isHead:
                response.StatusCode = int.Parse(request.Path.Value.Split('/')[2], null);
                break;
            case var path when int.TryParse(path, out var status):
                response.StatusCode = status;
                break;
        }
    }

    private static async Task EndlessAsync(HttpContext context, bool isHead)
    {
        var nothing = new byte[1_000];
        while (!isHead && !context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(nothing);
        }
    }

    // Nobody has signed it but itself.
    private static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=one.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
