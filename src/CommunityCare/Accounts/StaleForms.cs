using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommunityCare.Accounts;

/// <summary>Says that a form is from before its sender signed in, in or out of another account, or again.</summary>
public sealed class StaleForm;

/// <summary>
/// A form whose antiforgery token does not fit is mostly an old one, open in a second tab while its writer signed in anew. It is
/// put aside for the error page, which explains it and can send it again.
/// </summary>
internal sealed class StaleForms : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new StaleForm());
            await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        }

        await next();
    }
}
