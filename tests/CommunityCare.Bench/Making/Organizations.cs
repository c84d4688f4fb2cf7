using CommunityCare.Catalog;

namespace CommunityCare.Bench.Making;

/// <summary>One organization after another, the same ones each time.</summary>
internal sealed class Organizations
{
    private const int CrisisLines = 12;
    private const double InSpanish = 0.2;
    private static readonly DateOnly Compiled = new(2026, 11, 22);
    private static readonly Skewed<int> ServiceCounts = new([(1, 75), (2, 15), (3, 7), (4, 3)]);

    private static readonly Skewed<OrganizationStatus> Statuses = new(
        [(OrganizationStatus.Active, 88), (OrganizationStatus.Unknown, 8), (OrganizationStatus.Closed, 2), (OrganizationStatus.Historical, 2)]);

    private readonly Chance _chance = new(211);
    private readonly Curated _curated;
    private readonly Tagging _tagging;
    private readonly Towns _towns;
    private readonly Prose _english;
    private readonly Prose _spanish;
    private readonly Names _names;

    public Organizations(Curated curated, Tagging tagging, Towns towns)
    {
        (_curated, _tagging, _towns) = (curated, tagging, towns);
        var rare = MadeUp.Words(_chance, curated.Words);
        (_english, _spanish, _names) = (new(curated.Texts, rare), new(curated.SpanishTexts, rare), new(rare));
    }

    public IEnumerable<Organization> Make(int count) => Enumerable.Range(0, count).Select(One);

    private Organization One(int number)
    {
        var kinds = _tagging.Kinds(_chance);
        var town = _towns.Pick(_chance, _towns.States.Pick(_chance));
        var organization = new Organization
        {
            Id = _chance.Id(),
            Name = _names.Name(_chance, kinds[0].Slug, town),
            Status = Statuses.Pick(_chance),
            Founded = _chance.Is(0.5) ? _chance.Between(1950, 2025) : null,
            ServiceArea = _chance.Is(0.4) ? $"{town.City} and nearby towns" : null,
            AsOf = _chance.Is(0.8) ? new(_chance.Between(2018, 2026), _chance.Is(0.5) ? _chance.Between(1, 11) : null) : null,
            Compiled = Compiled,
            Verified = _chance.Is(0.1) ? new() { On = Compiled.AddDays(-_chance.Below(700)), By = "A neighbor", How = VerifiedHow.Called } : null,
        };
        organization.Slug = _names.Slug(organization.Name);
        organization.AlternateNames = _chance.Is(0.15) ? [string.Concat(organization.Name.Where(char.IsUpper))] : [];
        organization.Sources = [.. Enumerable.Range(1, _chance.Between(1, 3)).Select(n => $"https://sources.example.org/{organization.Slug}/{n}")];
        Describe(organization, inSpanish: _chance.Is(InSpanish));
        organization.Services[0].Crisis = number < CrisisLines ? number + 1 : null;
        Contacting.Add(_chance, organization, town, () => _towns.Pick(_chance, town.State));
        _tagging.Tag(_chance, organization, kinds, town.State);
        return organization;
    }

    private void Describe(Organization organization, bool inSpanish)
    {
        organization.Summary = (_chance.Is(0.5) ? organization.Name + ": " : "") + _english.Text(_chance, _chance.Between(25, 75), 85);
        organization.Translations = inSpanish ? [new("es", "summary", _spanish.Text(_chance, _chance.Between(25, 75), 85))] : [];
        organization.Services = [.. Enumerable.Range(0, ServiceCounts.Pick(_chance)).Select(_ => Service(inSpanish))];
    }

    private Service Service(bool inSpanish)
    {
        var (name, spanish) = _chance.Of(_curated.ServiceNames);
        var service = new Service
        {
            Id = _chance.Id(),
            Name = name,
            Description = _english.Text(_chance, _chance.Between(10, 30), 40),
            FeesDescription = _chance.Is(0.1) ? "Nobody is turned away for lack of money." : null,
            MinimumAge = _chance.Is(0.1) ? 18 : null,
            Schedules = _chance.Is(0.15) ? [new() { ByDay = "MO,TU,WE,TH,FR", OpensAt = new(9, 0), ClosesAt = new(17, 0) }] : [],
        };
        if (inSpanish)
        {
            service.Translations = [new("es", "name", spanish ?? name), new("es", "description", _spanish.Text(_chance, _chance.Between(10, 30), 40))];
        }

        return service;
    }
}
