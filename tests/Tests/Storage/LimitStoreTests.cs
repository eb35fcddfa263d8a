using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage;

public sealed class LimitStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly LimitStore _store = new(storage.Account);
    private readonly string _key = Samples.NewId();

    [Fact]
    public async Task Take_UntilNoneIsLeft_GetsWhatThereIs()
    {
        Assert.Equal(10, await TakeAsync(_store, 10));
        Assert.Equal(10, await TakeAsync(_store, 10));
        Assert.Equal(5, await TakeAsync(_store, 10));
        Assert.Equal(0, await TakeAsync(_store, 10));
    }

    [Fact]
    public async Task Take_ByTwoInstancesAtOnce_GetsNoMoreThanThereIs()
    {
        LimitStore[] instances = [new(storage.Account), new(storage.Account)];
        var got = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => TakeAsync(instances[i % 2], 3)));
        Assert.Equal(25, got.Sum());
    }

    [Fact]
    public async Task Take_InTheNextWindow_BeginsAnewInTheSameRow()
    {
        Assert.Equal(25, await TakeAsync(_store, 25));
        Assert.Equal(0, await TakeAsync(_store, 1));
        Assert.Equal(25, await TakeAsync(_store, 30, minute: 1));
        var partition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_key)));
        var row = Assert.Single(await Samples.RowsAsync(storage.Account, StorageNames.Limits, partition));
        Assert.Equal((Samples.Morning.AddMinutes(1), 25), (row.GetDateTimeOffset("Window"), row.GetInt32("Taken")));
    }

    [Fact]
    public async Task Take_ByAClockThatIsBehind_CountsInTheNewerWindow()
    {
        Assert.Equal(20, await TakeAsync(_store, 20, minute: 1));
        Assert.Equal(5, await TakeAsync(_store, 20));
        Assert.Equal(0, await TakeAsync(_store, 20, minute: 1));
    }

    [Fact]
    public async Task Keys_OfTheTable_SayNothing()
    {
        await TakeAsync(_store, 1);
        Assert.All(await RowsAsync(), row => Assert.DoesNotContain(_key, row.PartitionKey + row.RowKey, StringComparison.Ordinal));
        Assert.Equal(1, await _store.TakeAsync(_key + "-other", Samples.Morning, 1, 1, Cancellation));
    }

    private Task<int> TakeAsync(LimitStore store, int block, int minute = 0) => store.TakeAsync(_key, Samples.Morning.AddMinutes(minute), block, 25, Cancellation);

    private async Task<List<TableEntity>> RowsAsync() =>
        await storage.Account.Tables.GetTableClient(StorageNames.Limits).QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync();
}
