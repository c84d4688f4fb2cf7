namespace CommunityCare.Tests.Checking;

public sealed class DateTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("founded: 2027", 5, "`founded` is 2027, and today is 2026-11-22; write the year in which it began, or leave it out")]
    [InlineData("as_of: 2027", 17, "`as_of` is 2027, and today is 2026-11-22; write the date of the newest page that the facts rest on, or leave it out")]
    [InlineData("as_of: 2026-12", 17, "`as_of` is 2026-12, ")]
    [InlineData("as_of: 2026-11-23", 17, "`as_of` is 2026-11-23, ")]
    [InlineData("compiled: 2026-11-23", 17, "`compiled` is 2026-11-23, and today is 2026-11-22; write the day on which the entry was put together")]
    [InlineData("edited: 2026-11-23", 17, "`edited` is 2026-11-23, and today is 2026-11-22; write the day on which a person last edited it, or leave it out")]
    [InlineData("verified:\n  on: 2026-11-23\n  by: Ana\n  how: called", 18,
        "`verified.on` is 2026-11-23, and today is 2026-11-22; write the day on which the person checked, or leave `verified` out")]
    public void A_date_that_has_not_come_is_an_error(string field, int line, string problem)
    {
        With(field);

        Assert.StartsWith($"organizations/good-circle.md:{line}: {problem}", _folder.TheProblem(), StringComparison.Ordinal);
        Assert.Equal(1, _folder.Check().Exit);
    }

    [Theory]
    [InlineData("founded: 2026")]
    [InlineData("as_of: 2026")]
    [InlineData("as_of: 2026-11")]
    [InlineData("as_of: 2026-11-22")]
    [InlineData("compiled: 2026-11-22")]
    [InlineData("edited: 2026-11-22")]
    [InlineData("verified:\n  on: 2026-11-22\n  by: Ana\n  how: called")]
    public void Today_has_come(string field)
    {
        With(field);

        Assert.Empty(_folder.Problems());
    }

    // Each field where the canonical form has it.
    private void With(string field) => _ = field.StartsWith("founded", StringComparison.Ordinal)
        ? _folder.With(CuratedFolder.Circle, "status: active\n", $"status: active\n{field}\n")
        : _folder.With(CuratedFolder.Circle, "sources:\n", $"{field}\nsources:\n");
}
