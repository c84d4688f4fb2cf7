namespace CommunityCare.Tests.Checking;

public sealed class ContactInTextTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Call 510-555-0199 first.", "510-555-0199")]
    [InlineData("Call (510) 555-0199 first.", "(510) 555-0199")]
    [InlineData("Call 510.555.0199 first.", "510.555.0199")]
    [InlineData("Call 510 555 0199.", "510 555 0199")]
    [InlineData("Call +1 510 555 0199 first.", "+1 510 555 0199")]
    [InlineData("Call 5105550199 first.", "5105550199")]
    [InlineData("Call 555-0199 first.", "555-0199")]
    [InlineData("Call +52 55 5555 0199 first.", "+52 55 5555 0199")]
    [InlineData("Call 1-800-GET-HELP first.", "1-800-GET-HELP")]
    [InlineData("Call 877-565-8860.", "877-565-8860")]
    [InlineData("Call 866-SAFE-MIA or come.", "866-SAFE-MIA")]
    public void A_phone_number_in_a_summary_is_an_error(string sentence, string number)
    {
        _folder.WithSentence(sentence);

        Assert.Equal($"organizations/good-circle.md:21: `{number}` is a phone number; put it under `phones` and leave it out of the text", _folder.TheError());
    }

    [Theory]
    [InlineData("It worked from 2019-2021, and 1969–1971 before that.")]
    [InlineData("It is in Oakland, 94601-1234.")]
    [InlineData("It gave $1,250,000 and $5105550199 to 1,200,000 people.")]
    [InlineData("About 450 people and 211 volunteers came, 100 of them in 2021.")]
    [InlineData("In 2020, 300 families and 1500 meals; 24/7 since 9/11.")]
    [InlineData("A 501(c)(3) in District 988-A.")]
    public void Years_codes_money_and_counts_are_no_phone_numbers(string sentence)
    {
        _folder.WithSentence(sentence);

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("Call 988 at any hour.", "988")]
    [InlineData("It works without 911.", "911")]
    [InlineData("Dial 2-1-1.", "2-1-1")]
    [InlineData("Dial 211 for more.", "211")]
    [InlineData("Text HOME to 741741.", "741741")]
    public void A_short_number_is_for_crisis_services(string sentence, string number)
    {
        _folder.WithSentence(sentence);
        Assert.StartsWith($"organizations/good-circle.md:21: `{number}` is a number to call or text, and only a crisis service", _folder.TheError(), StringComparison.Ordinal);

        _folder.WithService("crisis: 3");
        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void A_whole_number_is_for_no_text_of_a_service_even_in_a_crisis()
    {
        _folder.WithService("application_process: Call 510-555-0199.\n    crisis: 3")
            .With(CuratedFolder.CircleInSpanish, "    name: Grupo por la tarde\n", "    name: Grupo por la tarde\n    description: Llame al 510-555-0199.\n");

        Assert.Equal(["organizations/good-circle.es.md:5", "organizations/good-circle.md:17"], _folder.Errors().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Theory]
    [InlineData("Write to hello@circle.example.org for more.", "hello@circle.example.org", "e-mail address; put it under `email`")]
    [InlineData("Write to <hello@circle.example.org> for more.", "hello@circle.example.org", "e-mail address; put it under `email`")]
    [InlineData("See www.circle.example for more.", "www.circle.example", "web address; put it under `website`")]
    [InlineData("See example.org/circle for more.", "example.org/circle", "web address; put it under `website`")]
    [InlineData("See <https://circle.example.org/more>.", "https://circle.example.org/more", "web address; put it under `website`")]
    public void An_address_in_a_summary_is_an_error(string sentence, string address, string problem)
    {
        _folder.WithSentence(sentence);

        Assert.Contains($":21: `{address}` is an {problem}".Replace("an web", "a web", StringComparison.Ordinal), _folder.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_words_and_a_name_like_an_address_are_none()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "alternate_names:\n  - circle.org\nstatus: active").WithSentence("Some call it Circle.org. Ask on [its page](https://circle.example.org).");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void In_a_crisis_the_own_host_may_stand_where_one_starts()
    {
        _folder.WithService("application_process: For the chat go to circle.example.org.");
        Assert.Equal("organizations/good-circle.md:17: `circle.example.org` is a web address; put it under the service's `url` and leave it out of the text", _folder.TheError());

        _folder.With(CuratedFolder.Circle, "circle.example.org.\n", "circle.example.org.\n    crisis: 3\n");
        Assert.Empty(_folder.Errors());

        _folder.With(CuratedFolder.Circle, "go to circle.example.org", "go to square.example.org");
        Assert.Single(_folder.Errors());
    }
}
