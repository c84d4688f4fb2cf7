using System.Text;

namespace CommunityCare.Documents;

/// <summary>A document's file: UTF-8 without a mark, and never half written.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static bool Holds(string path, string text) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(Utf8.GetBytes(text));

    /// <summary>Moved into its place, so that a process that ends in the middle leaves the old file or the new one.</summary>
    public static void Write(string path, string text)
    {
        // Names that begin with a dot are not read as curated files.
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(temporary, text, Utf8);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
