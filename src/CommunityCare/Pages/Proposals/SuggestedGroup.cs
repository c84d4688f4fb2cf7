using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Proposals;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Proposals;

/// <summary>What a reader wrote of a group that should be listed, field by field.</summary>
internal static class SuggestedGroup
{
    /// <summary>Room for a state's name in words.</summary>
    public const int StateLength = 40;

    /// <summary>The fields that were filled in. What is wrong with them is told to the form.</summary>
    public static IReadOnlyList<ProposedField> Read(TypedForm form, IReadOnlyList<CareType> kinds, IStringLocalizer<Text> text)
    {
        ProposedField Field(string name, string label, int limit) => new(name, form.Read(name, label, limit, text));

        var group = Field("name", text["Group_Name"], Entry.NameLength);
        if (group.Text.Length == 0)
        {
            form.Wrong(group.Path, text["Group_NameMissing"]);
        }

        var what = Field("text", text["Group_What"], ProposedField.TextLength);
        var kind = new ProposedField("kind", string.Join(',', form.All("kind").Where(slug => slug.Length > 0).Distinct()));
        if (kind.Text.Length > 0 && kind.Text.Split(',').Any(slug => kinds.All(k => k.Slug != slug)))
        {
            form.Wrong(kind.Path, text["Group_KindUnknown"]);
        }

        ProposedField[] ways =
        [
            Field("website", text["Org_Website"], Organization.UrlLength),
            Field("phone", text["Group_Phone"], Phone.NumberLength),
            Field("email", text["Group_Email"], Organization.EmailLength),
            Field("address_1", text["Group_Meet"], Location.LineLength),
        ];
        if (Array.TrueForAll(ways, way => way.Text.Length == 0))
        {
            form.Wrong(ways[0].Path, text["Group_WayMissing"]);
        }

        var city = Field("city", text["Group_City"], Location.LineLength);
        var state = Field("state_province", text["Group_State"], StateLength);
        var area = Field("service_area", text["Org_ServiceArea"], Organization.TextLength);
        state = state with { Text = States.ByName(PlaceName.Words(state.Text)) ?? state.Text };
        ProposedField[] all = [group, what, kind, .. ways, city, state, area];
        return [.. all.Where(f => f.Text.Length > 0)];
    }
}
