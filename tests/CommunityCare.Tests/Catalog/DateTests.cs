using CommunityCare.Catalog;

namespace CommunityCare.Tests.Catalog;

/// <summary>Dates as exact as their sources, and what is too old to be told without a warning.</summary>
public sealed class DateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2024", "2024-01-01")]
    [InlineData("2024-05", "2024-05-01")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("0001", "0001-01-01")]
    public void A_date_is_as_exact_as_it_is_written(string text, string firstDay)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
        Assert.Equal(firstDay, date.FirstDay.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 2024")]
    [InlineData("2024 ")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("20244")]
    [InlineData("2024-5")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2023-02-29")]
    [InlineData("2024-05-32")]
    [InlineData("2024/05")]
    [InlineData("May 2024")]
    [InlineData("٢٠٢٤")]
    [InlineData("-2024")]
    public void What_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2024-11-22", null, false)]
    [InlineData("2024-11-21", null, true)]
    [InlineData("2024-11", null, true)]
    [InlineData("2024-12", null, false)]
    [InlineData("2024", null, true)]
    [InlineData("2025", null, false)]
    [InlineData(null, "2024-11-22", false)]
    [InlineData(null, "2024-11-21", true)]
    [InlineData("2015", "2026-01-01", false)]
    [InlineData("2026-01", "2015-01-01", false)]
    [InlineData("2015", "2016-01-01", true)]
    public void Older_than_two_years_or_undated_may_be_out_of_date(string? asOf, string? verified, bool old)
    {
        var freshness = Freshness.Of(Dated(asOf, verified), Today);

        Assert.Equal(old, freshness.MayBeOutOfDate);
        Assert.Equal(asOf, freshness.AsOf?.ToString());
        Assert.Equal(verified, freshness.Verified?.On.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void Two_years_end_on_the_last_of_february_after_a_leap_day() =>
        Assert.False(Freshness.Of(Dated("2026-02-28", null), new(2028, 2, 29)).MayBeOutOfDate);

    [Fact]
    public void Compiled_and_edited_say_nothing_about_the_facts()
    {
        var organization = Dated(null, null);
        (organization.Compiled, organization.Edited) = (Today, Today);

        Assert.True(Freshness.Of(organization, Today).MayBeOutOfDate);
        Assert.Null(Freshness.NewestDay(organization));
    }

    private static Organization Dated(string? asOf, string? verified) => new()
    {
        AsOf = asOf is not null && PartialDate.TryParse(asOf, out var date) ? date : null,
        Verified = verified is null ? null : new() { On = DateOnly.ParseExact(verified, "yyyy-MM-dd", null), By = "Ana" },
    };
}
