using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;
using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

/// <summary><c>docs/settings.md</c> tells each setting, and no other.</summary>
public sealed partial class SettingsDocTests
{
    [Fact]
    public void Each_setting_is_documented_and_nothing_else_is()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "settings.md"));
        var section = text.Split("\n## ").Single(part => part.StartsWith("Section `CommunityCare`", StringComparison.Ordinal));

        Assert.Equal(
            SettingsOf(typeof(SiteSettings), "").Order(StringComparer.Ordinal),
            Row().Matches(section).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    internal static IEnumerable<string> SettingsOf(Type type, string prefix) => type.GetProperties()
        .Where(p => p.CanWrite)
        .SelectMany(p => p.PropertyType.Assembly == typeof(SiteSettings).Assembly
            ? SettingsOf(p.PropertyType, $"{prefix}{p.Name}:")
            : [prefix + p.Name]);

    [GeneratedRegex(@"^\| `([\w:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
