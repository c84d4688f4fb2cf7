using System.Text.Json;
using CommunityCare.Bench.Making;
using CommunityCare.Bench.Measures;
using CommunityCare.Bench.Questions;
using CommunityCare.Bench.Writing;

const string Usage = """
    Makes catalogues of any size, and measures what scripts/bench cannot measure from outside. Folders are data folders.

      make N FOLDER          a folder with N made organizations, or with the curated ones if N is "shipped"
      words FOLDER           what to ask of it, as addresses: FOLDER/queries/CLASS.txt
      baseline FILE...       serve kept pages from the framework's output cache; ASPNETCORE_URLS says where
      floor FOLDER FILE      how long the text index alone takes for the words of the addresses in FILE
      edit FOLDER URL        how long from an edit in FOLDER until the site at URL shows it
      writes                 serve the site, and edits without signing in: for scripts/write-test
    """;

using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    ending.Cancel();
};
switch (args)
{
    case ["make", var size, var folder] when size == Maker.Shipped || int.TryParse(size, out _):
        Tell(await Maker.MakeAsync(size, Path.GetFullPath(folder), ending.Token));
        return 0;
    case ["words", var folder]:
        await Asking.WriteAsync(Path.GetFullPath(folder), ending.Token);
        return 0;
    case ["baseline", .. var files]:
        await Baseline.ServeAsync(files);
        return 0;
    case ["floor", var folder, var file]:
        Tell(Floor.Measure(Path.GetFullPath(folder), file));
        return 0;
    case ["edit", var folder, var url]:
        Tell(await FreshPage.MeasureAsync(Path.GetFullPath(folder), new(url), ending.Token));
        return 0;
    case ["writes"]:
        await WriteSite.ServeAsync();
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static void Tell(object measured) => Console.WriteLine(JsonSerializer.Serialize(measured, JsonSerializerOptions.Web));
