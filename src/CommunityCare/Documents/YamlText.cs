using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>The one way in which a document is written. Whatever is compared, kept or exported has this form.</summary>
internal static partial class YamlText
{
    public static string Write(YamlMappingNode front, string body)
    {
        var text = new StringBuilder("---\n");
        WriteMapping(text, front, 0);
        text.Append("---\n");
        if (body.Length > 0)
        {
            text.Append(body).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text, quoted only where YAML would read it as something else.</summary>
    public static YamlScalarNode Text(string value) =>
        new(value) { Style = NeedsQuotes(value) ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain };

    /// <summary>A number, a date, a time or a flag.</summary>
    public static YamlScalarNode Value(string value) => new(value) { Style = ScalarStyle.Plain };

    private static void WriteMapping(StringBuilder text, YamlMappingNode map, int indent)
    {
        var first = true;
        foreach (var (key, value) in map.Children)
        {
            // The first field of a list's item stands beside its dash.
            text.Append(' ', first && indent > 0 && text[^1] == ' ' ? 0 : indent).Append(((YamlScalarNode)key).Value).Append(':');
            first = false;
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, YamlNode value, int indent)
    {
        switch (value)
        {
            case YamlScalarNode scalar:
                text.Append(' ').Append(Scalar(scalar)).Append('\n');
                break;
            case YamlSequenceNode { Style: SequenceStyle.Flow } list:
                text.Append(" [").AppendJoin(", ", list.Select(item => Scalar((YamlScalarNode)item))).Append("]\n");
                break;
            case YamlSequenceNode list:
                text.Append('\n');
                foreach (var item in list)
                {
                    text.Append(' ', indent + 2).Append("- ");
                    if (item is YamlMappingNode map)
                    {
                        WriteMapping(text, map, indent + 4);
                    }
                    else
                    {
                        text.Append(Scalar((YamlScalarNode)item)).Append('\n');
                    }
                }

                break;
            case YamlMappingNode map:
                text.Append('\n');
                WriteMapping(text, map, indent + 2);
                break;
        }
    }

    private static string Scalar(YamlScalarNode node) =>
        node.Style == ScalarStyle.DoubleQuoted ? Quoted(node.Value!) : node.Value!;

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:X4}",
                _ => c.ToString(CultureInfo.InvariantCulture),
            });
        }

        return text.Append('"').ToString();
    }

    private static bool NeedsQuotes(string value) =>
        value.Length == 0
        || value != value.Trim()
        || "-?:,[]{}#&*!|>'\"%@`=~".Contains(value[0], StringComparison.Ordinal)
        || value[^1] == ':'
        || value.Contains(": ", StringComparison.Ordinal)
        || value.Contains(" #", StringComparison.Ordinal)
        || value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
        || LooksTyped().IsMatch(value);

    [GeneratedRegex(@"^([-+.]?[0-9][0-9_,.:]*([eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[0-9]{4}-[0-9]{2}.*|true|false|yes|no|on|off|y|n|null|<<|[-+]?\.(inf|nan))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksTyped();
}
