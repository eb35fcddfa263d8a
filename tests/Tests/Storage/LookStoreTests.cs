using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class LookStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly OrganisationId Council = OrganisationId.Parse("GB-LAE-TWH");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly LookStore _store = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Looks_OfManyDays_ComeNewestFirstReportsAmongThem()
    {
        Look[] looks = [Look(5, LookKind.Downloaded), Look(4, LookKind.DownloadedInReport), Look(3), Look(2, LookKind.DownloadedInReport), Look(1)];
        foreach (var look in looks.Reverse())
            if (look.Kind == LookKind.DownloadedInReport)
                await _store.AddAsync(ReportKey.Of(_key.Programme, _key.Period), [_key.Period], look, Cancellation);
            else
                await _store.AddAsync(_key, look, Cancellation);
        Assert.Equal(looks, await OfAsync(_key));
    }

    [Fact]
    public async Task Look_ByTheSameMemberOnADay_IsThereOnce()
    {
        await _store.AddAsync(_key, Look(1), Cancellation);
        await _store.AddAsync(_key, Look(1), Cancellation);
        await new LookStore(storage.Account).AddAsync(_key, Look(1), Cancellation);
        Assert.Equal([Look(1)], await OfAsync(_key));
        await _store.AddAsync(_key, Look(1, LookKind.Downloaded), Cancellation);
        await _store.AddAsync(_key, Look(1) with { By = MemberId.NewPerson() }, Cancellation);
        await _store.AddAsync(_key, Look(1) with { For = Samples.Charity }, Cancellation);
        Assert.Equal(4, (await OfAsync(_key)).Count);
    }

    [Fact]
    public async Task Look_WrittenByThisInstanceToday_CostsNoSecondCall()
    {
        var counted = InterruptedTransport.Never();
        var store = new LookStore(storage.ConnectBy(counted));
        await store.AddAsync(_key, Look(1), Cancellation);
        await store.AddAsync(_key, Look(1), Cancellation);
        Assert.Equal(1, counted.Calls);
        await store.AddAsync(_key, Look(2), Cancellation);
        Assert.Equal(2, counted.Calls);
    }

    [Fact]
    public async Task Look_ThatCouldNotBeWritten_IsWrittenTheNextTime()
    {
        var killed = InterruptedTransport.Before(_ => true, () => throw new InvalidOperationException("killed"));
        var store = new LookStore(storage.ConnectBy(killed));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.AddAsync(_key, Look(1), Cancellation));
        await store.AddAsync(_key, Look(1), Cancellation);
        Assert.Equal([Look(1)], await OfAsync(_key));
    }

    [Fact]
    public async Task Looks_AtAwardsWhoseIdsBeginAlike_KeepApart()
    {
        string[] awards = ["a", "a-1", "a1", "ab"];
        foreach (var (place, award) in awards.Index())
            await _store.AddAsync(_key with { Award = new AwardId(award) }, Look(place + 1), Cancellation);
        foreach (var (place, award) in awards.Index())
            Assert.Equal([Look(place + 1)], await OfAsync(_key with { Award = new AwardId(award) }));
    }

    [Fact]
    public async Task ReportOverSeveralPeriods_OnceDownloaded_IsALookAtEach()
    {
        var look = Look(1, LookKind.DownloadedInReport);
        await _store.AddAsync(new ReportKey(_key.Programme, Samples.Spring, Samples.Summer, null), [Samples.Spring, Samples.Summer], look, Cancellation);
        Assert.Equal([look], await OfAsync(_key));
        Assert.Equal([look], await OfAsync(_key with { Period = Samples.Summer, Award = new AwardId("any") }));
    }

    private static Look Look(int day, LookKind kind = LookKind.Viewed) => new(new DateOnly(2026, 7, day), Samples.Ann, Council, kind);

    private async Task<List<Look>> OfAsync(ReturnKey key) => await _store.OfAsync(key, Cancellation).ToListAsync();
}
