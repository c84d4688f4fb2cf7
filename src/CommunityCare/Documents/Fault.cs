namespace CommunityCare.Documents;

/// <summary>What is wrong with a value. Files are told in English, with the names of their fields; forms say it in the interface's words.</summary>
/// <param name="Kind">For the words of the interface, which are found by it.</param>
/// <param name="InFile">As <c>check</c> and seeding say it.</param>
/// <param name="Arguments">What stands in the places of the interface's words.</param>
internal sealed record Fault(FaultKind Kind, string InFile, params object[] Arguments)
{
    /// <summary>Of a field, whose name a file is told before it; a form shows it beside the field.</summary>
    public Fault In(string field) => this with { InFile = $"{field}: {InFile}" };
}

/// <summary>The kinds of faults. All but the first can come from a form, and have words for it.</summary>
internal enum FaultKind
{
    /// <summary>No form can bring it about: it is about how a file is written.</summary>
    OfFile,

    /// <summary>The name of the field.</summary>
    Missing,

    /// <summary>Of a list: the name of the field.</summary>
    MissingItem,

    OneLine,

    /// <summary>The limit, how many characters there are, and the text.</summary>
    TooLong,

    /// <summary>The same of one line of a list.</summary>
    LineTooLong,

    /// <summary>The whole entry.</summary>
    AllTooLong,

    /// <summary>The limit.</summary>
    TooMany,
    Twice,
    HiddenCharacter,
    UnknownChoice,
    UnknownTerm,
    UnknownVocabulary,
    UnknownField,
    UnknownItem,

    /// <summary>The text, the least and the most.</summary>
    NotWholeNumber,

    /// <summary>The text, the least and the most.</summary>
    NotDegrees,
    NotDay,
    NotDate,
    NotTime,
    NotWebAddress,
    NotEmail,
    NotPhone,
    NotExtension,
    NotTwoLetters,
    NotDays,
    NotTimeZone,
    NotSlug,
    ReservedSlug,

    /// <summary>The slug, and the name of the entry that has it.</summary>
    TakenSlug,

    /// <summary>The slug of a term, and how many entries use it.</summary>
    TermInUse,
    WrongId,
    NotEntry,
    NoticeWithoutEnd,
    EndWithoutNotice,
    ReplacedButShown,
    ReplacedByItself,

    /// <summary>What a chosen value belongs to.</summary>
    PlaceGone,
    AnotherEntry,

    /// <summary>The day since when the group is not to be listed.</summary>
    DoNotListed,
}
