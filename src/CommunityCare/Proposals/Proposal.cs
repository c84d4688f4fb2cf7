using CommunityCare.Catalog;

namespace CommunityCare.Proposals;

/// <summary>What a reader told us: a group that should be listed, or something wrong in an entry. It is kept until it is answered, and some weeks after.</summary>
public sealed class Proposal
{
    /// <summary>Of what is wrong alone.</summary>
    public const int WrongLength = 2_000;

    /// <summary>With what would be right after it, where no field can take that.</summary>
    public const int MessageLength = WrongLength + ProposedField.TextLength + 2;

    public const int SourceLength = 500;
    public const int ContactLength = 254;
    public const int WhyLength = 500;

    public long Key { get; set; }

    /// <summary>That of the form it was written on: one form, sent twice, is one proposal.</summary>
    public Guid Id { get; set; }

    public ProposalKind Kind { get; set; }

    /// <summary>The entry it is about; null for a new organization.</summary>
    public Guid? EntryId { get; set; }

    /// <summary>The entry's revision that the reader saw; null for a new organization.</summary>
    public long? BasedOn { get; set; }

    public List<ProposedField> Fields { get; set; } = [];

    /// <summary>What is wrong, in their words; empty where the fields say it all.</summary>
    public string Message { get; set; } = "";

    /// <summary>How they know: an address or words; empty where they did not say.</summary>
    public string Source { get; set; } = "";

    /// <summary>An e-mail address or a phone number of the reader, who wants to be asked. Forgotten when the proposal is closed.</summary>
    public string? Contact { get; set; }

    /// <summary>The one they wrote in, as far as the page they wrote on tells: a two-letter code.</summary>
    public string Language { get; set; } = "";

    /// <summary>Universal time.</summary>
    public DateTime Since { get; set; }

    public ProposalState State { get; set; }

    /// <summary>Universal time.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>An account's name.</summary>
    public string? ClosedBy { get; set; }

    public string? Why { get; set; }

    /// <summary>In words for the history, cut where that has no room; null where they did not say, or named a page, which becomes a source.</summary>
    public string? HowTheyKnow()
    {
        var said = Source.Trim();
        return said.Length == 0 || said.Contains("://", StringComparison.Ordinal) ? null : said[..Math.Min(said.Length, WhyLength)];
    }

    /// <summary>If the reader named a page, the entry names it as a source too.</summary>
    public void RecordSource(Organization entry)
    {
        var source = Source.Trim();
        if (source.Length <= Organization.UrlLength && Uri.TryCreate(source, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
            && page.Host.Contains('.', StringComparison.Ordinal) && page.UserInfo.Length == 0 && !source.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"')
            && !entry.Sources.Contains(source) && entry.Sources.Count < Organization.ListLength)
        {
            entry.Sources.Add(source);
        }
    }
}

/// <summary>What a reader says should stand in one field.</summary>
/// <param name="Path">
/// As <c>ThreeWay</c> writes it: <c>name</c>, <c>phones/{id}/number</c>, <c>es:name</c>, and <c>text</c> for the summary. Of a
/// new organization also <c>phone</c>, <c>city</c>, <c>state_province</c>, <c>address_1</c> and <c>kind</c>, with slugs between commas.
/// </param>
/// <param name="Text">Empty where they only say that the field is wrong.</param>
public sealed record ProposedField(string Path, string Text)
{
    public const int TextLength = 2_000;

    // These hold lists and dates. What a reader wrote for one is for an editor to read, and no value.
    private static readonly string[] Lists = ["additional_websites", "schedules", "terms"];

    // Who asks that a group is not listed means a state, which has a page of its own.
    private const string State = "publication";

    /// <summary>Whether the group asks not to be listed.</summary>
    public bool AsksToGo => Path == State;

    /// <summary>The text as it could stand in the field: people leave out how an address on the web begins.</summary>
    public string Value => Path == "website" && Text.Length > 0 && !Text.Contains("://", StringComparison.Ordinal) ? "https://" + Text : Text;

    /// <summary>Whether the text could stand in the field as it is.</summary>
    public bool IsValue => Text.Length > 0 && !AsksToGo && !Path.Split('/', ':').Any(Lists.Contains);
}

public enum ProposalKind
{
    NewOrganization,
    Problem,
}

public enum ProposalState
{
    Waiting,
    Accepted,
    Declined,
}
