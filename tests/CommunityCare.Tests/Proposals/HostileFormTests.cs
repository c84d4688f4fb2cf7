using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using CommunityCare.Tests.Support;
using CommunityCare.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Proposals;

/// <summary>What no reader sends: refused or shown as text, never a failure, and nothing of it is kept.</summary>
public sealed class HostileFormTests : IAsyncLifetime
{
    private const string Suggest = "/suggest-an-organization";
    private const string Report = "/organizations/open-door/report";

    private static readonly string[] Fields =
        ["name", "text", "kind", "website", "phone", "email", "address_1", "city", "state_province", "service_area", "another", "part", "wrong", "right", "source", "contact", "form"];

    private readonly SmallSite _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "' onmouseover='alert(1)", "javascript:alert(1)", "@Html.Raw(1)", "{0} {9}", "&#60;script&#62;",
        "'; DROP TABLE Proposals; --", "%00", "\0\u0001\u001b[2J\u007f", "\u202e\u2028\ufffe\uffff", "\u202ebackwards", "\ud83e\uddf5 ʻ ł ß", new string('a', 5_000), new string('ł', 9_000), "-1", "99999999999999999999", "NaN", "[]", "null",
    ];

    public async ValueTask InitializeAsync() => await _site.AddAsync("open-door");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Payloads), DisableDiscoveryEnumeration = true)]
    public async Task An_attack_in_every_field_is_refused_and_shown_as_text(string payload)
    {
        foreach (var path in new[] { Suggest, Report, "/es" + Suggest, "/es" + Report })
        {
            var form = await ReaderForm.OpenAsync(_site, path);
            foreach (var field in Fields)
            {
                form.With(field, payload);
            }

            using var answer = await form.SendAsync();

            Assert.InRange((int)answer.StatusCode, 400, 499);
            var page = await answer.DocumentAsync();
            Assert.All(page.Scripts, script => Assert.StartsWith("/js/", script.GetAttribute("src"), StringComparison.Ordinal));
            Assert.Empty(page.QuerySelectorAll("main img, main script:not([src]), [onerror], [onmouseover], main a[href^=javascript]"));
            if (payload.Length < 30 && payload.All(c => c is >= ' ' and < (char)0x2000) && page.GetElementById("source") is { } source)
            {
                Assert.Equal(payload, source.TextContent);
            }
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_said_beside_its_field_and_shown_whole()
    {
        foreach (var (path, field) in new[] { (Suggest, "text"), (Suggest, "name"), (Suggest, "contact"), (Report, "wrong"), (Report, "right"), (Report, "source") })
        {
            var form = (await ReaderForm.OpenAsync(_site, path)).With("name", "Porch").With("phone", "510-555-0100").With("part", "name").With("right", "x");
            var limit = int.Parse(form.Page.GetElementById(field)!.GetAttribute("maxlength")!, CultureInfo.InvariantCulture);
            Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), form.Page.GetElementById(field + "-hint")!.TextContent, StringComparison.Ordinal);

            using var answer = await form.With(field, new string('a', limit + 1)).SendAsync();

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var shown = await ReaderForm.OfAsync(_site, answer);
            Assert.Equal(limit + 1, shown.Value(field).Length);
            Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), shown.Page.GetElementById(field + "-problem")!.TextContent, StringComparison.Ordinal);
            using var sent = await shown.With(field, new string('a', limit)).SendAsync();
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
            _site.Clock.Now += TimeSpan.FromHours(2);
        }
    }

    [Fact]
    public async Task Signs_that_nobody_can_see_are_left_out_and_told()
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Suggest)).With("name", "Porch\vCircle").With("phone", "510-555-0100").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await ReaderForm.OfAsync(_site, answer);
        Assert.Equal("Porch Circle", shown.Value("name"));
        using var sent = await shown.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{\"name\":\"x\"}", 415)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"; filename=\"a\"\r\n\r\nx\r\n--x--\r\n", 415)]
    [InlineData("text/plain", "name=x", 415)]
    [InlineData("application/x-www-form-urlencoded", "%", 422)]
    [InlineData("application/x-www-form-urlencoded", "name=%zz&name=%C0%AF&=&&&%00=%00", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "name=%2BADw-script%2BAD4-", 415)]
    public async Task What_is_no_form_of_ours_is_refused(string type, string body, int status)
    {
        foreach (var path in new[] { Suggest, Report })
        {
            using var answer = await PostAsync(path, type, body);

            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Too_many_fields_and_too_much_of_them_are_refused()
    {
        foreach (var (body, status) in new[]
        {
            (string.Join('&', Enumerable.Range(0, 500).Select(i => $"x{i}=1")), 400), (new string('k', 5_000) + "=1", 400), ("name=" + new string('a', 300_000), 413),
        })
        {
            using var answer = await PostAsync(Suggest, "application/x-www-form-urlencoded", body);
            Assert.Equal(status, (int)answer.StatusCode);
        }

        Assert.Equal(0, await CountAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await _site.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
    }

    private Task<int> CountAsync() => _site.ReadAsync(db => db.Proposals.CountAsync(Stop));
}

/// <summary>On a real server, which counts the bytes itself.</summary>
public sealed class HugeFormTests(HostileRequestTests.Kestrel kestrel) : IClassFixture<HostileRequestTests.Kestrel>
{
    private const string Head = "POST /suggest-an-organization HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n";

    [Fact]
    public async Task Ten_megabytes_are_refused_before_they_are_read()
    {
        var answer = await kestrel.SendAsync($"{Head}Content-Length: 10000000\r\n\r\nname=x");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains(Texts.English["TooLarge_Help"], answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ten_megabytes_that_do_not_say_so_are_refused_too()
    {
        var answer = await kestrel.SendAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n{300_000:x}\r\nname={new string('a', 299_995)}\r\n0\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4[01][0-9]", answer);
    }
}
