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
