using Azure.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class PeopleStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly PeopleStore _store = new(storage.Account);
    private readonly Identity _identity = new("https://sign-in.example/", Samples.NewId());

    [Fact]
    public async Task SignIn_ForTheFirstTime_MakesAPerson()
    {
        var ann = await SignInAsync();
        Assert.StartsWith("p-", ann.Id.Value, StringComparison.Ordinal);
        Assert.Equal(new Person(ann.Id, "Ann Lee", "ann@example.org", Samples.Morning), await _store.GetAsync(ann.Id, Cancellation));
    }

    [Fact]
    public async Task SignIn_Again_IsTheSamePersonWithTheNewestName()
    {
        var ann = await SignInAsync();
        var again = await _store.SignInAsync(_identity, "Ann Hill", null, Samples.Morning.AddDays(1), Cancellation);
        Assert.Equal(new Person(ann.Id, "Ann Hill", null, Samples.Morning.AddDays(1)), again);
        Assert.Equal(again, await new PeopleStore(storage.Account).GetAsync(ann.Id, Cancellation));
    }

    [Fact]
    public async Task SignIn_WithTheSameSubjectOrAddressElsewhere_IsSomebodyElse()
    {
        var ann = await SignInAsync();
        var other = await _store.SignInAsync(_identity with { Issuer = "https://other.example/" }, "Ann Lee", "ann@example.org", Samples.Morning, Cancellation);
        Assert.NotEqual(ann.Id, other.Id);
    }

    [Fact]
    public async Task SignIn_ForTheFirstTimeManyAtOnce_MakesOnePerson()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            new PeopleStore(storage.Account).SignInAsync(_identity, "Ann Lee", "ann@example.org", Samples.Morning, Cancellation)));
        Assert.NotNull(await _store.GetAsync(Assert.Single(people.Select(person => person.Id).Distinct()), Cancellation));
    }

    [Fact]
    public async Task SignIn_BrokenOffAfterTheIdentity_IsCompletedByTheNext()
    {
        var killed = InterruptedTransport.Before(
            request => request.Method == RequestMethod.Get && request.Uri.Path.Contains("PartitionKey='p-", StringComparison.Ordinal), () => throw new InvalidOperationException("killed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PeopleStore(storage.ConnectBy(killed)).SignInAsync(_identity, "Ann", null, Samples.Morning, Cancellation));
        var ann = await SignInAsync();
        Assert.Equal(ann, await _store.GetAsync(ann.Id, Cancellation));
    }

    [Fact]
    public async Task Organisations_OfAMember_AreNotedOnceEach()
    {
        var ann = await SignInAsync();
        var (bow, poplar) = (Samples.NewProvider(), Samples.NewProvider());
        foreach (var organisation in new[] { bow, poplar, bow })
            await _store.AddOrganisationAsync(ann.Id, organisation, Cancellation);
        Assert.Equal(new[] { bow, poplar }.ToHashSet(), (await _store.OrganisationsOfAsync(ann.Id, Cancellation)).ToHashSet());
        await _store.RemoveOrganisationAsync(ann.Id, bow, Cancellation);
        await _store.RemoveOrganisationAsync(ann.Id, bow, Cancellation);
        Assert.Equal([poplar], await _store.OrganisationsOfAsync(ann.Id, Cancellation));
    }

    [Fact]
    public async Task Forget_OfAPerson_LeavesNothingOfThem()
    {
        var ann = await SignInAsync();
        await _store.AddOrganisationAsync(ann.Id, Samples.Charity, Cancellation);
        var sessions = new SessionStore(storage.Account, TimeProvider.System);
        await sessions.AddAsync("one", new StoredSession(ann.Id, [1], DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(1)), Cancellation);
        await _store.ForgetAsync(ann.Id, Cancellation);
        Assert.Null(await _store.GetAsync(ann.Id, Cancellation));
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.People, ann.Id.Value));
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.People, "i|" + _identity.Hash));
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.Sessions, ann.Id.Value));
        Assert.NotEqual(ann.Id, (await SignInAsync()).Id);
    }

    [Fact]
    public async Task Forget_BrokenOffAnywhere_IsCompletedByTheNext()
    {
        for (var call = 1; ; call++)
        {
            var ann = await SignInAsync();
            await _store.AddOrganisationAsync(ann.Id, Samples.Charity, Cancellation);
            var left = call;
            var killed = InterruptedTransport.Before(_ => --left == 0, () => throw new InvalidOperationException("killed"));
            var broken = await Record.ExceptionAsync(() => new PeopleStore(storage.ConnectBy(killed)).ForgetAsync(ann.Id, Cancellation));
            await _store.ForgetAsync(ann.Id, Cancellation);
            Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.People, ann.Id.Value));
            if (broken is null)
            {
                Assert.True(call > 4);
                return;
            }
        }
    }

    [Fact]
    public async Task SignIn_WhileThePersonIsForgotten_MakesSomebodyNewAndLeavesNoName()
    {
        var ann = await SignInAsync();
        var slow = InterruptedTransport.Before(
            request => request.Method == RequestMethod.Get && request.Uri.Path.Contains("PartitionKey='p-", StringComparison.Ordinal),
            async () => await _store.ForgetAsync(ann.Id, Cancellation));
        var next = await new PeopleStore(storage.ConnectBy(slow)).SignInAsync(_identity, "Ann Lee", null, Samples.Morning, Cancellation);
        Assert.NotEqual(ann.Id, next.Id);
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.People, ann.Id.Value));
        Assert.Equal(next, await _store.GetAsync(next.Id, Cancellation));
    }

    private Task<Person> SignInAsync() => _store.SignInAsync(_identity, "Ann Lee", "ann@example.org", Samples.Morning, Cancellation);
}
