using System.Globalization;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Notices that nobody reads any more or that hold for too long, and archived entries that lead nowhere.</summary>
internal static class Notices
{
    public static IEnumerable<Problem> Check(SeedReading reading, DateOnly today)
    {
        var known = reading.Organizations.ToDictionary(r => r.Entry.Id, r => r.Entry);
        return reading.Organizations.SelectMany(read => Check(read.Entry, CheckedFile.English(read.File), known, today));
    }

    private static IEnumerable<Problem> Check(Organization organization, CheckedFile file, Dictionary<Guid, Organization> known, DateOnly today)
    {
        if (organization.NoticeUntil is { } until)
        {
            var day = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (until < today)
            {
                yield return new(file.Name, file.LineOf("notice_until"), $"the notice ended on {day} and is not shown any more; remove it, or write until when it holds", Severity.Warning);
            }
            else if (until > today.AddYears(1))
            {
                yield return new(file.Name, file.LineOf("notice_until"), $"`notice_until` is {day}, more than a year ahead; a notice is for what holds for a while");
            }
        }

        if (organization.ReplacedBy is { } other && !known.ContainsKey(other))
        {
            yield return new(file.Name, file.LineOf("replaced_by"), $"`replaced_by` is {other}, which is the id of no organization here", Severity.Warning);
        }
        else if (LeadsBack(organization, known))
        {
            yield return new(file.Name, file.LineOf("replaced_by"), "`replaced_by` leads back to the entry itself; name another organization, or leave it out");
        }
    }

    private static bool LeadsBack(Organization organization, Dictionary<Guid, Organization> known)
    {
        var seen = new HashSet<Guid>();
        for (var at = organization; at.ReplacedBy is { } next && seen.Add(next) && known.TryGetValue(next, out at!);)
        {
            if (at.Id == organization.Id)
            {
                return true;
            }
        }

        return false;
    }
}
