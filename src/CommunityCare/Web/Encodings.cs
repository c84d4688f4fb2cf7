using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CommunityCare.Web;

/// <summary>What thousands of ways to write <c>Accept-Encoding</c> come down to: one of three ways to send a page.</summary>
internal static class Encodings
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string Identity = "identity";

    // The first of those that are liked best.
    private static readonly string[] All = [Brotli, Gzip, Identity];

    public static string Of(StringValues accepted)
    {
        // What current browsers say, first.
        if (accepted is ["gzip, deflate, br, zstd" or "gzip, deflate, br"])
        {
            return Brotli;
        }

        return StringValues.IsNullOrEmpty(accepted) || !StringWithQualityHeaderValue.TryParseList(accepted, out var wishes)
            ? Identity
            : All.Where(encoding => Quality(wishes, encoding) > 0).MaxBy(encoding => Quality(wishes, encoding)) ?? Identity;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> wishes, string encoding)
    {
        var wish = wishes.FirstOrDefault(w => w.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? wishes.FirstOrDefault(w => w.Value == "*");
        return wish is not null ? wish.Quality ?? 1 : 0;
    }
}
