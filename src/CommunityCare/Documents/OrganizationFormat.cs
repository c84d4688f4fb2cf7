using CommunityCare.Catalog;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>The fields of an organization's file, in their order. The names follow HSDS where it has a word.</summary>
internal static class OrganizationFormat
{
    private static readonly Schema<Schedule> Schedules = new(
        Make<Schedule>.Choice("freq", s => s.Freq, upper: true),
        new ScalarField<Schedule>("byday", s => s.ByDay, ScheduleFields.SetByDay) { IsText = true },
        Make<Schedule>.Time("opens_at", s => s.OpensAt),
        Make<Schedule>.Time("closes_at", s => s.ClosesAt),
        new ScalarField<Schedule>("timezone", s => s.TimeZone, ScheduleFields.SetTimeZone) { IsText = true },
        Make<Schedule>.Day("valid_from", s => s.ValidFrom, (s, day) => s.ValidFrom = day),
        Make<Schedule>.Day("valid_to", s => s.ValidTo, (s, day) => s.ValidTo = day),
        Make<Schedule>.Choice("kind", s => s.Kind),
        Make<Schedule>.Text("group", s => s.Group, Entry.SlugLength),
        Make<Schedule>.Text("description", s => s.Description, Organization.TextLength));

    private static readonly Schema<Service> Services = new(
        new IdField<Service>(s => s.Id, (s, id) => s.Id = id),
        Make<Service>.Text("name", s => s.Name, Entry.NameLength, s => s.Translations, required: true),
        Make<Service>.Text("description", s => s.Description, Service.DescriptionLength, s => s.Translations),
        new TermsField<Service>(s => s),
        Make<Service>.Text("eligibility_description", s => s.EligibilityDescription, Organization.TextLength, s => s.Translations),
        Make<Service>.Number("minimum_age", s => s.MinimumAge, 0, Service.MaximumAgeLimit),
        Make<Service>.Number("maximum_age", s => s.MaximumAge, 0, Service.MaximumAgeLimit),
        Make<Service>.Text("fees_description", s => s.FeesDescription, Organization.TextLength, s => s.Translations),
        Make<Service>.Text("application_process", s => s.ApplicationProcess, Organization.TextLength, s => s.Translations),
        Make<Service>.Url("url", s => s.Url),
        new ItemsField<Service, Schedule>("schedules", s => s.Schedules, Schedules),
        Make<Service>.Number("crisis", s => s.Crisis, 1, 1_000));

    private static readonly Schema<Phone> Phones = new(
        new IdField<Phone>(p => p.Id, (p, id) => p.Id = id),
        new ScalarField<Phone>("number", p => p.Number is { Length: > 0 } ? p.Number : null, SetNumber) { IsText = true, Required = true },
        new ScalarField<Phone>("extension", p => p.Extension, (p, text) => Digits(text, x => p.Extension = x)) { IsText = true },
        Make<Phone>.Choice("type", p => p.Type, always: true),
        Make<Phone>.Text("keyword", p => p.Keyword, Phone.KeywordLength),
        Make<Phone>.Text("description", p => p.Description, Organization.TextLength, p => p.Translations),
        new ListField<Phone>("languages", p => p.Languages, slug => Entry.IsSlug(slug) ? null : new(FaultKind.UnknownTerm, $"`{slug}` is not a slug", slug)) { Inline = true },
        Make<Phone>.Flag("private", p => p.Private))
    {
        Hides = (phone, field) => phone.Private && field is ("number" or "extension" or "keyword"),
    };

    private static readonly Schema<Contact> Contacts = new(
        new IdField<Contact>(c => c.Id, (c, id) => c.Id = id),
        Make<Contact>.Text("name", c => c.Name, Entry.NameLength),
        Make<Contact>.Text("title", c => c.Title, Entry.NameLength, c => c.Translations),
        Make<Contact>.Email("email", c => c.Email),
        Make<Contact>.Flag("private", c => c.Private))
    {
        Hides = (contact, field) => contact.Private && field is ("name" or "email"),
    };

    private static readonly Schema<Location> Locations = new(
        new IdField<Location>(l => l.Id, (l, id) => l.Id = id),
        Make<Location>.Text("name", l => l.Name, Location.LineLength, l => l.Translations),
        Make<Location>.Text("address_1", l => l.Address1, Location.LineLength),
        Make<Location>.Text("address_2", l => l.Address2, Location.LineLength),
        Make<Location>.Text("city", l => l.City, Location.LineLength),
        new ScalarField<Location>("state_province", l => l.StateProvince, (l, text) => TwoLetters(text, x => l.StateProvince = x)) { IsText = true },
        Make<Location>.Text("postal_code", l => l.PostalCode, 12),
        new ScalarField<Location>("country", l => l.Country == Location.HomeCountry ? null : l.Country, (l, text) => TwoLetters(text, x => l.Country = x))
        {
            IsText = true,
        },
        Make<Location>.Degrees("latitude", l => l.Latitude, 90),
        Make<Location>.Degrees("longitude", l => l.Longitude, 180),
        Make<Location>.Text("description", l => l.Description, Organization.TextLength, l => l.Translations),
        Make<Location>.Text("accessibility", l => l.Accessibility, Organization.TextLength, l => l.Translations),
        Make<Location>.Text("transportation", l => l.Transportation, Organization.TextLength, l => l.Translations),
        Make<Location>.Choice("visibility", l => l.Visibility))
    {
        Hides = (location, field) => location.Visibility switch
        {
            LocationVisibility.Full => false,
            LocationVisibility.Area => field is not ("id" or "visibility" or "city" or "state_province" or "country"),
            _ => field is not ("id" or "visibility"),
        },
    };

