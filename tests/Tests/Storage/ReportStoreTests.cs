using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class ReportStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReportStore _store = new(storage.Account);
    private readonly ProgrammeId _programme = new(Samples.NewId());

    private ReportState Whole => new(
        Key(Samples.Spring), 8, Samples.Morning, Samples.Morning.AddMinutes(1),
        new PublishedReport(7, Samples.Morning.AddTicks(-7), "0f", "m.json", "w.xlsx", 5_000_000_000, 1_800, 1_750, 3_000_000_000, 12.375, Samples.Morning.AddSeconds(-3)) { Reader = OrganisationId.Parse("GB-LAE-NTT") })
    {
        StaleSince = Samples.Morning.AddSeconds(5),
        AskedAt = Samples.Morning.AddSeconds(-9),
        Progress = new BuildProgress(120, 400),
    };

    private ReportKey Key(PeriodId period) => ReportKey.Of(_programme, period);

    [Fact]
    public async Task State_OfAReportNeverAskedFor_IsNoneWithoutGuard()
    {
        var (state, guard) = await _store.GetAsync(Key(Samples.Spring), Cancellation);
        Assert.Equal(ReportState.None(Key(Samples.Spring)), state);
        Assert.Null(guard);
    }

    [Fact]
    public async Task State_WithEveryField_ComesBackAsItWas()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        var read = await _store.GetAsync(Key(Samples.Spring), Cancellation);
        Assert.Equal(Whole, read.State);
        Assert.Equal(guard, read.Guard);
        Assert.Equal(ReportState.None(Key(Samples.Summer)), (await _store.GetAsync(Key(Samples.Summer), Cancellation)).State);
    }

    [Fact]
    public async Task Published_WithTheRowsOfItsSheets_KeepsThemInStateAndHistory()
    {
        IReadOnlyList<SheetRows> sheets = [new("Answers", 3_000_000_000), new("About", 0)];
        await _store.TryPublishAsync(Whole with { Published = Whole.Published! with { Sheets = sheets } }, null, Cancellation);
        Assert.Equal(sheets, (await _store.GetAsync(Key(Samples.Spring), Cancellation)).State.Published!.Sheets);
        Assert.Equal(sheets, (await _store.GetPublishedAsync(Key(Samples.Spring), 7, Cancellation))!.Sheets);
    }

    [Fact]
    public async Task Parts_OfAReport_AreKeptApartFromItAndFromOneAnother()
    {
        ReportContent[] contents = [ReportContent.Whole, ReportContent.Answers, ReportContent.Over(new IndicatorId("a")), ReportContent.Over(new IndicatorId("a-0"))];
        foreach (var (cut, content) in contents.Index())
            await _store.TryPublishAsync(Whole with { Key = Key(Samples.Spring) with { Content = content }, Published = Whole.Published! with { Cut = cut + 1 } }, null, Cancellation);
        foreach (var (cut, content) in contents.Index())
        {
            var key = Key(Samples.Spring) with { Content = content };
            Assert.Equal(key, (await _store.GetAsync(key, Cancellation)).State.Key);
            Assert.Equal([cut + 1], (await _store.HistoryAsync(key, null, 10, Cancellation)).Items.Select(published => (int)published.Cut));
        }
        var found = await _store.EndingWithAsync(_programme, Samples.Spring, Cancellation).Select(state => state.Key.Content).ToListAsync(Cancellation);
        Assert.Equal(contents.ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public async Task State_WithoutALease_LosesTheOneItHad()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        Assert.NotNull(await _store.TrySaveAsync(Whole with { LeaseUntil = null }, guard, Cancellation));
        Assert.Equal(Whole with { LeaseUntil = null }, (await _store.GetAsync(Key(Samples.Spring), Cancellation)).State);
    }

    [Fact]
    public async Task Save_OnTheGuardOfTheLastSave_GoesOn()
    {
        var guard = await _store.TrySaveAsync(Whole, null, Cancellation);
        for (var cut = 9; cut < 12; cut++)
            guard = await _store.TrySaveAsync(Whole with { LastCut = cut }, Assert.IsType<string>(guard), Cancellation);
        Assert.Equal(11, (await _store.GetAsync(Key(Samples.Spring), Cancellation)).State.LastCut);
    }

    [Fact]
    public async Task Save_OnAnOlderGuard_WritesNothing()
    {
        var old = await _store.TrySaveAsync(Whole, null, Cancellation);
        await _store.TrySaveAsync(Whole with { LastCut = 9 }, old, Cancellation);
        Assert.Null(await _store.TrySaveAsync(Whole with { LastCut = 10 }, old, Cancellation));
        Assert.Null(await _store.TrySaveAsync(Whole with { LastCut = 10 }, null, Cancellation));
        Assert.Equal(9, (await _store.GetAsync(Key(Samples.Spring), Cancellation)).State.LastCut);
    }

    [Fact]
    public async Task Save_ByManyOnTheSameRead_LetsOneThrough()
    {
        var guards = await Task.WhenAll(Enumerable.Range(1, 12).Select(cut =>
            new ReportStore(storage.Account).TrySaveAsync(Whole with { LastCut = cut }, null, Cancellation)));
        var winner = Assert.Single(guards.Index(), save => save.Item is not null);
        Assert.Equal(winner.Index + 1, (await _store.GetAsync(Key(Samples.Spring), Cancellation)).State.LastCut);
    }

    [Fact]
    public async Task EndingWith_APeriod_FindsItsCutsAndSpansAndNothingOfOthers()
    {
        var trust = OrganisationId.Parse("GB-CHC-204279");
        ReportKey[] ending = [Key(Samples.Summer), new(_programme, Samples.Spring, Samples.Summer, null), new(_programme, Samples.Spring, Samples.Summer, trust)];
        foreach (var key in ending.Append(Key(Samples.Spring)))
            await _store.TryPublishAsync(Whole with { Key = key }, null, Cancellation);
        var found = await _store.EndingWithAsync(_programme, Samples.Summer, Cancellation).Select(state => state.Key).ToListAsync(Cancellation);
        Assert.Equal(ending.ToHashSet(), found.ToHashSet());
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task History_OfAReport_HasEveryPublishedOneNewestFirst()
    {
        string? guard = null;
        for (var cut = 1; cut <= 12; cut++)
            guard = await _store.TryPublishAsync(Whole with { Published = Whole.Published! with { Cut = cut } }, guard, Cancellation);
        await _store.TryPublishAsync(Whole with { Key = Key(Samples.Summer), Published = Whole.Published! with { Cut = 99 } }, null, Cancellation);
        var first = await _store.HistoryAsync(Key(Samples.Spring), null, 5, Cancellation);
        var next = await _store.HistoryAsync(Key(Samples.Spring), long.Parse(first.Continuation!, System.Globalization.CultureInfo.InvariantCulture), 100, Cancellation);
        Assert.Equal([12, 11, 10, 9, 8], first.Items.Select(published => published.Cut));
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], next.Items.Select(published => published.Cut));
        Assert.Null(next.Continuation);
        Assert.Equal(Whole.Published! with { Cut = 3 }, await _store.GetPublishedAsync(Key(Samples.Spring), 3, Cancellation));
        Assert.Null(await _store.GetPublishedAsync(Key(Samples.Spring), 99, Cancellation));
    }

    [Fact]
    public async Task Publish_OnAnOlderGuard_LeavesNoHistory()
    {
        var old = await _store.TrySaveAsync(Whole, null, Cancellation);
        await _store.TrySaveAsync(Whole with { LastCut = 9 }, old, Cancellation);
        Assert.Null(await _store.TryPublishAsync(Whole, old, Cancellation));
        Assert.Empty((await _store.HistoryAsync(Key(Samples.Spring), null, 5, Cancellation)).Items);
    }
}
