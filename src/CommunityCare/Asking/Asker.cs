using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace CommunityCare.Asking;

/// <summary>
/// Asks a page whether it is there, as a polite stranger: its headers and never its content, without cookies, credentials, a
/// proxy or anything that a reader typed, and from the public internet alone.
/// </summary>
internal sealed class Asker(Manners manners)
{
    /// <summary>Whatever the other side does is an answer; only <paramref name="stop"/> throws.</summary>
    public async Task<(Answer Answer, int? Status)> AskAsync(string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
        {
            return (Answer.NoAnswer, null);
        }

        // A handler for each question: nothing is left open, and what it met is known to be of this page.
        var met = new Met();
        using var client = new HttpClient(NewHandler(met));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(manners.TimeLimit);
        try
        {
            var status = await StatusAsync(client, HttpMethod.Head, page, limit.Token);

            // Some know only GET. Who is too busy is not asked twice.
            if (status >= HttpStatusCode.BadRequest && status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                status = await StatusAsync(client, HttpMethod.Get, page, limit.Token);
            }

            return (Meaning(status), (int)status);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return (met.Obstacle ?? Answer.NoAnswer, null);
        }
    }

    private static Answer Meaning(HttpStatusCode status) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Answer.Here,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Answer.Gone,
        _ => Answer.Other,
    };

    private async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, Uri page, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, page);
        request.Headers.TryAddWithoutValidation("User-Agent", manners.Name);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return response.StatusCode;
    }

    private SocketsHttpHandler NewHandler(Met met) => new()
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = manners.Redirects,
        UseCookies = false,

        // Through a proxy, nobody here would know which machine is asked.
        UseProxy = false,
        ActivityHeadersPropagator = null,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, met, stop),
        SslOptions = new()
        {
            // A certificate can name where others are to be fetched from: that would be another way to let the site knock somewhere.
            CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            RemoteCertificateValidationCallback = (_, _, chain, errors) =>
            {
                var isGood = errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsOnlyIncomplete(chain));
                met.Obstacle = isGood ? null : Answer.BadCertificate;
                return isGood;
            },
        },
    };

    // Many servers forget to send a certificate in the middle. Browsers fetch it, and their readers see no fault.
    private static bool IsOnlyIncomplete(X509Chain? chain) => chain?.ChainStatus.All(s => s.Status == X509ChainStatusFlags.PartialChain) == true;

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint server, Met met, CancellationToken stop)
    {
        IPAddress[] found;
        try
        {
            found = await manners.FindAsync(server.Host, stop);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            met.Obstacle = Answer.NoSuchHost;
            throw;
        }

        // What was looked at is what is connected to: asking for the name again could give another answer.
        IPAddress[] open = [.. found.Where(manners.IsPublic)];
        if (open.Length == 0)
        {
            met.Obstacle = Answer.NotPublic;
            throw new IOException("Not a machine of the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, server.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Why a connection could not be made, if that says something of the page.</summary>
    private sealed class Met
    {
        public Answer? Obstacle { get; set; }
    }
}
