using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class PointerStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly PointerStore _store = new(storage.Account);
    private readonly OrganisationId _provider = Samples.NewProvider();
    private readonly ReturnKey _key = Samples.Return();

    [Fact]
    public async Task Pointer_Put_IsListed()
    {
        var pointer = new Pointer(_provider, _key, ReturnStatus.Resubmitted, 2, 7);
        await _store.PutAsync(pointer, Cancellation);
        await _store.PutAsync(pointer, Cancellation);
        Assert.Equal([pointer], await ListAsync(size: 10));
    }

    [Fact]
    public async Task Pointer_OfAnOlderChange_DoesNotReplaceANewerOne()
    {
        await _store.PutAsync(At(5), Cancellation);
        await _store.PutAsync(At(4), Cancellation);
        Assert.Equal([At(5)], await ListAsync(size: 10));
        await _store.PutAsync(At(6), Cancellation);
        Assert.Equal([At(6)], await ListAsync(size: 10));
    }

    [Fact]
    public async Task Pointer_OvertakenWhileItIsWritten_DoesNotReplaceTheNewerOne()
    {
        await _store.PutAsync(At(1), Cancellation);
        var slow = new PointerStore(storage.ConnectBy(InterruptedTransport.Before(
            request => request.Method != Azure.Core.RequestMethod.Get, () => _store.PutAsync(At(3), Cancellation))));
        await slow.PutAsync(At(2), Cancellation);
        Assert.Equal([At(3)], await ListAsync(size: 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(4000)]
    [InlineData(50000)]
    public async Task Pointers_PutInAnyOrderByManyAtOnce_EndAtTheNewest(int seed)
    {
        var changes = Enumerable.Range(1, 24).ToArray();
        var random = new Random(seed);
        random.Shuffle(changes);
        var stores = Enumerable.Range(0, 3).Select(_ => new PointerStore(storage.Account)).ToArray();
        await Parallel.ForEachAsync(changes, new ParallelOptions { MaxDegreeOfParallelism = random.Next(2, 9) }, async (change, stop) =>
            await stores[change % stores.Length].PutAsync(At(change), stop));
        Assert.Equal([At(24)], await ListAsync(size: 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public async Task Pointers_ListedInPagesOfAnySize_ComeByProgrammePeriodAndAward(int size)
    {
        var keys = new List<ReturnKey>();
        foreach (var period in new[] { Samples.Summer, Samples.Spring })
            foreach (var award in new[] { "ab", "a1", "a-1", "a" })
                keys.Add(_key with { Period = period, Award = new(award) });
        foreach (var key in keys)
            await _store.PutAsync(At(1) with { Key = key }, Cancellation);
        var expected = keys.OrderBy(key => key.Period.Value, StringComparer.Ordinal).ThenBy(key => key.Award.Value, StringComparer.Ordinal);
        Assert.Equal(expected, (await ListAsync(size)).Select(pointer => pointer.Key));
        Assert.Empty((await _store.ListAsync(Samples.NewProvider(), null, 10, Cancellation)).Items);
    }

    private Pointer At(int change) => new(_provider, _key, change % 2 == 0 ? ReturnStatus.Submitted : ReturnStatus.Draft, change / 2, change);

    private async Task<List<Pointer>> ListAsync(int size)
    {
        var all = new List<Pointer>();
        string? after = null;
        do
        {
            var page = await _store.ListAsync(_provider, after, size, Cancellation);
            Assert.InRange(page.Items.Count, 0, size);
            all.AddRange(page.Items);
            after = page.Continuation;
            Assert.True(after is null || after == $"{all[^1].Key.Programme}|{all[^1].Key.Period}|{all[^1].Key.Award}");
        }
        while (after is not null);
        return all;
    }
}
