using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Reading the returns of a whole period, and what reading costs.</summary>
public sealed class ReturnListTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReturnStore _store = new(storage.Account);
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Headers_MoreThanThousand_ComeByAward()
    {
        await SubmitAsync("award-0000");
        var ids = await CopyAsync("h|award-0000", 1_100, id => [$"h|{id}"]);
        Assert.Equal(ids, (await HeadersAsync()).Select(header => header.Key.Award.Value));
    }

    [Fact]
    public async Task Revisions_MoreThanThousand_ComeByAwardAndNumber()
    {
        await SubmitAsync("award-0000");
        var ids = await CopyAsync("r|award-0000!000001", 600, id => [$"r|{id}!000001", $"r|{id}!000002"]);
        var expected = ids.SelectMany(id => id == "award-0000" ? new[] { (id, 1) } : [(id, 1), (id, 2)]);
        var revisions = await _store.RevisionsAsync(_key.Programme, _key.Period, Cancellation).ToListAsync();
        Assert.Equal(expected, revisions.Select(revision => (revision.Key.Award.Value, revision.Number)));
    }

    [Fact]
    public async Task Returns_OfAwardsWhoseIdsBeginAlike_ComeInTheSameOrderEverywhere()
    {
        string[] ids = ["ab", "a1", "a", "B", "a-1", "a--"];
        foreach (var id in ids)
            await SubmitAsync(id);
        var expected = ids.Order(StringComparer.Ordinal);
        Assert.Equal(expected, (await HeadersAsync()).Select(header => header.Key.Award.Value));
        var revisions = await _store.RevisionsAsync(_key.Programme, _key.Period, Cancellation).ToListAsync();
        Assert.Equal(expected, revisions.Select(revision => revision.Key.Award.Value));
    }

    [Theory]
    [InlineData("a", "a1", "a,a-1,a1")]
    [InlineData("a-1", "a-1", "a-1")]
    [InlineData("a-0", "aa", "a-1,a1")]
    [InlineData("b", "z", "")]
    public async Task HeadersBetween_TwoAwards_HasBothEnds(string from, string to, string expected)
    {
        foreach (var id in new[] { "a", "a-1", "a1", "ab" })
            await SubmitAsync(id);
        var headers = await _store.HeadersBetweenAsync(_key.Programme, _key.Period, new AwardId(from), new AwardId(to), Cancellation);
        Assert.Equal(expected, string.Join(',', headers.Select(header => header.Key.Award)));
    }

    [Fact]
    public async Task Headers_OfAPeriodWhoseIdBeginsLikeAnother_KeepApart()
    {
        await SubmitAsync("a");
        await SubmitAsync("b", new PeriodId("2026-q1x"));
        await SubmitAsync("c", new PeriodId("2026-q"));
        Assert.Equal("a", Assert.Single(await HeadersAsync()).Key.Award.Value);
    }

    [Fact]
    public async Task Headers_WhereNobodyStarted_AreNone()
    {
        Assert.Empty(await HeadersAsync());
        Assert.Empty(await _store.RevisionsAsync(_key.Programme, _key.Period, Cancellation).ToListAsync());
    }

    [Fact]
    public async Task Calls_OnOneReturn_TakeThreeRequestsToLoadAndOneToWrite()
    {
        var counting = InterruptedTransport.Never();
        var store = new ReturnStore(storage.ConnectBy(counting));
        Assert.True(await store.TrySaveDraftAsync(Samples.Save(Samples.Header(_key), null, Samples.Section("people"), Samples.Section("money")), Cancellation));
        Assert.Equal(1, counting.Calls);
        var work = await store.LoadAsync(_key, new PeriodId("2025-q4"), Cancellation);
        Assert.Equal(1 + 3, counting.Calls);
        Assert.True(await store.TrySubmitAsync(Samples.Submission(work.Header!, work.HeaderGuard), Cancellation));
        Assert.Equal(1 + 3 + 1, counting.Calls);
    }

    private async Task<List<ReturnHeader>> HeadersAsync() => await _store.HeadersAsync(_key.Programme, _key.Period, Cancellation).ToListAsync();

    private async Task SubmitAsync(string award, PeriodId? period = null)
    {
        var key = _key with { Award = new(award), Period = period ?? _key.Period };
        Assert.True(await _store.TrySubmitAsync(Samples.Submission(Samples.Header(key), null), Cancellation));
    }

    /// <summary>Copies a row to further awards; gives the ids of all.</summary>
    private async Task<List<string>> CopyAsync(string rowKey, int count, Func<string, string[]> keys)
    {
        var row = await storage.Account.Tables.GetTableClient(StorageNames.Returns)
            .GetEntityAsync<TableEntity>($"{_key.Programme}|{_key.Period}", rowKey, cancellationToken: Cancellation);
        var ids = Enumerable.Range(0, count).Select(i => $"award-{i:D4}").ToList();
        await Samples.CopyAsync(storage.Account, StorageNames.Returns, row.Value, ids.Skip(1).SelectMany(keys));
        return ids;
    }
}
