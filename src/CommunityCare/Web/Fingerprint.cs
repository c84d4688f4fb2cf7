using System.Globalization;

namespace CommunityCare.Web;

/// <summary>A short name for texts: the same for the same ones, today, tomorrow and in every process.</summary>
internal static class Fingerprint
{
    // FNV-1a. It keeps no secret; it only has to differ where the texts do, and to cost next to nothing.
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <returns>Sixteen hexadecimal digits.</returns>
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        var hash = Start;
        foreach (var text in texts)
        {
            foreach (var letter in text.AsSpan())
            {
                hash = (hash ^ letter) * Prime;
            }

            // Where one text ends counts too.
            hash = (hash ^ char.MaxValue) * Prime;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
