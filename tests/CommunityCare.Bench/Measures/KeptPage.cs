using System.Text;

namespace CommunityCare.Bench.Measures;

/// <summary>An answer of the site as it was kept: its address, type and encoding, each on a line, and then the bytes of its body.</summary>
internal sealed record KeptPage(string Address, string ContentType, string ContentEncoding, byte[] Body)
{
    public static KeptPage Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var at = 0;
        return new(Line(), Line(), Line(), bytes[at..]);

        string Line()
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(bytes, at, length);
            at += length + 1;
            return line;
        }
    }
}
