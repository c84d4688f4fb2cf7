using CommunityCare.Backups;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Backups;

/// <summary>One a night, at its hour or when the machine is on again; old ones go, the newest never.</summary>
public sealed class NightlyTests : IAsyncLifetime
{
    private readonly BackupSettings _settings = new() { At = 3, Keep = 7 };
    private Catalogue _catalogue = null!;
    private BackupFolder _backups = null!;
    private NightlyBackup _nightly = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeClock Clock => _catalogue.Clock;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        _backups = new(_catalogue.Data, Clock, NullLogger<BackupFolder>.Instance);
        _nightly = new(_backups, _ => Task.FromResult(_settings), Clock, NullLogger<NightlyBackup>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _nightly.Dispose();
        _backups.Dispose();
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task There_is_one_a_night_and_no_more()
    {
        Assert.True(await AtAsync(22, 12));
        Assert.False(await AtAsync(22, 13));
        Assert.False(await AtAsync(23, 2, 59));
        Assert.True(await AtAsync(23, 3));
        Assert.False(await AtAsync(23, 4));
        Assert.False(await AtAsync(24, 2));

        Assert.Equal(["2026-11-23-030000-nightly.db", "2026-11-22-120000-nightly.db"], _backups.All().Select(b => b.Name));
        Assert.All(_backups.All(), b => Assert.True(_backups.CanBeUsed(b)));
    }

    [Fact]
    public async Task What_an_admin_chooses_counts_from_the_next_look_on()
    {
        _settings.Nightly = false;
        Assert.False(await AtAsync(22, 12));
        (_settings.Nightly, _settings.At) = (true, 14);
        Assert.True(await AtAsync(22, 13));
        Assert.False(await AtAsync(22, 13, 59));
        Assert.True(await AtAsync(22, 14));
    }

    [Fact]
    public async Task A_night_in_which_the_machine_was_off_is_made_up_for()
    {
        Assert.True(await AtAsync(22, 4));

        Assert.True(await AtAsync(25, 17));
        Assert.False(await AtAsync(25, 18));
        Assert.True(await AtAsync(26, 3, 1));
    }

    [Fact]
    public async Task The_hour_is_that_of_the_machines_clock()
    {
        Clock.Zone = TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-8), "west", "west");
        Assert.True(await AtAsync(22, 12));

        Assert.False(await AtAsync(23, 10, 59));
        Assert.True(await AtAsync(23, 11));
    }

    [Fact]
    public async Task Old_ones_go_but_not_what_was_there_before_a_restore()
    {
        await AtAsync(1, 3);
        Clock.Now += TimeSpan.FromHours(1);
        await _backups.MakeAsync(BackupKind.ByHand, Stop);
        await _backups.MakeAsync(BackupKind.BeforeRestore, Stop);
        await File.WriteAllTextAsync(Path.Combine(_backups.Path, "notes.db"), "mine", Stop);
        await AtAsync(2, 3);
        await AtAsync(8, 3);

        await AtAsync(9, 3);

        Assert.Equal(
            ["2026-11-09-030000-nightly.db", "2026-11-08-030000-nightly.db", "2026-11-02-030000-nightly.db", "2026-11-01-040000-before-restore.db"],
            _backups.All().Select(b => b.Name));
        Assert.True(File.Exists(Path.Combine(_backups.Path, "notes.db")));
    }

    [Fact]
    public async Task The_newest_stays_however_old_it_is()
    {
        await AtAsync(1, 3);
        Clock.Now += TimeSpan.FromDays(300);

        _backups.Retire(7);

        Assert.Single(_backups.All());
    }

    [Fact]
    public async Task A_failure_is_told_and_tried_again_in_an_hour()
    {
        await AtAsync(22, 4);
        Harm.Behead(_catalogue.Data.Database);

        Assert.False(await AtAsync(23, 3));
        Assert.Equal(Clock.Now, _backups.FailedAt);
        Assert.Single(_backups.All());
        Assert.Single(Directory.GetFiles(_backups.Path));

        File.Copy(await Catalogue.TemplateAsync(), _catalogue.Data.Database, overwrite: true);
        Assert.False(await AtAsync(23, 3, 59));
        Assert.True(await AtAsync(23, 4));
        Assert.Null(_backups.FailedAt);
    }

    [Fact]
    public async Task One_that_was_cut_short_later_is_seen()
    {
        await AtAsync(22, 4);
        var made = _backups.All().Single();
        Assert.True(_backups.CanBeUsed(made));

        Harm.Truncate(Path.Combine(_backups.Path, made.Name));

        Assert.False(_backups.CanBeUsed(made));
    }

    [Theory]
    [InlineData(24, 14, "At")]
    [InlineData(-1, 14, "At")]
    [InlineData(3, 0, "Keep")]
    public void A_setting_that_cannot_be_is_told(int at, int keep, string name)
    {
        var told = Assert.Throws<StartException>(new BackupSettings { At = at, Keep = keep }.Check);

        Assert.Contains($"CommunityCare__Backups__{name}", told.Message, StringComparison.Ordinal);
    }

    private Task<bool> AtAsync(int day, int hour, int minute = 0)
    {
        Clock.Now = new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
        return _nightly.RunIfDueAsync(Stop);
    }
}
