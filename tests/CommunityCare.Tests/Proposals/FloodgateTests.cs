using System.Net;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Proposals;

public sealed class FloodgateTests
{
    private readonly FakeClock _clock = new();
    private readonly Floodgate _gate;

    public FloodgateTests() => _gate = new(_clock);

    [Fact]
    public void The_whole_site_takes_so_many_an_hour_wherever_they_come_from()
    {
        for (var i = 0; i < Floodgate.FromAll; i++)
        {
            Assert.Null(Wait($"10.0.{i / 250}.{i % 250}"));
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(Floodgate.Window - TimeSpan.FromSeconds(Floodgate.FromAll), Wait("192.0.2.1"));
        _clock.Now += Wait("192.0.2.1")!.Value;
        Assert.Null(Wait("192.0.2.1"));
        Assert.NotNull(Wait("192.0.2.1"));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData(null, null, true)]
    public void A_network_of_one_owner_is_one_address(string? first, string? second, bool isOne)
    {
        for (var i = 0; i < Floodgate.FromOneAddress; i++)
        {
            Assert.Null(Wait(first));
        }

        Assert.Equal(isOne, Wait(second) is not null);
    }

    [Fact]
    public void A_form_that_was_let_through_may_come_again_from_where_it_came()
    {
        var form = Guid.NewGuid();
        for (var i = 0; i < Floodgate.FromOneAddress; i++)
        {
            Assert.Null(_gate.Wait(IPAddress.Parse("192.0.2.1"), i == 0 ? form : Guid.NewGuid()));
        }

        Assert.Null(_gate.Wait(IPAddress.Parse("192.0.2.1"), form));
        Assert.NotNull(Wait("192.0.2.1"));
    }

    private TimeSpan? Wait(string? address) => _gate.Wait(address is null ? null : IPAddress.Parse(address), Guid.NewGuid());
}
