using System.Globalization;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityCare.Tests.Support;

/// <summary>Does something as a request in a language does it, with the interface's real words.</summary>
internal static class Reading
{
    public static IStringLocalizer<Text> Text { get; } =
        new StringLocalizer<Text>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    public static T In<T>(string language, Func<T> work)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.All.Single(l => l.Code == language).Culture;
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    public static void In(string language, Action work) => In(language, () =>
    {
        work();
        return true;
    });
}
