using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Web;

/// <summary>
/// A page of editors without a form takes none: the framework would show it as if nothing had been sent, without anything
/// that its reading finds.
/// </summary>
internal sealed class OnlyReads : IPageFilter
{
    public static IServiceCollection AddTo(IServiceCollection services) => services.Configure<RazorPagesOptions>(options =>
        options.Conventions.AddFolderApplicationModelConvention("/Admin", page => page.Filters.Add(new OnlyReads())));

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
