using CommunityCare.Search;

namespace CommunityCare.Web;

/// <summary>For whoever watches the machine: is it up, and can it do what it is for?</summary>
internal static class Health
{
    // In every catalogue in which anything is listed, something is found by it; what matters is that the search runs.
    private static readonly SearchQuery Question = SearchQuery.Everything with { Words = "care" };

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => "live");
        endpoints.MapGet("/health/ready", async (OrganizationSearch search, ILogger<OrganizationSearch> log, CancellationToken stop) =>
        {
            try
            {
                await search.FindAsync(Question, stop);
                return Results.Text("ready");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The search does not work");
                return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
