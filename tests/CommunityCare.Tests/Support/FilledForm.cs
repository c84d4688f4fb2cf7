using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CommunityCare.Tests.Support;

/// <summary>A form as a browser would send it: everything that it holds, and what a test changes of it.</summary>
public sealed class FilledForm
{
    private readonly string _action;
    private readonly List<(string Name, string Value)> _fields = [];

    /// <param name="path">Of the page, where a form without an address of its own is sent.</param>
    /// <param name="form">The form.</param>
    public FilledForm(string path, IElement form)
    {
        _action = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        foreach (var control in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    _fields.Add((name, box.GetAttribute("value") ?? "on"));
                    break;
                case IHtmlInputElement input:
                    _fields.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    _fields.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    _fields.Add((name, select.Value ?? ""));
                    break;
            }
        }
    }

    public string this[string name]
    {
        get => _fields.Find(f => f.Name == name).Value ?? "";
        set
        {
            _fields.RemoveAll(f => f.Name == name);
            _fields.Add((name, value));
        }
    }

    /// <summary>The first name that ends so: items have ids in theirs.</summary>
    public string NameOf(string end) => _fields.First(f => f.Name.EndsWith(end, StringComparison.Ordinal)).Name;

    public IEnumerable<string> Names => _fields.Select(f => f.Name);

    public async Task<HttpResponseMessage> SendAsync(SignedIn browser, string? act = null)
    {
        List<(string, string)> fields = act is null ? _fields : [.. _fields, ("act", act)];
        return await browser.PostPlainAsync(_action, [.. fields]);
    }

    public async Task<IHtmlDocument> SendForPageAsync(SignedIn browser, string? act = null)
    {
        using var answer = await SendAsync(browser, act);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.DocumentAsync();
    }
}
