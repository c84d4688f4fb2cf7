using CommunityCare.Catalog;

namespace CommunityCare.Tests.Documents;

/// <summary>A hidden place and a private contact are known to the database alone.</summary>
public class HiddenValueTests
{
    private const string Street = "12 Quiet Street";

    private static readonly string Hidden = Sample.With("    city: Oakland\n    state_province: CA\n", "    visibility: hidden\n");
    private static readonly string Area = Sample.With("state_province: CA\n", "state_province: CA\n    visibility: area\n");
    private static readonly string PrivatePhone = Sample.With("    number: 555-010-0199\n    type: voice\n    languages: [english, spanish]\n", "    type: voice\n    private: true\n");
    private static readonly string PrivateContact =
        Sample.With("locations:", "contacts:\n  - id: 7c1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31\n    title: Coordinator\n    private: true\nlocations:");

    public static TheoryData<string> FilesThatOnlySayThatItExists => [Hidden, Area, PrivatePhone, PrivateContact];

    [Theory]
    [MemberData(nameof(FilesThatOnlySayThatItExists))]
    public void A_file_may_say_that_it_exists(string text)
    {
        var (entry, problems) = Sample.Read(text);

        Assert.Empty(problems);
        Assert.Equal(text, Sample.Write(entry).English);
    }

    [Theory]
    [InlineData("    visibility: hidden\n", "    address_1: 12 Quiet Street\n    visibility: hidden\n", "address_1")]
    [InlineData("    visibility: hidden\n", "    city: Oakland\n    visibility: hidden\n", "city")]
    [InlineData("    visibility: hidden\n", "    latitude: 37.8\n    visibility: hidden\n", "latitude")]
    [InlineData("    visibility: hidden\n", "    transportation: Bus 1\n    visibility: hidden\n", "transportation")]
    public void The_value_of_a_hidden_location_is_an_error(string old, string @new, string field) =>
        AssertRefused(Sample.With(old, @new, Hidden), field, line: 15);

    [Fact]
    public void The_street_of_a_location_of_which_only_the_area_is_shown_is_an_error() =>
        AssertRefused(Sample.With("    city: Oakland\n", $"    address_1: {Street}\n    city: Oakland\n", Area), "address_1", line: 15);

    [Theory]
    [InlineData("    type: voice\n", "    number: 555-010-0199\n    type: voice\n", "number", 10)]
    [InlineData("    private: true\n", "    keyword: HELP\n    private: true\n", "keyword", 11)]
    public void The_value_of_a_private_phone_is_an_error(string old, string @new, string field, int line) =>
        AssertRefused(Sample.With(old, @new, PrivatePhone), field, line);

    [Theory]
    [InlineData("    title:", "    name: Ana\n    title:", "name", 15)]
    [InlineData("    private: true\n", "    email: ana@example.org\n    private: true\n", "email", 16)]
    public void The_value_of_a_private_contact_is_an_error(string old, string @new, string field, int line) =>
        AssertRefused(Sample.With(old, @new, PrivateContact), field, line);

    [Fact]
    public void The_translation_of_a_hidden_value_is_an_error()
    {
        var spanish = Sample.With("services:", "locations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    description: La casa azul\nservices:", Sample.Spanish);

        Assert.Equal("example.es.md:4: description is hidden by the entry itself and must not stand in a file; keep it in the database",
            Assert.Single(Sample.ProblemsOf(Hidden, spanish)));
    }

    [Fact]
    public void A_file_leaves_the_values_out_and_a_revision_keeps_them()
    {
        var entry = WithSecrets();

        var file = Sample.Write(entry);
        var revision = Sample.Write(entry, withPrivate: true);

        foreach (var secret in new[] { Street, "Oakland", "37.8", "La casa azul", "555-010-0199", "HELP", "Ana", "ana@example.org" })
        {
            Assert.DoesNotContain(secret, file.English + file.Others["es"], StringComparison.Ordinal);
            Assert.Contains(secret, revision.English + revision.Others["es"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_revision_is_read_as_it_was_written()
    {
        var revision = Sample.Write(WithSecrets(), withPrivate: true);

        var (entry, problems) = Sample.Read(revision.English, revision.Others["es"], withPrivate: true);

        Assert.Empty(problems);
        Assert.Equal(revision, Sample.Write(entry, withPrivate: true));
    }

    private static Organization WithSecrets()
    {
        var (entry, _) = Sample.Read(PrivateContact, Sample.Spanish);
        var (location, phone, contact) = (entry.Locations[0], entry.Phones[0], entry.Contacts[0]);
        (location.Visibility, location.Address1, location.Latitude) = (LocationVisibility.Hidden, Street, 37.8);
        location.Translations.Add(new("es", "description", "La casa azul"));
        (phone.Private, phone.Keyword) = (true, "HELP");
        (contact.Name, contact.Email) = ("Ana", "ana@example.org");
        return entry;
    }

    private static void AssertRefused(string text, string field, int line) =>
        Assert.Equal($"example.md:{line}: {field} is hidden by the entry itself and must not stand in a file; keep it in the database",
            Assert.Single(Sample.ProblemsOf(text)));
}
