namespace CommunityCare.Catalog;

/// <summary>One thing that an organization does for people.</summary>
public sealed class Service
{
    public const int DescriptionLength = 1_000;
    public const int MaximumAgeLimit = 120;

    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? EligibilityDescription { get; set; }

    /// <summary>In years.</summary>
    public int? MinimumAge { get; set; }

    /// <summary>In years.</summary>
    public int? MaximumAge { get; set; }

    public string? FeesDescription { get; set; }

    /// <summary>How one starts.</summary>
    public string? ApplicationProcess { get; set; }

    public string? Url { get; set; }

    public List<Schedule> Schedules { get; set; } = [];

    /// <summary>Set for a crisis service: its place on the crisis page, 1 first.</summary>
    public int? Crisis { get; set; }

    /// <summary>Where it stands among the organization's services.</summary>
    public int Order { get; set; }

    public List<Translation> Translations { get; set; } = [];
}
