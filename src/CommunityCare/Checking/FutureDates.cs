using System.Globalization;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>A date that has not come yet. It is a slip of the hand, and would keep an entry looking fresh for years.</summary>
internal static class FutureDates
{
    public static IEnumerable<Problem> Check(SeedReading reading, DateOnly today) => reading.Organizations.SelectMany(read =>
    {
        var file = CheckedFile.English(read.File);
        return Dates(read.Entry).Where(date => date.Begins > today).Select(date =>
            new Problem(file.Name, file.LineOf([.. date.Path]), $"`{string.Join('.', date.Path)}` is {date.Written}, and today is {Day(today)}; {date.Advice}"));
    });

    private static IEnumerable<Dated> Dates(Organization organization)
    {
        if (organization.Founded is { } year)
        {
            yield return new(["founded"], year.ToString(CultureInfo.InvariantCulture), new(year, 1, 1), "write the year in which it began, or leave it out");
        }

        if (organization.AsOf is { } read)
        {
            yield return new(["as_of"], $"{read}", read.FirstDay, "write the date of the newest page that the facts rest on, or leave it out");
        }

        if (organization.Compiled is { } compiled)
        {
            yield return new(["compiled"], Day(compiled), compiled, "write the day on which the entry was put together");
        }

        if (organization.Edited is { } edited)
        {
            yield return new(["edited"], Day(edited), edited, "write the day on which a person last edited it, or leave it out");
        }

        if (organization.Verified is { } verified)
        {
            yield return new(["verified", "on"], Day(verified.On), verified.On, "write the day on which the person checked, or leave `verified` out");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Path">The fields that lead to it.</param>
    /// <param name="Written">As it stands in the file.</param>
    /// <param name="Begins">The first day it can mean: a year has come when its first day has.</param>
    /// <param name="Advice">What to do if that is still to come.</param>
    private sealed record Dated(string[] Path, string Written, DateOnly Begins, string Advice);
}
