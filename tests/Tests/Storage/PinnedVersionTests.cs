using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A period is on one version of the form, whoever opens it and whatever is announced about that time; in real storage.</summary>
public sealed class PinnedVersionTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    /// <summary>In the United Kingdom: the clock in London is an hour ahead.</summary>
    private static readonly DateTimeOffset Midnight = new(2026, 8, 31, 23, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Period_OpenedByWhoReadTheProgrammeBeforeAnAnnouncement_IsOnWhatWasAnnounced()
    {
        var test = await PinnedCase.SetUpAsync(storage.Account, heavier: false);
        var evening = new FixedClock(Midnight.AddHours(-2));
        var read = (await test.Programmes.GetAsync(test.Id, Cancellation))!;
        Assert.Null((await test.AnnounceAsync(evening)).Problem);

        // Whoever read the programme in the evening goes on after midnight.
        var opened = await new OpenPeriod(test.Programmes, new PeriodStore(storage.Account), new FixedClock(Midnight)).EnsureAsync(read, PinnedCase.Autumn, Cancellation);

        Assert.Equal(2, opened!.FormVersion);
    }

    [Theory]
    [InlineData(-301, null)]
    [InlineData(-300, "begins within minutes")]
    [InlineData(-1, "begins within minutes")]
    [InlineData(0, "No period is left that has not opened")]
    public async Task Announcement_InTheLastMinutesBeforeItsPeriod_IsRefused(int seconds, string? refused)
    {
        var test = await PinnedCase.SetUpAsync(storage.Account, heavier: false);
        var answer = await test.AnnounceAsync(new FixedClock(Midnight.AddSeconds(seconds)));
        Assert.Equal(refused is null, answer.Problem is null);
        if (refused is not null)
            Assert.Contains(refused, Assert.Single(answer.Problem!.Findings, finding => finding.Place == "from").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-301, true)]
    [InlineData(-300, false)]
    [InlineData(0, false)]
    public async Task Withdrawal_InTheLastMinutesBeforeItsPeriod_IsRefused(int seconds, bool done)
    {
        var test = await PinnedCase.SetUpAsync(storage.Account, heavier: false);
        Assert.Null((await test.AnnounceAsync(new FixedClock(Midnight.AddHours(-2)))).Problem);
        Assert.Equal(done ? null : Catalogue.NotToBeWithdrawn, (await test.WithdrawAsync(new FixedClock(Midnight.AddSeconds(seconds)))).Problem?.Refusal);
    }

    /// <summary>Somebody of a charity, somebody else, the timer and a lead officer at the same moments about midnight; those who open the period have read the programme some time ago.</summary>
    [Fact]
    public void Period_OpenedByAllWhileAVersionIsAnnounced_IsPinnedOnceToAVersionWhoseNoticeHasRun() =>
        Prop.ForAll(Dice.Draws(12), draws => AllAtOnceAsync(new Dice(draws)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private async Task AllAtOnceAsync(Dice dice)
    {
        var (heavier, imposed, weeks, early) = (dice.Once(2), dice.Once(2), dice.Of(0, 12), dice.Once(2));
        var test = await PinnedCase.SetUpAsync(storage.Account, heavier, weeks);
        var (one, other) = (await test.ReadAsync(), await test.ReadAsync());
        var by = imposed ? "The ministry" : null;
        var before = early ? await test.AnnounceAsync(new FixedClock(Midnight - dice.Of(TimeSpan.FromMinutes(6), TimeSpan.FromHours(3))), by) : default(Outcome<Announcement>?);
        // From some milliseconds before midnight on the clock runs, as all see it.
        var clock = new RunningTime(Midnight.AddMilliseconds(-dice.Below(60)));
        var announced = before is { } done ? Task.FromResult(done) : After(dice.Below(40), () => test.AnnounceAsync(clock, by));
        var pinned = await Task.WhenAll(
            After(dice.Below(60), () => test.VersionForAReturnAsync(clock, one)),
            After(dice.Below(60), () => test.VersionForAReturnAsync(clock, other)),
            After(dice.Below(60), () => test.VersionForTheTimerAsync(clock)));
        var outcome = await announced;

        var stands = await test.PinnedAsync();
        // Whoever came before midnight found nothing open; all others found the same.
        Assert.All(pinned.OfType<int>(), version => Assert.Equal(stands, version));
        clock.Pass(Midnight.AddMinutes(1));
        Assert.Equal(await test.VersionForAReturnAsync(clock, one), await test.VersionForTheTimerAsync(clock));
        stands = await test.PinnedAsync();
        Assert.Equal((await test.ReadAsync()).PlannedFormVersion(PinnedCase.Autumn.Id), stands);
        Assert.Equal(outcome.Value is null ? 1 : 2, stands);
        if (outcome.Value is { } version)
        {
            Assert.True(version.On < PinnedCase.Autumn.Start);
            // Without its notice only what somebody imposes, and then nothing new is required.
            Assert.True(version.Earliest <= PinnedCase.Autumn.Start || version.Imposed is { } imposition && await test.NothingHeavierIsRequiredAsync(version, imposition));
        }
    }

    private static async Task<T> After<T>(int milliseconds, Func<Task<T>> deed)
    {
        await Task.Delay(milliseconds, Cancellation);
        return await deed();
    }
}
