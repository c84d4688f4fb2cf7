using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Support;

/// <summary>A part of a page, made by the running site as a page makes it.</summary>
internal static class Partial
{
    /// <param name="site">The site.</param>
    /// <param name="path">As in <c>/Pages/Shared/_Near.cshtml</c>.</param>
    /// <param name="model">Its model.</param>
    /// <param name="language">A code, as in <c>es</c>.</param>
    public static async Task<IHtmlDocument> PartialAsync(this Site site, string path, object model, string language = "en")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, path, isMainPage: false).EnsureSuccessful([]).View!;
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        await using var html = new StringWriter();
        var context = new ViewContext(
            action,
            view,
            new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model },
            new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>()),
            html,
            new HtmlHelperOptions());
        await Reading.In(language, () => view.RenderAsync(context));
        return Responses.Parse(html.ToString());
    }
}
