namespace CommunityCare.Tests.Checking;

public sealed class CoverageTests : IDisposable
{
    private readonly CuratedFolder _folder = new CuratedFolder().WithPlaces();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kinds_places_and_communities_are_counted_and_the_missing_are_named()
    {
        _folder.Write("vocabulary/community.md", """
            ---
            id: 1d7f3c5e-2b0f-4c8e-9a34-7b6f5d4c3e51
            name: Community
            order: 2
            terms:
              - id: 2c8e4d6f-3c1a-4d9f-8b45-8c7a6e5d4f61
                slug: black
                name: Black people
              - id: 2c8e4d6f-3c1a-4d9f-8b45-8c7a6e5d4f62
                slug: rural
                name: Rural people
            ---
            Who.

            """);
        _folder.With(CuratedFolder.Circle, "  kind: [peer-support]\n", "  kind: [peer-support]\n  community: [black]\n  place: [california, virginia]\n")
            .WithAnother("other", "Something else").WithAnother("old", "A group of the past").WithAnother("new", "Not yet public")
            .With("organizations/old.md", "status: active", "status: historical").With("organizations/new.md", "status: active", "status: active\npublication: draft")
            .With("organizations/other.md", "  place: [california, virginia]\n", "")
            .With("organizations/other.md", "terms:\n  kind", "locations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    state_province: CA\nterms:\n  kind");

        Assert.Contains("""
            By kind:
              peer-support 2

            By place, where they stand or serve:
              california 2, virginia 1
              none yet: everywhere, arizona, new-mexico, oregon, indiana, massachusetts, utah, kansas, new-york, washington, west-virginia, district-of-columbia

            By community:
              black 2
              none yet: rural

            Summary:
              Organizations: 4 (active 3, unknown 0, closed 0, historical 1)
              Counted above: 2 (left out: historical 1, closed 0, draft 1, archived 0)

            """, _folder.Check().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("locations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    city: Oakland\n    state_province: CA\n", "Oakland, CA")]
    [InlineData("", "virginia")]
    public void What_nobody_can_reach_is_work_to_do_with_its_place(string location, string place)
    {
        _folder.With(CuratedFolder.Circle, "website: https://circle.example.org\n", "")
            .With(CuratedFolder.Circle, "phones:\n  - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01\n    number: 555-010-0199\n    type: voice\n    languages: [english, spanish]\n", location)
            .With(CuratedFolder.Circle, "  kind: [peer-support]\n", "  kind: [peer-support]\n  place: [virginia]\n");

        Assert.Contains($"Work to do: nobody can reach these, although they may help today:\n  good-circle ({place})\n", _folder.Check().Output, StringComparison.Ordinal);
    }
}
