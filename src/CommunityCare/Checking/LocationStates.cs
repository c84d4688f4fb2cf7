using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>A group that stands in a state is found under that state.</summary>
internal static class LocationStates
{
    public static IEnumerable<Problem> Check(SeedReading reading) =>
        new States(reading) is { AreKnown: true } states ? reading.Organizations.SelectMany(read => Check(read, states)) : [];

    private static IEnumerable<Problem> Check(Read<Organization> read, States states)
    {
        var places = States.PlacesOf(read.Entry);
        if (places.Contains(Term.Everywhere))
        {
            yield break;
        }

        var file = CheckedFile.English(read.File);
        foreach (var (index, location) in read.Entry.Locations.Index().Where(l => l.Item.Country == Location.HomeCountry))
        {
            if (location.StateProvince is not { } letters)
            {
                continue;
            }

            var line = file.LineOf("locations", index, "state_province");
            if (states.ByLetters(letters) is not { } state)
            {
                yield return new(file.Name, line, $"the state `{letters}` is not one of vocabulary/{Vocabulary.Place}.md");
            }
            else if (!places.Contains(state.Slug))
            {
                yield return new(file.Name, line, $"stands in {state.Name}, which its place does not say; add `{state.Slug}` to the terms of place");
            }
        }
    }
}
