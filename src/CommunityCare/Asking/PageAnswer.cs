using CommunityCare.Catalog;

namespace CommunityCare.Asking;

/// <summary>What a page on the web answered when the site last asked whether it is still there. It is no part of the catalogue.</summary>
public sealed class PageAnswer
{
    public const int AddressLength = Organization.UrlLength;

    /// <summary>
    /// Who fails for another reason than being gone counts as broken after so many times in a row: a server may be down for a
    /// night, and some refuse whoever is no browser. Times lie a day apart at least, and a month as the site does it by itself.
    /// </summary>
    public const int Patience = 3;

    /// <summary>As the entry writes it.</summary>
    public string Address { get; set; } = "";

    /// <summary>Universal time.</summary>
    public DateTime AskedAt { get; set; }

    public Answer Answer { get; set; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? Status { get; set; }

    /// <summary>When it failed first since it last was there, by universal time; null while it is there.</summary>
    public DateTime? FailingSince { get; set; }

    /// <summary>How often in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Whether editors are told. Only being there ends it.</summary>
    public bool IsBroken { get; set; }

    public void Take(Answer answer, int? status, DateTime now)
    {
        (AskedAt, Answer, Status) = (now, answer, status);
        if (answer == Answer.Here)
        {
            (FailingSince, Failures, IsBroken) = (null, 0, false);
            return;
        }

        (FailingSince, Failures) = (FailingSince ?? now, Failures + 1);
        IsBroken |= answer is Answer.Gone or Answer.NoSuchHost or Answer.BadCertificate || Failures >= Patience;
    }
}

/// <summary>What became of asking, at most 20 letters each.</summary>
public enum Answer
{
    Here,

    /// <summary>Its server says that there is no such page.</summary>
    Gone,

    /// <summary>Nobody has the name any more.</summary>
    NoSuchHost,

    /// <summary>A browser would warn of it.</summary>
    BadCertificate,

    /// <summary>Its server answers something else: it is ill or busy, refuses us, or sends us on without end.</summary>
    Other,

    /// <summary>In time, or any that could be read.</summary>
    NoAnswer,

    /// <summary>It leads to no machine of the public internet, and was not followed.</summary>
    NotPublic,
}
