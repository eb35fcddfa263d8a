using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class ReportStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReportStore _store = new(storage.Account);
    private readonly ProgrammeId _programme = new(Samples.NewId());

    private ReportState Whole => new(
        _programme, Samples.Spring, 8, Samples.Morning, Samples.Morning.AddMinutes(1),
        new PublishedReport(7, Samples.Morning.AddTicks(-7), "0f", "m.json", "w.xlsx", 5_000_000_000, 1_800, 1_750, 3_000_000_000, 12.375, Samples.Morning.AddSeconds(-3)));

    [Fact]
    public async Task State_OfAReportNeverAskedFor_IsNoneWithoutGuard()
    {
        var (state, guard) = await _store.GetAsync(_programme, Samples.Spring, Cancellation);
        Assert.Equal(ReportState.None(_programme, Samples.Spring), state);
        Assert.Null(guard);
    }

    [Fact]
    public async Task State_WithEveryField_ComesBackAsItWas()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        var read = await _store.GetAsync(_programme, Samples.Spring, Cancellation);
        Assert.Equal(Whole, read.State);
        Assert.Equal(guard, read.Guard);
        Assert.Equal(ReportState.None(_programme, Samples.Summer), (await _store.GetAsync(_programme, Samples.Summer, Cancellation)).State);
    }

    [Fact]
    public async Task State_WithoutALease_LosesTheOneItHad()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        Assert.NotNull(await _store.TrySaveAsync(Whole with { LeaseUntil = null }, guard, Cancellation));
        Assert.Equal(Whole with { LeaseUntil = null }, (await _store.GetAsync(_programme, Samples.Spring, Cancellation)).State);
    }

    [Fact]
    public async Task Save_OnTheGuardOfTheLastSave_GoesOn()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        for (var cut = 9; cut < 12; cut++)
            guard = await _store.TrySaveAsync(Whole with { LastCut = cut }, Assert.IsType<string>(guard), Cancellation);
        Assert.Equal(11, (await _store.GetAsync(_programme, Samples.Spring, Cancellation)).State.LastCut);
    }

    [Fact]
    public async Task Save_OnAnOlderGuard_WritesNothing()
    {
        var old = await _store.TrySaveAsync(Whole, null, Cancellation);
        await _store.TrySaveAsync(Whole with { LastCut = 9 }, old, Cancellation);
        Assert.Null(await _store.TrySaveAsync(Whole with { LastCut = 10 }, old, Cancellation));
        Assert.Null(await _store.TrySaveAsync(Whole with { LastCut = 10 }, null, Cancellation));
        Assert.Equal(9, (await _store.GetAsync(_programme, Samples.Spring, Cancellation)).State.LastCut);
    }

    [Fact]
    public async Task Save_ByManyOnTheSameRead_LetsOneThrough()
    {
        var guards = await Task.WhenAll(Enumerable.Range(1, 12).Select(cut =>
            new ReportStore(storage.Account).TrySaveAsync(Whole with { LastCut = cut }, null, Cancellation)));
        var winner = Assert.Single(guards.Index(), save => save.Item is not null);
        Assert.Equal(winner.Index + 1, (await _store.GetAsync(_programme, Samples.Spring, Cancellation)).State.LastCut);
    }
}
