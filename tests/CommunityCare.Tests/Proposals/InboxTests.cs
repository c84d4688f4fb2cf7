using CommunityCare.Proposals;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Proposals;

/// <summary>What becomes of a proposal once it is there.</summary>
public sealed class InboxTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _catalogue = await Catalogue.NewAsync();

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Those_that_wait_are_counted_and_the_oldest_comes_first()
    {
        await _catalogue.SaveAsync(Samples.Organization("open-door"));
        await KeepAsync("second", p => p.EntryId = Ids.Of("open-door"), days: 2);
        await KeepAsync("first", days: 1);
        await KeepAsync("closed", days: 0);
        await CloseAsync("closed", ProposalState.Declined);

        await using var db = _catalogue.Db();
        var inbox = Box(db);
        Assert.Equal(2, await inbox.WaitingAsync(Stop));
        Assert.Equal([(Ids.Of("first"), null), (Ids.Of("second"), "Name of open-door")], (await inbox.ListAsync(10, Stop)).Select(w => (w.Proposal.Id, w.EntryName)));
        Assert.Single(await inbox.ListAsync(1, Stop));
        Assert.Equal("open-door", (await inbox.FindAsync(Ids.Of("second"), Stop))!.Value.Entry!.Slug);
        Assert.Null(await inbox.FindAsync(Ids.Of("nobody"), Stop));
    }

    [Fact]
    public async Task Whoever_answers_first_answers_and_the_contact_is_forgotten()
    {
        await KeepAsync("one");

        Assert.True(await CloseAsync("one", ProposalState.Accepted, "ana", "called them"));
        Assert.False(await CloseAsync("one", ProposalState.Declined, "ben", "spam"));
        Assert.False(await CloseAsync("nobody", ProposalState.Declined));

        var closed = await OneAsync("one");
        Assert.Equal((ProposalState.Accepted, "ana", "called them", _catalogue.Clock.Now.UtcDateTime, null), (closed.State, closed.ClosedBy, closed.Why, closed.ClosedAt, closed.Contact));
        Assert.Equal("Nobody answers.", closed.Message);
    }

    [Fact]
    public async Task What_was_answered_is_not_changed_by_a_form_that_is_sent_again()
    {
        await KeepAsync("one");
        await CloseAsync("one", ProposalState.Declined);

        await KeepAsync("one", p => (p.Message, p.Contact) = ("Changed", "again@example.org"));

        Assert.Equal(("Nobody answers.", null), await OneAsync("one") is var one ? (one.Message, one.Contact) : default);
    }

    [Fact]
    public async Task Ninety_days_after_its_answer_it_is_deleted_and_not_a_day_before()
    {
        await KeepAsync("closed");
        await KeepAsync("waiting");
        await CloseAsync("closed", ProposalState.Declined);

        _catalogue.Clock.Now += Inbox.KeptAfterwards;
        Assert.Equal(0, await ForgetAsync());
        _catalogue.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(1, await ForgetAsync());

        Assert.Equal(Ids.Of("waiting"), Assert.Single(await _catalogue.ReadAsync(db => db.Proposals.ToListAsync(Stop))).Id);
    }

    [Fact]
    public async Task It_changes_nothing_in_the_catalogue()
    {
        await _catalogue.SaveAsync(Samples.Organization("open-door"));
        var stamp = await _catalogue.StampAsync();

        await KeepAsync("one", p => p.EntryId = Ids.Of("open-door"));
        await CloseAsync("one", ProposalState.Accepted);

        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    private async Task KeepAsync(string name, Action<Proposal>? change = null, int days = 0)
    {
        var proposal = new Proposal
        {
            Id = Ids.Of(name),
            Kind = ProposalKind.Problem,
            Message = "Nobody answers.",
            Contact = "sam@example.org",
            Since = _catalogue.Clock.Now.UtcDateTime.AddDays(days),
        };
        change?.Invoke(proposal);
        await using var db = _catalogue.Db();
        await Box(db).KeepAsync(proposal, Stop);
    }

    private async Task<bool> CloseAsync(string name, ProposalState state, string who = "ana", string? why = null)
    {
        await using var db = _catalogue.Db();
        return await Box(db).CloseAsync(Ids.Of(name), state, who, why, Stop);
    }

    private async Task<int> ForgetAsync()
    {
        await using var db = _catalogue.Db();
        return await Box(db).ForgetAsync(Stop);
    }

    private Task<Proposal> OneAsync(string name) => _catalogue.ReadAsync(db => db.Proposals.SingleAsync(p => p.Id == Ids.Of(name), Stop));

    private Inbox Box(CareDb db) => new(db, _catalogue.Gate, _catalogue.Clock);
}
