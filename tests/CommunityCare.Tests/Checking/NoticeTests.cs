namespace CommunityCare.Tests.Checking;

/// <summary>What holds for a while, and where archived entries lead.</summary>
public sealed class NoticeTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("notice: Closed for August\nnotice_until: 2026-11-21", "the notice ended on 2026-11-21", false)]
    [InlineData("notice: Closed for August", "a notice needs `notice_until`", true)]
    [InlineData("notice_until: 2026-12-24", "`notice_until` needs a `notice`", true)]
    [InlineData("notice: Closed for August\nnotice_until: 2027-11-23", "`notice_until` is 2027-11-23, more than a year ahead", true)]
    [InlineData("publication: archived\nreplaced_by: 7d5e1c1e-0000-4000-8000-000000000000", "which is the id of no organization here", false)]
    [InlineData("replaced_by: 7d5e1c1e-0000-4000-8000-000000000000", "only an archived entry can be `replaced_by` another", true)]
    [InlineData("publication: archived\nreplaced_by: good-circle", "`good-circle` is not the id of an organization", true)]
    public void What_does_not_fit_is_told(string fields, string problem, bool isError)
    {
        With(fields);

        var told = Assert.Single(_folder.Problems(), p => p.Contains(problem, StringComparison.Ordinal));
        Assert.Equal(isError, !told.Contains("warning: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notice: Closed for August\nnotice_until: 2026-11-22")]
    [InlineData("notice: Closed for August\nnotice_until: 2027-11-22")]
    public void A_notice_that_holds_is_fine(string fields)
    {
        With(fields);

        Assert.Equal(0, _folder.Check().Exit);
        Assert.DoesNotContain(_folder.Problems(), p => p.Contains("notice", StringComparison.Ordinal));
    }

    private void With(string fields) => _folder.With(CuratedFolder.Circle, "status: active\n", $"status: active\n{fields}\n");
}
