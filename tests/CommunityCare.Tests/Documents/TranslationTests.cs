using CommunityCare.Catalog;

namespace CommunityCare.Tests.Documents;

/// <summary>What an organization's Spanish file may say beyond its services.</summary>
public class TranslationTests
{
    private const string Websites = "additional_websites:\n  - url: https://chat.example.org\n    label: Chat\n  - url: https://more.example.org\n";

    private static readonly string English = Sample.Text.Replace("website: https://care.example.org\n", "website: https://care.example.org\n" + Websites, StringComparison.Ordinal);

    [Fact]
    public void A_name_and_the_label_of_a_website_can_be_translated_and_are_written_as_they_were_read()
    {
        var spanish = "---\nname: Colectivo de Cuidado\nadditional_websites:\n  - url: https://chat.example.org\n    label: Chatee\n---\n";

        var (entry, problems) = Sample.Read(English, spanish);

        Assert.Empty(problems);
        Assert.Contains(new Translation("es", "name", "Colectivo de Cuidado"), entry.Translations);
        Assert.Equal(new Translation("es", "label", "Chatee"), Assert.Single(entry.AdditionalWebsites[0].Translations));
        Assert.Equal(Sample.Texts(English, spanish), Sample.Write(entry));
    }

    [Fact]
    public void A_translated_label_needs_the_address_that_it_belongs_to()
    {
        Assert.Equal(
            ["example.es.md:3: additional_websites: the url `https://chat.example.com` is not known (did you mean `https://chat.example.org`?)"],
            Sample.ProblemsOf(English, "---\nadditional_websites:\n  - url: https://chat.example.com\n    label: Chatee\n---\nHola.\n"));
        Assert.Equal(
            ["example.es.md:3: additional_websites: each item needs its url, so that it is clear what is translated"],
            Sample.ProblemsOf(English, "---\nadditional_websites:\n  - label: Chatee\n---\nHola.\n"));
    }
}
