using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class PeriodStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeId _programme = new(Samples.NewId());

    [Fact]
    public async Task Period_Opened_IsReadBackWhole()
    {
        var opened = Opened(formVersion: 3) with { Before = new PeriodId("2025-q4") };
        Assert.Equal(opened, await NewStore().OpenAsync(opened, Cancellation));
        Assert.Equal(opened, await NewStore().GetAsync(_programme, Samples.Spring, Cancellation));
    }

    [Fact]
    public async Task Period_NeverOpened_IsNotThereUntilItIs()
    {
        var store = NewStore();
        Assert.Null(await store.GetAsync(_programme, Samples.Spring, Cancellation));
        await NewStore().OpenAsync(Opened(formVersion: 1), Cancellation);
        Assert.Equal(1, (await store.GetAsync(_programme, Samples.Spring, Cancellation))!.FormVersion);
    }

    [Fact]
    public async Task Period_OpenedByTwentyAtOnceOnDifferentForms_StandsAsTheFirst()
    {
        var stands = await Task.WhenAll(Enumerable.Range(1, 20).Select(version => NewStore().OpenAsync(Opened(version), Cancellation)));
        var first = Assert.Single(stands.Distinct());
        Assert.Equal(first, await NewStore().GetAsync(_programme, Samples.Spring, Cancellation));
        Assert.Equal(first, await NewStore().OpenAsync(Opened(formVersion: 21), Cancellation));
    }

    [Fact]
    public async Task Periods_OfManyProgrammes_AreListedPageByPageEachOnce()
    {
        ProgrammeId[] programmes = [.. Enumerable.Range(0, 3).Select(_ => new ProgrammeId(Samples.NewId()))];
        foreach (var programme in programmes)
            foreach (var period in new[] { Samples.Spring, Samples.Summer })
                await NewStore().OpenAsync(Opened(formVersion: 1) with { Programme = programme, Period = period }, Cancellation);
        var pages = new List<int>();
        var all = await Pages.AllAsync<OpenedPeriod>(
            async (next, stop) =>
            {
                var page = await NewStore().ListAsync(next, 2, stop);
                pages.Add(page.Items.Count);
                return page;
            },
            Cancellation).ToListAsync();
        Assert.Equal(
            programmes.SelectMany(programme => new[] { (programme, Samples.Spring), (programme, Samples.Summer) }).ToHashSet(),
            all.Select(period => (period.Programme, period.Period)).Where(period => programmes.Contains(period.Programme)).ToHashSet());
        Assert.Equal(all.Count, all.DistinctBy(period => (period.Programme, period.Period)).Count());
        Assert.All(pages, count => Assert.InRange(count, 0, 2));
        Assert.True(pages.Count >= 3);
    }

    [Fact]
    public async Task Closing_MarkedAsHandled_IsSeenByAllAndChangesNothingElse()
    {
        var (here, elsewhere) = (NewStore(), NewStore());
        var opened = await here.OpenAsync(Opened(formVersion: 3), Cancellation);
        await here.MarkCloseHandledAsync(_programme, Samples.Spring, Cancellation);
        Assert.Equal(opened with { CloseHandled = true }, await here.GetAsync(_programme, Samples.Spring, Cancellation));
        Assert.Equal(opened with { CloseHandled = true }, await elsewhere.GetAsync(_programme, Samples.Spring, Cancellation));
        Assert.Equal(opened with { CloseHandled = true }, await NewStore().OpenAsync(Opened(formVersion: 4), Cancellation));
    }

    [Fact]
    public async Task Closing_OfAPeriodNeverOpened_Fails()
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => NewStore().MarkCloseHandledAsync(_programme, Samples.Spring, Cancellation));
        Assert.Equal(404, error.Status);
    }

    /// <summary>Each has its own memory, as each instance of the app has.</summary>
    private PeriodStore NewStore() => new(storage.Account);

    private OpenedPeriod Opened(int formVersion) =>
        new(_programme, Samples.Spring, formVersion, null, Samples.Morning.AddSeconds(formVersion), Samples.Morning.AddDays(120));
}
