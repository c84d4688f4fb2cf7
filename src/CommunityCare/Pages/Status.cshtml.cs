using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages;

/// <summary>What is shown when a request cannot be answered. It needs no database: that may be what is broken.</summary>
[IgnoreAntiforgeryToken]
public class StatusModel : PageModel
{
    public int Code { get; private set; }

    // In place of handlers: whatever method was asked with, even one that nobody knows, gets its answer here.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

        // Asked for by its own address, it is a page that does not exist.
        var isError = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = isError && code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Response.Headers.CacheControl = "no-store";
        context.Result = Page();
    }
}
