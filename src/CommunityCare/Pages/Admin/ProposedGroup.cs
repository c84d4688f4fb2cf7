using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Proposals;

namespace CommunityCare.Pages.Admin;

/// <summary>What a reader wrote of a group that is not listed, in the fields of an entry.</summary>
internal static class ProposedGroup
{
    private static readonly string[] Places = ["address_1", "city", "state_province"];

    public static void Fill(EntryForm form, Proposal proposal)
    {
        string? place = null;
        foreach (var field in proposal.Fields.Where(f => f.Text.Length > 0))
        {
            if (field.Path == "phone")
            {
                form.Values.Set($"phones/{form.Add("phones")}/number", field.Text);
            }
            else if (Places.Contains(field.Path))
            {
                place ??= form.Add("locations");
                form.Values.Set($"locations/{place}/{field.Path}", field.Text);
            }
            else if (field.Path == "kind")
            {
                form.Values.Set("terms/kind", field.Text.Replace(',', '\n'));
                NameService(form, field.Text.Split(',')[0]);
            }
            else
            {
                form.Values.Set(field.Path, field.Value);
            }
        }
    }

    // An entry needs a service with a name, and a reader is not asked for one.
    private static void NameService(EntryForm form, string kind)
    {
        if (form.Terminology.Find(Vocabulary.Kind, kind) is { } term && form.Values.Keys("services") is [var service, ..])
        {
            form.Values.Set($"services/{service}/name", term.Name);
        }
    }
}
