using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

/// <summary>What lists read of a programme's awards, kept together.</summary>
public sealed class BriefTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeStore _store = new(storage.Account);
    private readonly ProgrammeId _programme = new(Samples.NewId());

    [Fact]
    public async Task Briefs_OfAwardsThatChange_SayWhatTheAwardsSay()
    {
        var partner = new NamedOrganisation(Samples.NewProvider(), "A neighbour");
        foreach (var id in new[] { "ab", "a1", "a", "B", "a-1" })
            await _store.PutAwardAsync(Samples.Award(_programme, id), Cancellation);
        await AssertTrueAsync();
        await _store.PutAwardAsync(Samples.Award(_programme, "a1", "Breakfast club") with { EndedOn = new DateOnly(2026, 12, 31), Partners = [partner] }, Cancellation);
        await _store.PutAwardAsync(Samples.Award(_programme, "a0") with { Project = null }, Cancellation);
        await AssertTrueAsync();
        await _store.RebuildBriefsAsync(_programme, Cancellation);
        await AssertTrueAsync();
        Assert.Equal(["b~"], await GatheredRowsAsync());
    }

    [Fact]
    public async Task Briefs_OfMoreAwardsThanReadersPutUpWith_AreReadInOneRequest()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => _store.PutAwardAsync(Samples.Award(_programme, $"a-{number}"), Cancellation)));
        var counting = InterruptedTransport.Never();
        var store = new ProgrammeStore(storage.ConnectBy(counting));
        Assert.Equal(60, (await store.BriefsAsync(_programme, Cancellation)).Count);
        Assert.Equal(["b~"], await GatheredRowsAsync());
        var before = counting.Calls;
        Assert.Equal(60, (await store.BriefsAsync(_programme, Cancellation)).Count);
        Assert.Equal(before + 1, counting.Calls);
        await AssertTrueAsync();
    }

    [Fact]
    public async Task Briefs_OfAwardsStoredBeforeTheyWereKept_AreMadeFromTheAwards()
    {
        await _store.PutAwardAsync(Samples.Award(_programme, "a"), Cancellation);
        await _store.PutAwardAsync(Samples.Award(_programme, "b"), Cancellation);
        foreach (var row in await GatheredRowsAsync())
            await storage.Account.Tables.GetTableClient(StorageNames.Programmes).DeleteEntityAsync(_programme.Value, row, cancellationToken: Cancellation);
        await AssertTrueAsync();
        Assert.Equal(["b~"], await GatheredRowsAsync());
    }

    private async Task AssertTrueAsync()
    {
        var awards = await Pages.AllAsync<Award>((next, stop) => _store.ListAwardsAsync(_programme, next, 10, stop), Cancellation).ToListAsync();
        foreach (var store in new[] { _store, new ProgrammeStore(storage.Account) })
            Assert.Equal(awards.Select(award => Samples.Text(AwardBrief.Of(award))), (await store.BriefsAsync(_programme, Cancellation)).Select(Samples.Text));
    }

    private async Task<List<string>> GatheredRowsAsync() =>
        [.. (await Samples.RowsAsync(storage.Account, StorageNames.Programmes, _programme.Value)).Select(row => row.RowKey).Where(key => key.StartsWith('b'))];
}
