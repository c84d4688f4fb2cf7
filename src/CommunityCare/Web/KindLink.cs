using System.Data.Common;
using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityCare.Web;

/// <summary>A link to a kind of care that a text names. Where readers cannot see the kind now, its words stand without a link.</summary>
[HtmlTargetElement("a", Attributes = "if-public, asp-route-kind")]
public sealed class KindLink(OrganizationSearch search) : TagHelper
{
    /// <summary>After the framework has made the link.</summary>
    public override int Order => 0;

    public bool IfPublic { get; set; }

    [HtmlAttributeName("asp-route-kind")]
    public string Kind { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!await IsPublicAsync())
        {
            output.TagName = "span";
            output.Attributes.RemoveAll("href");
        }
    }

    private async Task<bool> IsPublicAsync()
    {
        try
        {
            return (await search.OfferAsync()).Find(Vocabulary.Kind, Kind) is not null;
        }
        catch (DbException)
        {
            // The text itself needs no catalogue, and is shown without one.
            return true;
        }
    }
}
