namespace CommunityCare.Tests.Documents;

public class BadFileTests
{
    [Fact]
    public void A_good_file_has_no_problems() => Assert.Empty(Sample.ProblemsOf(Sample.Text, Sample.Spanish));

    [Fact]
    public void A_good_file_is_written_as_it_was_read() =>
        Assert.Equal(Sample.Texts(Sample.Text, Sample.Spanish), Sample.Write(Sample.Read(Sample.Text, Sample.Spanish).Entry));

    [Fact]
    public void All_that_is_wrong_is_told_at_once_each_with_its_line_and_the_nearest_value()
    {
        var text = """
            ---
            id: 3f6c1f0e
            nmae: Example
            status: actve
            founded: 20016
            website: care.example.org
            phones:
              - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01
                number: call us
                type: vocie
            terms:
              kind: [peer-suport, mutual-aid]
              langauge: [english]
            services:
              - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31
                schedules:
                  - byday: MON
                    opens_at: 6pm
                    timezone: PST
            as_of: May 2024
            ---
            Text.
            """;

        Assert.Equal(
        [
            "example.md:2: id must be a UUID such as 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11 (leave it out and `check --fix` writes one)",
            "example.md:2: name is missing",
            "example.md:3: the field `nmae` is not known (did you mean `name`?)",
            "example.md:4: status `actve` is not known (did you mean `active`?)",
            "example.md:5: founded: `20016` is not a whole number from 1600 to 2100",
            "example.md:6: website: `care.example.org` is not an address such as https://example.org",
            "example.md:9: number: `call us` is not a phone number such as 555-010-0199",
            "example.md:10: type `vocie` is not known (did you mean `voice`?)",
            "example.md:12: the term of kind `peer-suport` is not known (did you mean `peer-support`?)",
            "example.md:13: the vocabulary `langauge` is not known (did you mean `language`?)",
            "example.md:15: name is missing",
            "example.md:17: byday: `MON` is not a list of days such as MO,TU or 2MO",
            "example.md:18: opens_at: `6pm` is not a time such as 18:00",
            "example.md:19: timezone: `PST` is not an IANA time zone such as America/Chicago",
            "example.md:20: as_of: `May 2024` is not a date such as 2024, 2024-05 or 2024-05-17",
        ],
        Sample.ProblemsOf(text).OrderBy(p => int.Parse(p.Split(':')[1], null)).ThenBy(p => p, StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_without_an_end_is_reported_with_its_line() =>
        Assert.Equal("example.md:3: the fields have no end: put a line of --- after them", Assert.Single(Sample.ProblemsOf("---\nname: x\n")));

    [Fact]
    public void A_file_without_fields_is_reported() =>
        Assert.StartsWith("example.md:1: the file must start with", Assert.Single(Sample.ProblemsOf("# Only text\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("ECC", "ECC\n  - ecc", "example.md:6: alternate_names: `ecc` stands twice")]
    [InlineData("[english, spanish]", "[english, English]", "example.md:12: languages: `English` stands twice")]
    [InlineData("[peer-support, mutual-aid]", "[mutual-aid, mutual-aid]", "example.md:18: kind: `mutual-aid` stands twice")]
    [InlineData("cost: [free]", "cost: free", "example.md:19: cost must be a list such as [free]")]
    [InlineData("  kind: [peer-support, mutual-aid]\n  cost: [free]", "  - free", "example.md:18: terms must have a line for each vocabulary, as in `kind: [peer-support]`")]
    [InlineData("state_province: CA", "state_province: California", "example.md:16: state_province: `California` is not two capital letters such as CA")]
    [InlineData("city: Oakland", "city:", "example.md:15: city must be a value on one line; leave the field out if there is none")]
    [InlineData("status: active\n", "", "example.md:2: status is missing")]
    [InlineData("https://care.example.org", "javascript:alert(1)", "example.md:7: website: `javascript:alert(1)` is not an address such as https://example.org")]
    [InlineData("https://care.example.org", "https://user@care.example.org", "example.md:7: website: `https://user@care.example.org` is not an address such as https://example.org")]
    public void One_wrong_value_is_one_problem_on_its_line(string old, string @new, string problem) =>
        Assert.Equal(problem, Assert.Single(Sample.ProblemsOf(Sample.With(old, @new))));

    [Fact]
    public void A_file_without_services_is_reported() =>
        Assert.Equal("example.md:2: services is missing", Assert.Single(Sample.ProblemsOf(Sample.Text[..Sample.Text.IndexOf("services:", StringComparison.Ordinal)] + "---\nText.\n")));

    [Fact]
    public void A_name_that_is_too_long_is_reported_in_English_and_in_translation()
    {
        var name = new string('x', 151);

        Assert.Equal("example.md:3: name: longer than 150 characters", Assert.Single(Sample.ProblemsOf(Sample.With("Example Care Collective", name))));
        Assert.Equal("example.es.md:4: name: longer than 150 characters",
            Assert.Single(Sample.ProblemsOf(Sample.Text, Sample.With("Grupo por la tarde", name, Sample.Spanish))));
    }

    [Theory]
    [InlineData("services:", "servicios:", "example.es.md:2: the field `servicios` is not known (did you mean `services`?)")]
    [InlineData("5a1d5a43", "5a1d5a44", "example.es.md:3: services: the id `5a1d5a44-2a5e-4a53-9d2f-6d0c8a3c7e31` is not known (did you mean `5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31`?)")]
    [InlineData("- id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31\n    name", "- name", "example.es.md:3: services: each item needs its id, so that it is clear what is translated")]
    [InlineData("    name: Grupo", "    minimum_age: 18\n    name: Grupo", "example.es.md:4: the field `minimum_age` is not known")]
    [InlineData("services:", "status: active\nservices:", "example.es.md:2: the field `status` is not known")]
    public void A_translation_that_means_nothing_is_reported(string old, string @new, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Sample.ProblemsOf(Sample.Text, Sample.With(old, @new, Sample.Spanish))), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_is_translated_twice_is_reported_rather_than_dropped()
    {
        var twice = Sample.With("---\nVecinas", "  - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31\n    name: Otro grupo\n---\nVecinas", Sample.Spanish);

        Assert.Equal("example.es.md:5: services: the id `5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31` stands twice", Assert.Single(Sample.ProblemsOf(Sample.Text, twice)));
    }
}
