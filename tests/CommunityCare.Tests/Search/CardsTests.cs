using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityCare.Tests.Search;

/// <summary>What is kept beside the index is all that a card shows.</summary>
public sealed class CardsTests
{
    private static readonly Dictionary<long, Term> Terms = Enumerable.Range(1, 9).ToDictionary(i => (long)i, i => new Term
    {
        Id = Ids.Of($"term {i}"),
        Slug = $"term-{i}",
        Name = $"Term {i}",
        Order = i,
        Vocabulary = new() { Slug = i % 2 == 0 ? Vocabulary.Kind : Vocabulary.Cost },
    });

    [Fact]
    public void An_organization_reads_as_it_was_written() => AnyTyping.Holds(Organizations().ToArbitrary(), organization =>
    {
        var text = Write(organization);
        var read = Cards.Read(text, Terms.GetValueOrDefault);

        Assert.Equal(text, Write(read));
        Assert.Equal(Shown(organization), Shown(read));
        Assert.Equal(organization.AlternateNames, read.AlternateNames);
        Assert.Equal(organization.Translations, read.Translations);
        Assert.Equal(
            organization.Services.Select(s => (s.Id, s.Name, s.Description, s.EligibilityDescription, s.Crisis)),
            read.Services.Select(s => (s.Id, s.Name, s.Description, s.EligibilityDescription, s.Crisis)));
        Assert.Equal(
            organization.Locations.Select(l => (l.City, l.StateProvince, l.Country, l.Visibility, l.HasStreet, l.Latitude)),
            read.Locations.Select(l => (l.City, l.StateProvince, l.Country, l.Visibility, l.HasStreet, l.Latitude)));
        Assert.Equal(organization.Phones.Select(p => (p.Number, p.Type, p.Keyword)), read.Phones.Select(p => (p.Number, p.Type, p.Keyword)));

        // Terms have no order of their own.
        Assert.Equal(
            organization.Terms.Select(l => (l.Term.Id, l.Service?.Id, l.Derived)).Order(),
            read.Terms.Select(l => (l.Term.Id, l.Service?.Id, l.Derived)).Order());
        Assert.All(read.Terms, link => Assert.True(link.Service is null || read.Services.Contains(link.Service)));
    }, times: 200);

    [Fact]
    public void A_term_that_is_no_longer_public_is_left_out()
    {
        var organization = Samples.Organization("group", new TermLink { Term = Terms[1] }, new TermLink { Term = Terms[2] });

        Assert.Equal([Terms[2]], Cards.Read(Write(organization), key => key == 1 ? null : Terms[key]).Terms.Select(l => l.Term));
    }

    private static string Write(Organization organization) => Cards.Write(organization, term => Terms.Single(t => t.Value == term).Key);

    // What the card's partial asks of it.
    private static string Shown(Organization organization) => string.Join('\n', [
        organization.Slug, organization.Id.ToString(), organization.Name, organization.Summary, organization.Status.ToString(), organization.StatusNote ?? "", organization.AsOf?.ToString() ?? "",
        organization.Verified?.ToString() ?? "", $"{organization.Edited:o}", organization.ServiceArea ?? "",
        .. Reading.In("es", () => Describe.Steps(organization, Reading.Text).Select(s => $"{s.Label} {s.Href} {s.IsOutside}").ToList()),
        .. organization.TermsOf(Vocabulary.Kind).Select(t => t.Slug),
    ]);

    private static Gen<Organization> Organizations()
    {
        var text = AnyTyping.Texts.Select(t => string.Concat(t.EnumerateRunes().Take(60)));
        var perhaps = Gen.OneOf(text.Select(t => (string?)t), Gen.Constant((string?)null));
        var links = (from key in Gen.Choose(1, 9) from service in Gen.Choose(-1, 2) from derived in Gen.Elements(true, false) select (Term: (long)key, service, derived)).ListOf();
        var phones = (from number in Gen.Choose(1_000_000, 9_999_999)
                      from type in Gen.Elements(Enum.GetValues<PhoneType>())
                      from keyword in perhaps
                      select new Phone { Id = Ids.Of($"{number}"), Number = $"555{number}", Type = type, Keyword = keyword }).ListOf();
        var places = (from city in perhaps
                      from visibility in Gen.Elements(Enum.GetValues<LocationVisibility>())
                      from degrees in Gen.Choose(-2, 2)
                      select new Location { Id = Ids.Of($"{city}"), City = city, Address1 = city, StateProvince = "CA", Visibility = visibility, Latitude = degrees, Longitude = 0 }).ListOf();
        return from name in text
               from summary in text
               from note in perhaps
               from status in Gen.Elements(Enum.GetValues<OrganizationStatus>())
               from year in Gen.Choose(1, 9999)
               from month in Gen.Choose(0, 12)
               from crisis in Gen.Choose(0, 2)
               from phone in phones
               from place in places
               from link in links
               select Filled(new()
               {
                   Id = Ids.Of(name),
                   Slug = "group",
                   Name = name,
                   Summary = summary,
                   StatusNote = note,
                   Status = status,
                   ServiceArea = note,
                   AlternateNames = [name, summary],
                   Website = note is null ? null : "https://example.org/",
                   Email = month == 0 ? null : "care@example.org",
                   AsOf = month == 0 ? null : new(year, month),
                   Edited = month == 1 ? null : new(year, 1, 1),
                   Verified = month < 6 ? null : new() { On = new(year, month, 1), By = summary, How = VerifiedHow.Visited },
                   Translations = [new("es", "name", summary)],
                   Phones = [.. phone],
                   Locations = [.. place],
                   Services = [.. Enumerable.Range(0, 3).Select(i => new Service { Id = Ids.Of($"{i}"), Name = name, Description = note, EligibilityDescription = summary, Crisis = crisis == 0 ? null : crisis - 1, Order = i })],
               }, link);
    }

    private static Organization Filled(Organization organization, IEnumerable<(long Term, int Service, bool Derived)> links)
    {
        organization.Terms.AddRange(links.Select(l => new TermLink { Term = Terms[l.Term], Service = l.Service < 0 ? null : organization.Services[l.Service], Derived = l.Derived }));
        return organization;
    }
}
