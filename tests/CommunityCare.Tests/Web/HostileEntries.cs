using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Entries that hold an attack in every text they have.</summary>
internal static class HostileEntries
{
    public static async Task SaveAsync(SmallSite site, string[] payloads)
    {
        var all = string.Join("\n\n", payloads);
        await site.WriteAsync(async write =>
        {
            foreach (var slug in new[] { "peer-support", "mutual-aid" })
            {
                var kind = (await write.FindCareTypeAsync(Ids.Of(slug)))!;
                (kind.Name, kind.ShortName, kind.Summary) = (all, slug == "mutual-aid" ? all : null, all);
                (kind.Guide, kind.Words) = ($"# {all.Replace("\n\n", "\n\n# ", StringComparison.Ordinal)}\n\n{all}", [.. payloads]);
                kind.Sources = [.. payloads, .. payloads.Select(p => "https://example.org/" + p)];
                kind.Translations = slug == "mutual-aid" ? [new("es", "name", all), new("es", "short_name", all), new("es", "summary", all), new("es", "guide", all)] : [];
                await write.SaveAsync(kind);
            }

            foreach (var slug in new[] { "community", "place", "language", "cost" })
            {
                var vocabulary = (await write.FindVocabularyAsync(Ids.Of(slug)))!;
                (vocabulary.Name, vocabulary.Meaning, vocabulary.Translations) = (all, all, [new("es", "name", all)]);
                vocabulary.Terms.ForEach(t => (t.Name, t.Meaning, t.Words, t.Translations) = (all, all, [.. payloads], [new("es", "name", all), new("es", "words", all)]));
                await write.SaveAsync(vocabulary);
            }
        });
        for (var i = 0; i < payloads.Length; i++)
        {
            var (at, payload) = (i, payloads[i]);
            await site.AddAsync($"hostile-{i}", "kind=peer-support kind=mutual-aid cost=free community=immigrants place=california", o => Fill(o, payload, at));
        }
    }

    private static void Fill(Organization organization, string payload, int at)
    {
        organization.Status = (OrganizationStatus)(at % 2);
        (organization.Name, organization.AlternateNames, organization.StatusNote) = (payload, [payload], payload);
        (organization.Summary, organization.ServiceArea, organization.Email) = (payload + "\n\n" + payload, payload, payload);
        organization.Website = at % 2 == 0 ? payload : "https://example.org/" + payload;
        (organization.Notice, organization.NoticeUntil) = (payload, new(2999, 1, 1));
        organization.WebsiteKind = (WebsiteKind)(at % 4);
        organization.AdditionalWebsites = [new() { Url = payload, Label = payload }, new() { Url = "https://example.org/?" + payload, Label = payload }, new() { Url = "http://example.org/#" + payload }];
        organization.Sources = [payload, "https://example.org/" + payload];
        organization.Verified = at % 3 == 0 ? new() { On = new(2026, 1, 1), By = payload } : null;
        organization.Translations = at % 2 == 0 ? [new("es", "summary", payload), new("es", "status_note", payload), new("es", "service_area", payload)] : [];
        organization.Phones =
        [
            new() { Id = Guid.NewGuid(), Number = payload, Extension = payload, Description = payload, Translations = [new("es", "description", payload)] },
            new() { Id = Guid.NewGuid(), Number = payload, Type = PhoneType.Text, Keyword = payload },
            new() { Id = Guid.NewGuid(), Number = payload, Type = PhoneType.Fax },
        ];
        organization.Contacts = [new() { Id = Guid.NewGuid(), Name = payload, Title = payload, Email = payload, Translations = [new("es", "title", payload)] }];
        organization.Locations =
        [
            new()
            {
                Id = Guid.NewGuid(), Name = payload, Address1 = payload, Address2 = payload, City = payload, StateProvince = payload, PostalCode = payload, Country = payload,
                Description = payload, Accessibility = payload, Transportation = payload, Translations = [new("es", "description", payload)],
            },
        ];
        var service = organization.Services[0];
        (service.Name, service.Description, service.EligibilityDescription) = (payload, payload, payload);
        (service.FeesDescription, service.ApplicationProcess, service.Url) = (payload, payload, at % 2 == 0 ? payload : "https://example.org/" + payload);
        service.Crisis = at + 1;
        service.Schedules = [new() { ByDay = "MO", OpensAt = new(9, 0), TimeZone = payload, Description = payload }];
        service.Translations = [new("es", "name", payload), new("es", "description", payload)];
        organization.Terms.Add(Shelf.Link("language=spanish", service));
    }
}
