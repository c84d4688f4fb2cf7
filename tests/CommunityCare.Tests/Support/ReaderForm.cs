using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommunityCare.Tests.Support;

/// <summary>A form of a page as a reader's browser sends it: what stands in it, and what was typed over that.</summary>
public sealed class ReaderForm(SmallSite site, IHtmlDocument page)
{
    /// <summary>How long somebody takes who reads it.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromSeconds(20);

    private readonly List<KeyValuePair<string, string>> _values = [.. Sent(page)];

    public IHtmlDocument Page => page;

    public string Action { get; } = page.QuerySelector("main form[method=post]")!.GetAttribute("action")!;

    public static async Task<ReaderForm> OpenAsync(SmallSite site, string path) => new(site, await site.PageAsync(path));

    /// <summary>What a form shows that was sent back.</summary>
    public static async Task<ReaderForm> OfAsync(SmallSite site, HttpResponseMessage answer) => new(site, await answer.DocumentAsync());

    public ReaderForm With(string name, string value)
    {
        _values.RemoveAll(v => v.Key == name);
        _values.Add(new(name, value));
        return this;
    }

    public ReaderForm Also(string name, string value)
    {
        _values.Add(new(name, value));
        return this;
    }

    public string Value(string name) => _values.LastOrDefault(v => v.Key == name).Value ?? "";

    /// <summary>After some seconds, as a person does.</summary>
    public Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] headers)
    {
        site.Clock.Now += Reading;
        return SendAtOnceAsync(headers);
    }

    public async Task<HttpResponseMessage> SendAtOnceAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Action, UriKind.Relative)) { Content = new FormUrlEncodedContent(_values) };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<KeyValuePair<string, string>> Sent(IHtmlDocument page) =>
        from control in page.QuerySelectorAll("main form[method=post] :is(input, textarea)")
        let name = control.GetAttribute("name")
        where name is not null && (control is not IHtmlInputElement { Type: "radio" or "checkbox" } box || box.IsChecked)
        select KeyValuePair.Create(name, control is IHtmlTextAreaElement text ? text.Value : ((IHtmlInputElement)control).Value);
}