    private static readonly Schema<WebLink> WebLinks = new(
        Make<WebLink>.Url("url", w => w.Url, required: true),
        Make<WebLink>.Text("label", w => w.Label, Entry.NameLength, w => w.Translations));

    private static readonly Schema<Verification> Verifications = new(
        Make<Verification>.Day("on", v => v.On, (v, day) => v.On = day, required: true),
        Make<Verification>.Text("by", v => v.By, Verification.NameLength, required: true),
        Make<Verification>.Choice("how", v => v.How, always: true));

    public static readonly Schema<Organization> Schema = new(
        new IdField<Organization>(o => o.Id, (o, id) => o.Id = id),
        Make<Organization>.Text("name", o => o.Name, Entry.NameLength, o => o.Translations, required: true),
        new ListField<Organization>("alternate_names", o => o.AlternateNames, name => Make<Organization>.TooLong(name, Entry.NameLength)),
        Make<Organization>.Choice("status", o => o.Status, always: true),
        Make<Organization>.Text("status_note", o => o.StatusNote, Organization.TextLength, o => o.Translations),
        Make<Organization>.Text("notice", o => o.Notice, Organization.NoticeLength, o => o.Translations),
        Make<Organization>.Day("notice_until", o => o.NoticeUntil, (o, day) => o.NoticeUntil = day),
        Make<Organization>.Choice("publication", o => o.Publication),
        new ScalarField<Organization>("replaced_by", o => o.ReplacedBy?.ToString("D"), SetReplacedBy) { IsText = true },
        Make<Organization>.Number("founded", o => o.Founded, Organization.FirstYear, 2100),
        Make<Organization>.Url("website", o => o.Website),
        Make<Organization>.Choice("website_kind", o => o.WebsiteKind),
        new ItemsField<Organization, WebLink>("additional_websites", o => o.AdditionalWebsites, WebLinks) { Key = "url", Translatable = true },
        Make<Organization>.Email("email", o => o.Email),
        new ItemsField<Organization, Phone>("phones", o => o.Phones, Phones) { Key = "id", Translatable = true, Place = (p, at) => p.Order = at },
        new ItemsField<Organization, Contact>("contacts", o => o.Contacts, Contacts) { Key = "id", Translatable = true, Place = (c, at) => c.Order = at },
        new ItemsField<Organization, Location>("locations", o => o.Locations, Locations) { Key = "id", Translatable = true, Place = (l, at) => l.Order = at },
        Make<Organization>.Text("service_area", o => o.ServiceArea, Organization.TextLength, o => o.Translations),
        new TermsField<Organization>(_ => null),
        new ItemsField<Organization, Service>("services", o => o.Services, Services)
        {
            Key = "id",
            Translatable = true,
            Required = true,
            Place = (s, at) => s.Order = at,
        },
        Make<Organization>.Partial("as_of", o => o.AsOf),
        Make<Organization>.Day("compiled", o => o.Compiled, (o, day) => o.Compiled = day),
        Make<Organization>.Day("edited", o => o.Edited, (o, day) => o.Edited = day),
        new ObjectField<Organization, Verification>("verified", o => o.Verified, (o, v) => o.Verified = v, Verifications),
        new ListField<Organization>("sources", o => o.Sources, Make<Organization>.WrongUrl))
    {
        Amiss = organization =>
            organization.Notice is not null && organization.NoticeUntil is null ? new(FaultKind.NoticeWithoutEnd, "a notice needs `notice_until`, the last day on which it holds")
            : organization.Notice is null && organization.NoticeUntil is not null ? new(FaultKind.EndWithoutNotice, "`notice_until` needs a `notice`; leave it out if there is none")
            : organization.ReplacedBy is null ? null
            : organization.Publication != Publication.Archived
                ? new(FaultKind.ReplacedButShown, "only an archived entry can be `replaced_by` another; leave it out, or archive the entry")
            : organization.ReplacedBy == organization.Id ? new(FaultKind.ReplacedByItself, "an entry cannot be `replaced_by` itself")
            : null,
    };

    /// <summary>The hours that fields say; null if they say something else.</summary>
    public static Schedule? ScheduleOf(YamlMappingNode fields)
    {
        var (schedule, scope) = (new Schedule(), new Scope("", Terminology.None));
        Schedules.Read(schedule, fields, scope);
        return scope.Problems.Count == 0 ? schedule : null;
    }

    private static Fault? SetReplacedBy(Organization organization, string text)
    {
        organization.ReplacedBy = Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;
        return organization.ReplacedBy is not null ? null
            : new(FaultKind.NotEntry, $"`{text}` is not the id of an organization, a UUID such as 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11", text);
    }

    private static Fault? SetNumber(Phone phone, string text)
    {
        var allowed = text.Length <= Phone.NumberLength && text.Count(char.IsAsciiDigit) >= 3
            && text.All(c => char.IsAsciiLetterOrDigit(c) || "+-. ()".Contains(c, StringComparison.Ordinal))
            && Phone.CanBeDialled(text);
        phone.Number = allowed ? text : "";
        return allowed ? null : new(FaultKind.NotPhone, $"`{text}` is not a phone number such as 555-010-0199", text);
    }

    private static Fault? Digits(string text, Action<string> set)
    {
        var allowed = text.Length <= 10 && text.All(char.IsAsciiDigit);
        set(allowed ? text : "");
        return allowed ? null : new(FaultKind.NotExtension, $"`{text}` is not a number of at most ten digits", text);
    }

    private static Fault? TwoLetters(string text, Action<string> set)
    {
        var allowed = text.Length == 2 && text.All(char.IsAsciiLetterUpper);
        set(allowed ? text : "");
        return allowed ? null : new(FaultKind.NotTwoLetters, $"`{text}` is not two capital letters such as CA", text);
    }
}
