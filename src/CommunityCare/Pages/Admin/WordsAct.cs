using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin;

/// <summary>A change of state of a kind of care or a vocabulary. The address ends in its name.</summary>
public abstract class WordsAct<TEntry>(WordsDesk desk, CatalogEditor editor, History history, IStringLocalizer<Text> text) : ActPage<TEntry>(editor, history, text)
    where TEntry : Entry, new()
{
    public Verb Verb { get; private set; }

    public WordsUse Use { get; private set; } = new(0, 0, []);

    public override bool NeedsWhy => Verb == Verb.Archive;

    protected override Act Act => Verb switch
    {
        Verb.Publish => Act.Published,
        Verb.Unpublish => Act.Unpublished,
        Verb.Archive => Act.Archived,
        _ => Act.Restored,
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Enum.GetValues<Verb>().Cast<Verb?>().FirstOrDefault(v => v.ToString()!.Equals(RouteData.Values["verb"] as string, StringComparison.OrdinalIgnoreCase)) is { } verb)
        {
            Verb = verb;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    protected override async Task ShowAsync(TEntry entry, CancellationToken stop) => Use = await desk.UseAsync(entry, stop);

    protected override async Task ChangeAsync(CatalogWrite write, TEntry entry, CancellationToken stop)
    {
        var isArchived = entry.Publication == Publication.Archived;
        switch (Verb)
        {
            case Verb.Publish when isArchived:
                Refuse("", T["Publish_RestoreFirst"]);
                break;
            case Verb.Publish when entry is CareType { Guide: "" }:
                Refuse("", T["Publish_LacksGuide"]);
                break;
            case Verb.Publish when entry is Vocabulary vocabulary && vocabulary.Terms.TrueForAll(t => t.Retired):
                Refuse("", T["Publish_LacksTerm"]);
                break;
            case Verb.Unpublish when isArchived:
                Refuse("", T["Unpublish_Archived"]);
                break;
            case Verb.Archive when !isArchived && (await desk.UseAsync(entry, stop)).Entries is > 0 and var entries:
                Refuse("", entry is CareType ? T["Archive_KindInUse", entries] : T["Archive_FilterInUse", entries]);
                break;
            case Verb.Publish:
                entry.Publication = Publication.Published;
                break;
            case Verb.Archive:
                entry.Publication = Publication.Archived;
                break;
            case Verb.Unpublish:
            case Verb.Restore when isArchived:
                entry.Publication = Publication.Draft;
                break;
        }
    }
}

/// <summary>What can be done with a kind of care or a vocabulary.</summary>
public enum Verb
{
    Publish,
    Unpublish,
    Archive,

    /// <summary>From the archive, as a draft.</summary>
    Restore,
}
