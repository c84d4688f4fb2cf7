namespace CommunityCare.Catalog;

public sealed class Phone
{
    public const int NumberLength = 40;
    public const int KeywordLength = 20;

    public Guid Id { get; set; }

    /// <summary>As it is written; empty in a file when the number is private.</summary>
    public string Number { get; set; } = "";

    public string? Extension { get; set; }

    public PhoneType Type { get; set; }

    /// <summary>The word to text to the number.</summary>
    public string? Keyword { get; set; }

    /// <summary>What the number is for.</summary>
    public string? Description { get; set; }

    /// <summary>Slugs of the language vocabulary.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Known to editors only.</summary>
    public bool Private { get; set; }

    public int Order { get; set; }

    public List<Translation> Translations { get; set; } = [];

    /// <summary>What a phone dials: digits and a leading plus, letters as on a keypad. US numbers get their country code.</summary>
    public string Dial
    {
        get
        {
            var digits = string.Concat(Number.Select(OnKeypad).Where(char.IsAsciiDigit));
            return Number.TrimStart().StartsWith('+') ? "+" + digits
                : digits.Length == 10 ? "+1" + digits
                : digits.Length == 11 && digits[0] == '1' ? "+" + digits
                : digits;
        }
    }

    /// <summary>
    /// Whether a number has as many digits as one can have in the United States: 3 as in 988, 5 or 6 as for texts, 7 without
    /// its area, 10, or 11 with the country; up to 15 of any country after a plus (E.164). Longer ones spell a word to its end.
    /// </summary>
    public static bool CanBeDialled(string number)
    {
        var digits = string.Concat(number.Select(OnKeypad).Where(char.IsAsciiDigit));
        return number.TrimStart().StartsWith('+') ? digits.Length is >= 7 and <= 15
            : digits.Length is 3 or 5 or 6 or 7 or 10 || (digits.Length == 11 && digits[0] == '1')
                || (digits.Length is > 10 and <= 16 && number.Any(char.IsAsciiLetter));
    }

    private static char OnKeypad(char c) => char.ToUpperInvariant(c) switch
    {
        >= 'A' and <= 'C' => '2',
        >= 'D' and <= 'F' => '3',
        >= 'G' and <= 'I' => '4',
        >= 'J' and <= 'L' => '5',
        >= 'M' and <= 'O' => '6',
        >= 'P' and <= 'S' => '7',
        >= 'T' and <= 'V' => '8',
        >= 'W' and <= 'Z' => '9',
        var other => other,
    };
}

public enum PhoneType
{
    Voice,
    Text,
    Tty,
    Videophone,
    Fax,
}
