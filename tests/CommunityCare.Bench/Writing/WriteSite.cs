using CommunityCare.Cli;
using CommunityCare.Editing;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Writing;

/// <summary>
/// The whole site with one address more, for <c>scripts/write-test</c>: an edit without signing in, which goes through the
/// same door as all others. It runs beside the published site's files, and serves its pages.
/// </summary>
internal static class WriteSite
{
    private const string Path = "/write-test/{slug}";
    private const string Author = "write-test";
    private const string Before = "Edits: ";

    public static async Task ServeAsync()
    {
        await using var app = Serve.Builder(["--applicationName=CommunityCare"]).AddCommunityCare().Build();
        app.UseCommunityCare();
        app.MapPost(Path, EditAsync);
        await app.Services.GetRequiredService<Preparation>().RunAtStartAsync(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
    }

    // What it reads counts what it writes: an update that is lost is a number that is missing.
    private static async Task<IResult> EditAsync(string slug, string token, CareDb db, CatalogEditor editor, CancellationToken stop)
    {
        var (count, revision) = await editor.WriteAsync(Author, async write =>
        {
            var id = await db.Organizations.Where(o => o.Slug == slug).Select(o => o.Id).SingleAsync(stop);
            var organization = (await write.FindOrganizationAsync(id, stop))!;
            var count = CountOf(organization.ServiceArea) + 1;
            organization.ServiceArea = FormattableString.Invariant($"{Before}{count}, the last one {token}");
            organization.Translations.RemoveAll(t => t.Field == "service_area");
            await write.SaveAsync(organization, why: token, stop: stop);
            return (count, organization.Revision);
        }, stop);
        return Results.Text(FormattableString.Invariant($"{count} {revision}"));
    }

    private static int CountOf(string? serviceArea) => serviceArea?.StartsWith(Before, StringComparison.Ordinal) == true
        ? int.Parse(serviceArea[Before.Length..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)
        : 0;
}
