using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

public sealed class SessionStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FixedClock _clock = new(Samples.Morning);
    private readonly MemberId _member = MemberId.NewPerson();

    private SessionStore Store => new(storage.Account, _clock);

    [Fact]
    public async Task Session_OnceAdded_IsReadBackByItsIdAlone()
    {
        var session = Session() with { ActingFor = "GB-CHC-1044239", Address = "192.0.2.17", AddressHeader = "X-Forwarded-For", UserAgent = "Mozilla/5.0" };
        await Store.AddAsync("secret", session, Cancellation);
        Assert.Equal(Samples.Text(session with { Key = SessionStore.KeyOf("secret") }), Samples.Text(await Store.GetAsync(_member, "secret", Cancellation)));
        Assert.Null(await Store.GetAsync(_member, "other", Cancellation));
        Assert.Null(await Store.GetAsync(MemberId.NewPerson(), "secret", Cancellation));
        var row = Assert.Single(await Samples.RowsAsync(storage.Account, StorageNames.Sessions, _member.Value));
        Assert.DoesNotContain("secret", row.RowKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserAgent_OfAnyLength_IsCutShort()
    {
        await Store.AddAsync("one", Session() with { UserAgent = new string('a', 5_000) }, Cancellation);
        Assert.Equal(200, (await Store.GetAsync(_member, "one", Cancellation))!.UserAgent!.Length);
    }

    [Fact]
    public async Task Session_WhenItExpires_IsAsNoneAndRemoved()
    {
        await Store.AddAsync("one", Session(), Cancellation);
        _clock.Now = Samples.Morning.AddMinutes(30).AddTicks(-1);
        Assert.NotNull(await Store.GetAsync(_member, "one", Cancellation));
        _clock.Now = Samples.Morning.AddMinutes(30);
        Assert.Null(await Store.GetAsync(_member, "one", Cancellation));
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.Sessions, _member.Value));
    }

    [Fact]
    public async Task Sessions_LeftToExpire_AreRemovedAtTheNextSignIn()
    {
        await Store.AddAsync("one", Session(), Cancellation);
        _clock.Now = Samples.Morning.AddHours(1);
        await Store.AddAsync("two", Session(), Cancellation);
        Assert.Single(await Samples.RowsAsync(storage.Account, StorageNames.Sessions, _member.Value));
    }

    [Fact]
    public async Task Renewed_Session_LastsLongerAndKeepsTheRest()
    {
        await Store.AddAsync("one", Session() with { Address = "192.0.2.17" }, Cancellation);
        Assert.True(await Store.ActForAsync(_member, "one", "GB-LAE-TWH", Cancellation));
        Assert.True(await Store.RenewAsync(_member, "one", [9], Samples.Morning.AddHours(1), Cancellation));
        var renewed = (await Store.GetAsync(_member, "one", Cancellation))!;
        Assert.Equal([9], renewed.Ticket);
        Assert.Equal((Samples.Morning, Samples.Morning.AddHours(1), "192.0.2.17", "GB-LAE-TWH"), (renewed.Started, renewed.Expires, renewed.Address, renewed.ActingFor));
    }

    [Fact]
    public async Task Removed_Session_IsNotBegunAgainByARenewal()
    {
        await Store.AddAsync("one", Session(), Cancellation);
        await Store.RemoveAsync(_member, "one", Cancellation);
        await Store.RemoveAsync(_member, "one", Cancellation);
        Assert.False(await Store.RenewAsync(_member, "one", [9], Samples.Morning.AddHours(1), Cancellation));
        Assert.False(await Store.ActForAsync(_member, "one", "GB-LAE-TWH", Cancellation));
        Assert.Null(await Store.GetAsync(_member, "one", Cancellation));
    }

    [Fact]
    public async Task Sessions_OfAMember_AreListedAndEndTogether()
    {
        var other = MemberId.NewPerson();
        await Store.AddAsync("one", Session(), Cancellation);
        _clock.Now = Samples.Morning.AddMinutes(1);
        await Store.AddAsync("two", Session(), Cancellation);
        await Store.AddAsync("three", Session() with { Member = other }, Cancellation);
        Assert.Equal([Samples.Morning.AddMinutes(1), Samples.Morning], (await Store.ListAsync(_member, Cancellation)).Select(session => session.Started));
        await Store.RemoveAllAsync(_member, Cancellation);
        Assert.Empty(await Store.ListAsync(_member, Cancellation));
        Assert.Single(await Store.ListAsync(other, Cancellation));
    }

    private StoredSession Session() => new(_member, [1, 2, 3], _clock.Now, _clock.Now.AddMinutes(30));
}
