using CommunityCare.Catalog;

namespace CommunityCare.Tests.Documents;

public sealed class NoticeFieldTests
{
    private const string Fields = "notice: Closed for August\nnotice_until: 2026-08-31\npublication: archived\nreplaced_by: 7d5e1c1e-0000-4000-8000-000000000000\n";
    private const string Spanish = "---\nnotice: Cerrado en agosto\n---\n";

    [Fact]
    public void A_notice_its_day_and_a_replacement_are_read_and_written_in_canonical_form()
    {
        var text = Sample.With("status: active\n", "status: active\n" + Fields);

        var (entry, problems) = Sample.Read(text, Spanish);

        Assert.Empty(problems);
        Assert.Equal(("Closed for August", new DateOnly(2026, 8, 31), new Guid("7d5e1c1e-0000-4000-8000-000000000000")), (entry.Notice, entry.NoticeUntil, entry.ReplacedBy));
        Assert.Equal(Sample.Texts(text, Spanish), Sample.Write(entry));
    }

    [Theory]
    [InlineData("notice: x\n", "needs `notice_until`")]
    [InlineData("notice_until: 2026-08-31\n", "needs a `notice`")]
    [InlineData("notice: x\nnotice_until: soon\n", "`soon` is not a day")]
    [InlineData("publication: archived\nreplaced_by: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11\n", "cannot be `replaced_by` itself")]
    [InlineData("publication: draft\nreplaced_by: 7d5e1c1e-0000-4000-8000-000000000000\n", "only an archived entry")]
    [InlineData("publication: archived\nreplaced_by: 00000000-0000-0000-0000-000000000000\n", "is not the id of an organization")]
    public void What_does_not_go_together_is_told(string fields, string problem) =>
        Assert.Contains(problem, string.Join('\n', Sample.ProblemsOf(Sample.With("status: active\n", "status: active\n" + fields))), StringComparison.Ordinal);

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void It_holds_until_the_end_of_its_day(int day, bool holds) => Assert.Equal(
        holds, new Organization { Notice = "Closed", NoticeUntil = new(2026, 8, 31) }.HasNotice(new DateOnly(2026, 8, 1).AddDays(day - 1)));
}
