using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>The pages of editors speak their language: what is wrong, what can be chosen and what was changed.</summary>
public sealed class WordsOfPagesTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static string Path => $"/admin/organizations/{Ids.Of("care")}";

    public async ValueTask InitializeAsync()
    {
        _ana = await SignedIn.AsEditorAsync(_site);
        await _site.AddAsync("care", "cost=free", o => o.Phones = [new() { Id = Ids.Of("phone"), Number = "555-010-0101" }]);
        await _site.AddAsync("twin", "cost=sliding-scale", o =>
        {
            (o.WebsiteKind, o.ServiceArea) = (WebsiteKind.Host, "<b>Here</b>");
            o.Services[0].Schedules = [new() { ByDay = "MO", OpensAt = new(9, 0), ClosesAt = new(17, 0) }];
            o.Phones = [new() { Id = Ids.Of("night"), Number = "555-010-0102", Private = true }];
        });
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("", "Why you change it",
        "Name: This has to be filled in.",
        "Website: “care.example” is not a web address. Write all of it, such as https://example.org.",
        "Phone 1 · Number: “soon” is not a phone number. Write it like 555-010-0199.",
        "Services: Add at least one.")]
    [InlineData("/es", "Por qué lo cambia",
        "Nombre: Hay que llenar este campo.",
        "Sitio web: «care.example» no es una dirección web. Escríbala completa, por ejemplo https://example.org.",
        "Teléfono 1 · Número: «soon» no es un número de teléfono. Escríbalo como 555-010-0199.",
        "Servicios: Agregue al menos uno.")]
    public async Task What_is_wrong_is_said_in_the_language_of_the_page(string language, string why, params string[] said)
    {
        var form = await FormAsync(language);
        (form["f.name"], form["f.website"], form["Why"]) = ("", "care.example", new('w', Revision.WhyLength + 1));
        (form[form.NameOf("/number")], form[$"f.services/{Ids.Of("care service")}/name"]) = ("soon", "");
        var page = await form.SendForPageAsync(_ana, "save");

        var summary = page.QuerySelectorAll("#problems li");
        Assert.Equal(said.Order(StringComparer.Ordinal), summary.Select(Words).Where(w => !w.StartsWith(why, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(said.Length + 1, summary.Length);
        var beside = page.QuerySelectorAll("form#entry .error").Select(Words).ToList();
        Assert.All(summary, line => Assert.Contains(Words(line).Split(": ", 2)[1], beside));
        Assert.Empty(page.QuerySelectorAll("#problems [lang], .error [lang], .error[lang]"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_whole_entry_is_told_without_a_field()
    {
        var choose = $"{Path}/choose?from=entry&other={Ids.Of("twin")}";
        var page = await _ana.PageAsync("/es" + choose);
        var form = new FilledForm("/es" + choose, page.QuerySelector("main form[action*=choose]")!);
        form["choosing"] = form["choosing"].Replace(Ids.Of("care").ToString(), Ids.Of("nobody").ToString(), StringComparison.Ordinal);
        page = await form.SendForPageAsync(_ana);

        var line = Assert.Single(page.QuerySelectorAll("#problems li"));
        Assert.Equal("Esto es de otra ficha. Abra la página otra vez y elija de nuevo.", Words(line));
        Assert.Null(line.QuerySelector("a"));
    }

    [Theory]
    [InlineData("", "Sliding scale", "A parent's or partner's site", "Name: twin service Hours: Monday 9 am to 5 pm", "Number: 555-010-0102 Type: Voice call Known to editors only: Yes")]
    [InlineData("/es", "Sliding scale", "De la organización madre o de una aliada", "Nombre: twin service Horario: Lunes de 9 am a 5 pm", "Número: 555-010-0102 Tipo: Llamada de voz Solo lo ven los editores: Sí")]
    public async Task What_can_be_chosen_is_said_in_words_and_sent_as_it_was(string language, string cost, string kind, string service, string phone)
    {
        var address = $"{language}{Path}/choose?from=entry&other={Ids.Of("twin")}";
        var page = await _ana.PageAsync(address);

        var theirs = page.QuerySelectorAll(".choice-of").Select(c => string.Join(' ', c.QuerySelectorAll(".version")[1].QuerySelectorAll("p").Select(Words))).ToList();
        Assert.Contains(cost, theirs);
        Assert.Contains(kind, theirs);
        Assert.Contains(service, theirs);
        Assert.Contains(phone, theirs);
        Assert.Contains("<b>Here</b>", theirs);
        Assert.Empty(page.QuerySelectorAll(".version b"));
        Assert.NotEmpty(page.QuerySelectorAll(".choice-of textarea"));
        Assert.DoesNotContain("host", page.QuerySelectorAll(".choice-of textarea").Select(t => t.TextContent.Trim()));

        var form = new FilledForm(address, page.QuerySelector("main form[action*=choose]")!);
        var choosing = Choosing.FromJson(form["choosing"])!;
        Assert.Contains(choosing.Choices, c => c is { Path: "website_kind", Theirs: "host" });
        for (var i = 0; i < choosing.Choices.Count; i++)
        {
            form[$"side.{i}"] = choosing.Choices[i].Path == "name" ? "Mine" : "Theirs";
        }

        using var answer = await form.SendAsync(_ana);
        var stored = await _site.StoredAsync("care");
        Assert.Equal((WebsiteKind.Host, "<b>Here</b>"), (stored.WebsiteKind, stored.ServiceArea));
        Assert.Equal(["sliding-scale"], stored.TermsOf("cost").Select(t => t.Slug));
    }

    [Theory]
    [InlineData("", "Status", "removed: Active added: Closed", "Filter cost", "removed: Free added: Sliding scale", "Hours", "added: Friday 9 am to 5 pm")]
    [InlineData("/es", "Estado", "quitado: Activa agregado: Cerrada", "Filter cost", "quitado: Free agregado: Sliding scale", "Horario", "agregado: Viernes de 9 am a 5 pm")]
    public async Task What_was_changed_is_said_in_words(string language, params string[] said)
    {
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("care")))!;
            (entry.Status, entry.Terms) = (OrganizationStatus.Closed, [Shelf.Link("cost=sliding-scale")]);
            entry.Services[0].Schedules = [new() { ByDay = "FR", OpensAt = new(9, 0), ClosesAt = new(17, 0) }];
            await write.SaveAsync(entry);
        });
        var page = await _ana.PageAsync($"{language}/admin/history/{(await _site.NewestRevisionAsync()).Number}");

        var told = page.QuerySelectorAll(".differences dt").Zip(page.QuerySelectorAll(".differences dd"), (dt, dd) => (Words(dt), Words(dd))).ToList();
        foreach (var pair in said.Chunk(2))
        {
            Assert.Contains(told, t => t.Item1.EndsWith(pair[0], StringComparison.Ordinal) && t.Item2 == pair[1]);
        }
    }

    [Fact]
    public async Task The_buttons_that_add_parts_say_what_they_add()
    {
        var page = await _ana.PageAsync("/es" + Path);

        Assert.Equal("Agregar un sitio web", page.QuerySelector("button[value='add:additional_websites']")!.TextContent);
        Assert.Equal("Agregar un horario", page.QuerySelector($"button[value='add:services/{Ids.Of("care service")}/schedules']")!.TextContent);
    }

    private async Task<FilledForm> FormAsync(string language) => new(language + Path, (await _ana.PageAsync(language + Path)).QuerySelector("form#entry")!);
}
