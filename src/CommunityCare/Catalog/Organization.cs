namespace CommunityCare.Catalog;

/// <summary>
/// A group or a line that gives care, with everything that is known of it. This aggregate is the document:
/// a file reads into one, a form edits one, a revision keeps one, an export writes one.
/// </summary>
public sealed class Organization : Entry
{
    public const int SummaryLength = 2_000;
    public const int TextLength = 500;
    public const int UrlLength = 500;
    public const int EmailLength = 254;
    public const int ListLength = 50;
    public const int NoticeLength = 300;
    public const int FirstYear = 1600;

    public List<string> AlternateNames { get; set; } = [];

    public OrganizationStatus Status { get; set; }

    public string? StatusNote { get; set; }

    /// <summary>What holds for a while, as in "Closed for August".</summary>
    public string? Notice { get; set; }

    /// <summary>The last day on which <see cref="Notice"/> holds; set if and only if there is one.</summary>
    public DateOnly? NoticeUntil { get; set; }

    /// <summary>The organization to which readers of an archived entry are led; null for all others.</summary>
    public Guid? ReplacedBy { get; set; }

    /// <summary>The year in which it began.</summary>
    public int? Founded { get; set; }

    public string? Website { get; set; }

    public WebsiteKind WebsiteKind { get; set; }

    public List<WebLink> AdditionalWebsites { get; set; } = [];

    /// <summary>An address of the organization, never of a person.</summary>
    public string? Email { get; set; }

    public List<Phone> Phones { get; set; } = [];

    public List<Contact> Contacts { get; set; } = [];

    public List<Location> Locations { get; set; } = [];

    /// <summary>Whom it serves by place, in words. A service area is not a location.</summary>
    public string? ServiceArea { get; set; }

    /// <summary>All terms, of the organization and of its services.</summary>
    public List<TermLink> Terms { get; set; } = [];

    /// <summary>At least one: a filter holds for one service, so an organization without any could never be found by it.</summary>
    public List<Service> Services { get; set; } = [];

    /// <summary>The newest page that the facts rest on; null when unknown.</summary>
    public PartialDate? AsOf { get; set; }

    public DateOnly? Compiled { get; set; }

    public DateOnly? Edited { get; set; }

    public Verification? Verified { get; set; }

    public List<string> Sources { get; set; } = [];

    /// <summary>Markdown, 25 to 90 words: who, for whom, what they do, where.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Closed and historical groups are kept and marked, and left out of lists and counts.</summary>
    public bool CanHelpToday => Status is OrganizationStatus.Active or OrganizationStatus.Unknown;

    /// <summary>Whether <see cref="Notice"/> is to be shown. After its last day it waits for a person to extend or remove it.</summary>
    public bool HasNotice(DateOnly today) => Notice is not null && NoticeUntil >= today;

    /// <summary>Of the whole organization, in the vocabulary's own order.</summary>
    public IEnumerable<Term> TermsOf(string vocabulary) =>
        Terms.Where(t => t.Service is null && t.Term.Vocabulary.Slug == vocabulary).Select(t => t.Term).OrderBy(t => t.Order);

    internal Organization With(List<Phone> phones, List<Contact> contacts, List<Location> locations, List<TermLink> terms)
    {
        var copy = (Organization)MemberwiseClone();
        (copy.Phones, copy.Contacts, copy.Locations, copy.Terms) = (phones, contacts, locations, terms);
        return copy;
    }
}

public enum OrganizationStatus
{
    Active,

    /// <summary>We could not confirm that the group is active.</summary>
    Unknown,
    Closed,
    Historical,
}

/// <summary>Whose page the website is. Anything but the group's own is said beside the link.</summary>
public enum WebsiteKind
{
    Own,

    /// <summary>A parent's, partner's or program's site.</summary>
    Host,

    /// <summary>A page on another service, such as a fundraiser or a social network.</summary>
    Platform,

    /// <summary>Seen only in lists that others keep.</summary>
    Unconfirmed,
}

public sealed record WebLink
{
    public string Url { get; set; } = "";

    public string? Label { get; set; }

    public List<Translation> Translations { get; set; } = [];
}

/// <summary>That a person checked the entry: when, who, how.</summary>
public sealed record Verification
{
    public const int NameLength = 80;

    public DateOnly On { get; set; }

    public string By { get; set; } = "";

    public VerifiedHow How { get; set; }
}

public enum VerifiedHow
{
    Called,
    Wrote,
    Visited,
    Website,
}
