using System.Text;

namespace CommunityCare.Search;

/// <summary>How a word sounds in the Spanish of the Americas, where b and v, s, z and soft c, ll and y are one. Rough for English.</summary>
internal static class Sound
{
    /// <param name="word">Folded: small letters without accents.</param>
    public static string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var (letter, next) = (word[i], i + 1 < word.Length ? word[i + 1] : ' ');
            var heard = (letter, next) switch
            {
                ('l', 'l') => "y",
                ('q', 'u') => "k",
                ('p', 'h') => "f",
                ('c', 'h') => "x",
                ('c', 'e' or 'i') or ('z', _) => "s",
                ('c', _) => "k",
                ('v', _) => "b",
                ('g', 'e' or 'i') => "j",
                ('h', _) => "",
                _ => letter.ToString(),
            };
            i += (letter, next) is ('l', 'l') or ('q', 'u') or ('p', 'h') or ('c', 'h') ? 1 : 0;
            if (heard.Length > 0 && (sound.Length == 0 || sound[^1] != heard[0]))
            {
                sound.Append(heard);
            }
        }

        return sound.ToString();
    }
}
