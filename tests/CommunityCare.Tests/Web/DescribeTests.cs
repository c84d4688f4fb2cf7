using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

/// <summary>What a list or a button says of an organization.</summary>
public sealed class DescribeTests
{
    [Fact]
    public void Steps_lead_the_quickest_way_to_a_person_first()
    {
        var organization = new Organization
        {
            Website = "https://www.care.example.org/",
            Email = "care@example.org",
            AdditionalWebsites = [new() { Url = "https://social.example.org/care", Label = "Their page" }],
            Contacts = [new() { Name = "Ana", Title = "Host", Email = "ana@example.org" }, new() { Name = "Bo" }],
            Locations = [new() { City = "Albany" }, Samples.Location("Oakland", "CA")],
            Phones =
            [
                new() { Number = "555-010-0100", Type = PhoneType.Fax },
                new() { Number = "741741", Type = PhoneType.Text, Keyword = "HOME & CARE" },
                new() { Number = "555-010-0102", Type = PhoneType.Tty },
                new() { Number = "988", Description = "Day and night" },
                new() { Number = "555-010-0101", Extension = "42" },
            ],
        };

        Assert.Equal(
            [
                "tel:988: Call 988 (Day and night)",
                "tel:+15550100101;ext=42: Call 555-010-0101, extension 42 ()",
                "sms:741741?body=HOME%20%26%20CARE: Text HOME & CARE to 741741 ()",
                "tel:+15550100102: TTY 555-010-0102 ()",
                "mailto:care@example.org: Write to care@example.org ()",
                "https://www.care.example.org/: Go to their website (care.example.org)",
                "https://social.example.org/care: Their page (social.example.org/care)",
                "mailto:ana@example.org: Write to ana@example.org (Host)",
                "#where: Visit (12 Secret Street, Oakland, CA 94601)",
            ],
            Steps(organization));
    }

    [Theory]
    [InlineData(WebsiteKind.Own, "care.example.org")]
    [InlineData(WebsiteKind.Host, "care.example.org, This is the site of an organization that hosts or works with them.")]
    [InlineData(WebsiteKind.Platform, "care.example.org, This is their page on another service, which may ask you to sign in.")]
    [InlineData(WebsiteKind.Unconfirmed, "care.example.org, We saw this address only in lists that others keep. We could not confirm that it is theirs.")]
    public void Whose_page_it_is_stands_beside_the_link(WebsiteKind kind, string notes) => Assert.Equal(
        $"https://care.example.org: Go to their website ({notes})",
        Assert.Single(Steps(new() { Website = "https://care.example.org", WebsiteKind = kind })));

    [Theory]
    [InlineData(OrganizationStatus.Active, 1)]
    [InlineData(OrganizationStatus.Unknown, 1)]
    [InlineData(OrganizationStatus.Closed, 0)]
    [InlineData(OrganizationStatus.Historical, 0)]
    public void There_is_no_next_step_to_those_who_cannot_help_today(OrganizationStatus status, int steps) =>
        Assert.Equal(steps, Steps(new() { Status = status, Website = "https://care.example.org" }).Count);

    [Fact]
    public void There_is_a_step_for_whoever_can_be_reached()
    {
        foreach (var organization in new Organization[]
        {
            new() { Website = "https://care.example.org" }, new() { Email = "care@example.org" }, new() { Phones = [Samples.Phone("988")] },
            new() { AdditionalWebsites = [new() { Url = "https://care.example.org" }] }, new() { Locations = [Samples.Location("Oakland", "CA")] },
            new() { Contacts = [new() { Email = "ana@example.org" }] }, new() { Phones = [new() { Number = "555-010-0100", Type = PhoneType.Fax }] }, new(),
        })
        {
            Assert.Equal(PublicView.CanBeReached(organization), Steps(organization).Count > 0);
        }
    }

    [Theory]
    [InlineData("Short.", "Short.")]
    [InlineData("Some **bold** words and [a link](https://example.org).\n\nNext.", "Some bold words and a link. Next.")]
    [InlineData("", "")]
    public void A_short_text_opens_whole(string markdown, string opening) => Assert.Equal(opening, Describe.Opening(markdown));

    [Fact]
    public void A_long_text_opens_with_whole_sentences_or_whole_words()
    {
        var sentence = "This sentence has exactly sixty letters, spaces and a stop. ";

        Assert.Equal(string.Concat(Enumerable.Repeat(sentence, 3)).TrimEnd(), Describe.Opening(string.Concat(Enumerable.Repeat(sentence, 6))));
        Assert.Equal(string.Concat(Enumerable.Repeat("word ", 44)).TrimEnd() + "…", Describe.Opening(string.Concat(Enumerable.Repeat("word ", 100))));
    }

    [Fact]
    public void A_shortened_word_ends_no_sentence()
    {
        var whole = "Midwives and doulas who were born here look after everybody in the city. ";

        Assert.Equal(whole.TrimEnd(), Describe.Opening($"{whole}They live with all their neighbors in the middle of St. Louis, Missouri.", 130));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("我們互相照顧")]
    [InlineData("𐓏𐓘")]
    [InlineData("🙏🏿")]
    public void A_long_text_without_spaces_opens_too(string letters)
    {
        var opening = Describe.Opening(string.Concat(Enumerable.Repeat(letters, 500)));

        Assert.InRange(opening.Length, 200, 221);
        Assert.DoesNotContain('\ufffd', new string([.. opening.EnumerateRunes().SelectMany(r => r.ToString())]));
    }

    [Theory]
    [InlineData("https://www.example.org/", "example.org")]
    [InlineData("https://example.org/a/b/?q=1#x", "example.org/a/b?q=1")]
    [InlineData("http://WWW.Example.org", "example.org")]
    [InlineData("https://example.org/Meet_the_%E2%80%98Complex%E2%80%99", "example.org/Meet_the_‘Complex’")]
    [InlineData("https://wwww.example.org/www.x", "wwww.example.org/www.x")]
    public void An_address_is_shown_as_people_read_it(string url, string shown) => Assert.Equal(shown, Describe.Address(url));

    [Theory]
    [InlineData(18, null, "Ages 18 and up")]
    [InlineData(null, 25, "Up to age 25")]
    [InlineData(12, 24, "Ages 12 to 24")]
    [InlineData(null, null, null)]
    public void Ages_are_said_as_far_as_they_are_known(int? from, int? to, string? said) =>
        Assert.Equal(said, Reading.In("en", () => Describe.Ages(new() { MinimumAge = from, MaximumAge = to }, Reading.Text)));

    private static List<string> Steps(Organization organization) => Reading.In("en", () => Describe.Steps(organization, Reading.Text)
        .Select(step => $"{step.Href}: {step.What} ({string.Join(", ", step.Notes.Select(n => n.Text))})").ToList());
}
