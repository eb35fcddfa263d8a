using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

public sealed class ForgettingTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private readonly Society _society = new(storage.Account);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_OnceForgotten_HasNoNameAndTheChainIsWhole()
    {
        await _society.AddedAsync();
        var (admin, bob) = (await _society.AdministratorAsync(), await BobAsync());
        await _society.AnnounceAsync("ann", Roles.ProviderLead);
        Assert.Null((await _society.Members.RemoveAsync(_society.Id, bob.Id, bob, Cancellation)).Problem);
        Assert.Null((await _society.Forget.RunAsync(bob.Id, admin, Cancellation)).Problem);
        Assert.Null(await _society.People.GetAsync(bob.Id, Cancellation));
        Assert.Equal(Catalogue.NotFound, (await _society.Forget.RunAsync(bob.Id, admin, Cancellation)).Problem!.Refusal);
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Person_WhoIsStillAMember_IsNotForgotten()
    {
        await _society.AddedAsync();
        var (admin, bob) = (await _society.AdministratorAsync(), await BobAsync());
        Assert.Equal(Catalogue.StillAMember, (await _society.Forget.RunAsync(bob.Id, admin, Cancellation)).Problem!.Refusal);
        Assert.NotNull(await _society.People.GetAsync(bob.Id, Cancellation));
    }

    [Fact]
    public async Task Somebody_WhoIsNoAdministrator_ForgetsNobody()
    {
        await _society.AddedAsync();
        var bob = await BobAsync();
        Assert.Equal(Catalogue.NotFound, (await _society.Forget.RunAsync(bob.Id, bob, Cancellation)).Problem!.Refusal);
        Assert.NotNull(await _society.People.GetAsync(bob.Id, Cancellation));
    }

    private Task<Caller> BobAsync() => _society.AnnounceAsync("bob", Roles.Preparer);
}
