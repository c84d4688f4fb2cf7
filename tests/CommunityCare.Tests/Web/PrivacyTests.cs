using System.Net.Sockets;
using System.Text;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What a reader asks for is nobody's business: one marker word, and every place where it could be left.</summary>
[Collection(Processes.Name)]
public sealed class PrivacyTests
{
    private const string Marker = "qzxmarkerqzx";

    [Fact]
    public async Task Nothing_that_a_reader_sends_is_written_anywhere()
    {
        using var around = await Around.SeededAsync();
        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        await AskForEverythingAsync(program);
        Database.Break(around.Database);
        await AskForEverythingAsync(program);
        await SendNonsenseAsync(program.Client.BaseAddress!);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(0, await program.TerminateAsync());
        }

        Assert.DoesNotContain(Marker, program.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("127.0.0.1", program.Output.Replace("Now listening on: http://127.0.0.1", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(around.Data, "*", SearchOption.AllDirectories), file => Assert.False(Holds(file), file));
        Assert.All(Directory.GetFiles(around.Temp), file => Assert.False(Holds(file), file));

        // The failures were logged, so the log is where it should be, and it says what a keeper needs.
        Assert.Contains("no such table", program.Output, StringComparison.Ordinal);
        foreach (var line in new[]
        {
            @"GET /organizations en 200 in [\d.]+ ms",
            @"GET /organizations/\{slug\} es 404 in [\d.]+ ms",
            @"GET /organizations/\{slug\} es 500 in [\d.]+ ms",
            @"GET /suggest es 200 in [\d.]+ ms",
            @"GET /suggest en 500 in [\d.]+ ms",
            @"POST \(no page\) en 405 in [\d.]+ ms",
            @"POST /suggest-an-organization en 422 in [\d.]+ ms",
            @"POST /organizations/\{slug\}/report es 303 in [\d.]+ ms",
            @"POST /suggest-an-organization es 415 in [\d.]+ ms",
            @"GET \(no page\) en 404 in [\d.]+ ms",
            @"other \(no page\) en 40[45] in [\d.]+ ms",
        })
        {
            Assert.Matches(line, program.Output);
            Assert.Matches(line, Logs(around));
        }
    }

    [Fact]
    public async Task A_keeper_who_asks_for_more_log_lines_gets_none_with_what_readers_typed()
    {
        using var around = (await Around.SeededAsync())
            .With("Serilog__MinimumLevel__Override__Microsoft.AspNetCore", "Information")
            .With("Serilog__MinimumLevel__Override__Microsoft.AspNetCore.Hosting.Diagnostics", "Information");
        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        await AskForEverythingAsync(program);

        Assert.Contains("/Organizations/Index", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, program.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AskForEverythingAsync(SiteProgram program)
    {
        foreach (var prefix in new[] { "", "/es" })
        {
            foreach (var path in new[]
            {
                $"/organizations?q={Marker}", $"/organizations?q={Marker}&kind={Marker}&page={Marker}&sort={Marker}&{Marker}=1", $"/organizations?near={Marker}&within={Marker}", $"/zip-codes.txt?{Marker}", $"/organizations/{Marker}",
                $"/care/{Marker}", $"/{Marker}", $"/{Marker}.css", $"/care/mutual-aid?{Marker}", $"/status/500?{Marker}", $"/?q={Marker}", $"/sitemap.xml?{Marker}", $"/health/ready?{Marker}", $"/suggest?q={Marker}",
            })
            {
                await SendAsync(program, new HttpMethod("GET"), prefix + path);
            }

            await SendAsync(program, HttpMethod.Post, prefix + "/organizations", new FormUrlEncodedContent([KeyValuePair.Create("q", Marker), KeyValuePair.Create(Marker, "")]));
            await SendAsync(program, HttpMethod.Post, prefix + $"/organizations/{Marker}", new MultipartFormDataContent { { new StringContent(Marker), Marker, Marker } });
            foreach (var path in new[] { "/suggest-an-organization", "/organizations/988-lifeline/report" })
            {
                var filled = new[] { "name", "text", "kind", "website", "phone", "part", "wrong", "right", "source", "contact", "form", Marker }.Select(name => KeyValuePair.Create(name, Marker)).ToList();
                await SendAsync(program, HttpMethod.Post, prefix + path, new FormUrlEncodedContent(filled));
                await SendAsync(program, HttpMethod.Post, prefix + path, new FormUrlEncodedContent([.. filled, KeyValuePair.Create("subject", Marker)]));
                await SendAsync(program, HttpMethod.Post, prefix + path, new MultipartFormDataContent { { new StringContent(new string('x', 100_000) + Marker), Marker, Marker } });
            }

            await SendAsync(program, HttpMethod.Put, prefix + $"/{Marker}", new StringContent($"{{\"{Marker}\":"));
            await SendAsync(program, new HttpMethod(Marker), prefix + $"/{Marker}");
        }
    }

    private static async Task SendAsync(SiteProgram program, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var header in new[] { "User-Agent", "Referer", "Cookie", "X-Forwarded-For", "Accept-Language", "Accept", "Authorization", "Origin", "traceparent", "X-Request-ID", Marker })
        {
            request.Headers.TryAddWithoutValidation(header, header == "Referer" ? $"https://{Marker}.example/{Marker}" : $"{Marker}={Marker}");
        }

        using var answer = await program.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.TextAsync();
    }

    /// <summary>What the server refuses before the site sees it.</summary>
    private static async Task SendNonsenseAsync(Uri address)
    {
        foreach (var request in new[]
        {
            $"GET /{Marker} HTTP/9.9\r\nHost: {Marker}\r\n\r\n", $"GET /{Marker} HTTP/1.1\r\nHost: {Marker} {Marker}\r\n\r\n", $"{Marker}\r\n\r\n",
            $"GET /%00{Marker} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", $"GET / HTTP/1.1\r\nHost: localhost\r\n{Marker}\x01\r\n\r\n",
            $"POST /{Marker} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{Marker}\r\n",
        })
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
            var answer = client.GetStream().ReadAsync(new byte[4096], TestContext.Current.CancellationToken).AsTask();
            await answer.WaitAsync(SiteProgram.Patience, TestContext.Current.CancellationToken);
        }
    }

    private static string Logs(Around around) =>
        string.Concat(Directory.GetFiles(Path.Combine(around.Data, "logs")).Select(File.ReadAllText));

    private static bool Holds(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return Encoding.Latin1.GetString(bytes).Contains(Marker, StringComparison.OrdinalIgnoreCase)
            || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Marker)) >= 0;
    }
}
