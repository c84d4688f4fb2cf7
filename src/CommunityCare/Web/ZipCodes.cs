using CommunityCare.Gazetteer;
using Microsoft.Net.Http.Headers;

namespace CommunityCare.Web;

/// <summary>The list out of which a browser finds its nearest ZIP code, so that nobody has to tell us where they are.</summary>
internal static class ZipCodes
{
    public const string Path = "/zip-codes.txt";

    public static void MapZipCodes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, (HttpResponse response) =>
    {
        // Asked for again, and then seldom sent again. Weak, because it is the same list however it is compressed.
        response.Headers.CacheControl = "no-cache";
        return Results.Bytes(ZipCodeList.Text, "text/plain", entityTag: new EntityTagHeaderValue($"\"{ZipCodeList.Version}\"", isWeak: true));
    });
}
