using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class KeptPostStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly string Id = new('a', 64);

    private readonly MemberId _member = MemberId.NewPerson();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private KeptPostStore Store => new(storage.Account);

    [Fact]
    public async Task Post_OnceKept_IsItsMembersUntilItExpiresOrGoes()
    {
        await Store.AddAsync(_member, Id, [1, 2, 3], Samples.Morning.AddDays(7), Cancellation);
        Assert.Equal([1, 2, 3], await Store.GetAsync(_member, Id, Samples.Morning.AddDays(7).AddTicks(-1), Cancellation));
        Assert.Null(await Store.GetAsync(_member, Id, Samples.Morning.AddDays(7), Cancellation));
        Assert.Null(await Store.GetAsync(MemberId.NewPerson(), Id, Samples.Morning, Cancellation));
        await Store.RemoveAsync(_member, Id, Cancellation);
        Assert.Null(await Store.GetAsync(_member, Id, Samples.Morning, Cancellation));
    }

    [Fact]
    public async Task Sweep_OfWhatHasExpired_LeavesTheRest()
    {
        var other = MemberId.NewPerson();
        await Store.AddAsync(_member, Id, [1], Samples.Morning.AddDays(7), Cancellation);
        await Store.AddAsync(other, Id, [2], Samples.Morning.AddDays(8), Cancellation);
        await Store.RemoveExpiredAsync(Samples.Morning.AddDays(7), Cancellation);
        Assert.Null(await Store.GetAsync(_member, Id, Samples.Morning, Cancellation));
        Assert.Equal([2], await Store.GetAsync(other, Id, Samples.Morning, Cancellation));
    }
}
