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

    private static readonly SectionId Reach = new("reach");
    private static readonly SectionId Voices = new("voices");
    private static readonly IndicatorId Helped = new("helped");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly LookStore _store = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Looks_OfManyDays_ComeNewestFirstReportsAmongThem()
    {
        Look[] looks = [Look(5, LookKind.Downloaded), Look(4, LookKind.DownloadedInReport), Look(3), Look(2, LookKind.DownloadedInReport), Look(1)];
        foreach (var look in looks.Reverse())
            if (look.Kind == LookKind.DownloadedInReport)
                await _store.AddAsync(ReportKey.Of(_key.Programme, _key.Period), Of(_key.Period), look, Cancellation);
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
        await _store.AddAsync(new ReportKey(_key.Programme, Samples.Spring, Samples.Summer, null), Of(Samples.Spring, Samples.Summer), look, Cancellation);
        Assert.Equal([look], await OfAsync(_key));
        Assert.Equal([look], await OfAsync(_key with { Period = Samples.Summer, Award = new AwardId("any") }));
    }

    [Fact]
    public async Task Look_ThatShowsSomething_IsCountedOnceHoweverOftenItIsNoted()
    {
        Showing opened = new([Reach, Voices], []);
        await _store.AddAsync(_key, Look(1), opened, Cancellation);
        await _store.AddAsync(_key, Look(1), opened, Cancellation);
        await new LookStore(storage.Account).AddAsync(_key, Look(1), opened, Cancellation);
        await _store.AddAsync(_key, Look(2), new Showing([Reach], []), Cancellation);
        await _store.AddAsync(_key, Look(2, LookKind.Downloaded), new Showing([], [Helped]), Cancellation);
        await _store.AddAsync(_key, Look(2) with { For = Samples.Charity }, opened, Cancellation);
        await _store.AddAsync(new ReportKey(_key.Programme, Samples.Spring, Samples.Summer, null), Of(Samples.Spring, Samples.Summer), Look(2, LookKind.DownloadedInReport), Cancellation);
        var counts = (await CountsAsync()).ToDictionary(count => count.Funder);
        Assert.Equal((2, 1, 2), (counts[Council].Opened[Reach], counts[Council].Opened[Voices], counts[Council].Downloaded[Helped]));
        Assert.Equal((1, 0), (counts[Samples.Charity].Opened[Reach], counts[Samples.Charity].Downloaded.Count));
        Assert.Equal([(Council, 1)], (await _store.CountsAsync(_key.Programme, Samples.Summer, Cancellation)).Select(count => (count.Funder, count.Downloaded[Helped])));
        // What counts nothing keeps the mark, and what was noted without counting is counted once it shows something.
        await _store.AddAsync(_key, Look(1), Cancellation);
        await _store.AddAsync(_key, Look(3), Cancellation);
        await new LookStore(storage.Account).AddAsync(_key, Look(1), opened, Cancellation);
        await new LookStore(storage.Account).AddAsync(_key, Look(3), opened, Cancellation);
        Assert.Equal(3, (await CountsAsync()).Single(count => count.Funder == Council).Opened[Reach]);
    }

    [Fact]
    public async Task Looks_OfManyAtOnce_AreAllCounted()
    {
        var people = Enumerable.Range(0, 12).Select(_ => MemberId.NewPerson()).ToList();
        await Task.WhenAll(people.Select(person => new LookStore(storage.Account).AddAsync(_key, Look(1) with { By = person }, new Showing([Reach], []), Cancellation)));
        Assert.Equal(12, Assert.Single(await CountsAsync()).Opened[Reach]);
        Assert.Equal(12, (await OfAsync(_key)).Count);
    }

    [Fact]
    public async Task Look_CutOffBeforeAnyCall_IsCountedOnceTheNextTime()
    {
        for (var call = 1; call <= 3; call++)
        {
            var seen = 0;
            var killed = InterruptedTransport.Before(_ => Interlocked.Increment(ref seen) == call, () => throw new InvalidOperationException("killed"));
            var store = new LookStore(storage.ConnectBy(killed));
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.AddAsync(_key, Look(call), new Showing([Reach], []), Cancellation));
            await store.AddAsync(_key, Look(call), new Showing([Reach], []), Cancellation);
        }
        Assert.Equal(3, Assert.Single(await CountsAsync()).Opened[Reach]);
    }

    private Task<IReadOnlyList<ShowingCount>> CountsAsync() => _store.CountsAsync(_key.Programme, _key.Period, Cancellation);

    private static Dictionary<PeriodId, Showing> Of(params PeriodId[] periods) => periods.ToDictionary(period => period, _ => new Showing([], [Helped]));

    private static Look Look(int day, LookKind kind = LookKind.Viewed) => new(new DateOnly(2026, 7, day), Samples.Ann, Council, kind);

    private async Task<List<Look>> OfAsync(ReturnKey key) => await _store.OfAsync(key, Cancellation).ToListAsync();
}
