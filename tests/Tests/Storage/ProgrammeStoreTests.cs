using Azure.Core;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class ProgrammeStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeStore _store = new(storage.Account);

    [Fact]
    public async Task Programme_StoredTwiceWithChanges_StandsAsTheLast()
    {
        var first = await _store.PutAsync(Samples.Programme(Samples.NewId(), "Families first"), Cancellation);
        var second = await _store.PutAsync(first with { Name = "Families together" }, Cancellation);
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(Samples.Text(second), Samples.Text(await _store.GetAsync(first.Id, Cancellation)));
        var rows = await Samples.RowsAsync(storage.Account, StorageNames.Programmes, first.Id.Value);
        Assert.Equal(["p", "w|000001", "w|000002"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Programme_NeverStored_IsNotThere()
    {
        var id = new ProgrammeId(Samples.NewId());
        Assert.Null(await _store.GetAsync(id, Cancellation));
        Assert.Null(await _store.GetAwardAsync(id, new AwardId("a"), Cancellation));
        Assert.Null(await _store.GetAwardVersionAsync(id, new AwardId("a"), 1, Cancellation));
        Assert.Empty((await _store.ListAwardsAsync(id, null, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task Award_StoredWithChanges_KeepsEveryVersion()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var first = await _store.PutAwardAsync(Samples.Award(programme, project: "Homework club"), Cancellation);
        var second = await _store.PutAwardAsync(first with { Project = "Breakfast club", Amount = 30_000.01m }, Cancellation);
        Assert.Equal(Samples.Text(second), Samples.Text(await _store.GetAwardAsync(programme, first.Id, Cancellation)));
        Assert.Equal(Samples.Text(first), Samples.Text(await _store.GetAwardVersionAsync(programme, first.Id, 1, Cancellation)));
        Assert.Equal(Samples.Text(second), Samples.Text(await _store.GetAwardVersionAsync(programme, first.Id, 2, Cancellation)));
        Assert.Null(await _store.GetAwardVersionAsync(programme, first.Id, 3, Cancellation));
    }

    [Fact]
    public async Task Award_StoredAgainAsItIs_ChangesNothing()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var first = await _store.PutAwardAsync(Samples.Award(programme), Cancellation);
        var before = await Samples.RowsAsync(storage.Account, StorageNames.Programmes, programme.Value);
        var again = await _store.PutAwardAsync(Samples.Award(programme), Cancellation);
        var after = await Samples.RowsAsync(storage.Account, StorageNames.Programmes, programme.Value);
        Assert.Equal(first.Version, again.Version);
        Assert.Equal(before.Select(row => (row.RowKey, row.ETag)), after.Select(row => (row.RowKey, row.ETag)));
    }

    [Fact]
    public async Task Award_StoredByManyAtOnce_GetsConsecutiveVersions()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var stored = await Task.WhenAll(Enumerable.Range(1, 20).Select(i =>
            new ProgrammeStore(storage.Account).PutAwardAsync(Samples.Award(programme, project: $"Club {i}"), Cancellation)));
        Assert.Equal(Enumerable.Range(1, 20), stored.Select(award => award.Version).Order());
        foreach (var award in stored)
            Assert.Equal(award.Project, (await _store.GetAwardVersionAsync(programme, award.Id, award.Version, Cancellation))!.Project);
        var last = stored.Single(award => award.Version == 20);
        Assert.Equal(Samples.Text(last), Samples.Text(await _store.GetAwardAsync(programme, last.Id, Cancellation)));
    }

    [Fact]
    public async Task Award_StoredByManyAtOnceAlike_GetsOneVersion()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var stored = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            new ProgrammeStore(storage.Account).PutAwardAsync(Samples.Award(programme), Cancellation)));
        Assert.All(stored, award => Assert.Equal(1, award.Version));
        Assert.Equal(["a|award-017", "b|award-017", "v|award-017!000001"], (await Samples.RowsAsync(storage.Account, StorageNames.Programmes, programme.Value)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Award_WhoseAnswerIsLost_GetsOneVersion()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var store = new ProgrammeStore(storage.ConnectBy(InterruptedTransport.LosingTheFirstTransactionsAnswer()));
        Assert.Equal(1, (await store.PutAwardAsync(Samples.Award(programme), Cancellation)).Version);
        Assert.Null(await _store.GetAwardVersionAsync(programme, new AwardId("award-017"), 2, Cancellation));
    }

    [Fact]
    public async Task Awards_MoreThanThousand_ComePageByPageEachOnce()
    {
        var programme = new ProgrammeId(Samples.NewId());
        var ids = Enumerable.Range(0, 1_050).Select(i => $"award-{i:D4}").ToList();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, stop) =>
            await _store.PutAwardAsync(Samples.Award(programme, id), stop));
        var first = await _store.ListAwardsAsync(programme, null, Pages.Size, Cancellation);
        Assert.Equal((1_000, "award-0999"), (first.Items.Count, first.Continuation));
        var all = Pages.AllAsync<Award>((after, stop) => _store.ListAwardsAsync(programme, after, Pages.Size, stop), Cancellation);
        Assert.Equal(ids, (await all.ToListAsync()).Select(award => award.Id.Value));
        Assert.Equal(["award-0042", "award-0043"], (await _store.ListAwardsAsync(programme, "award-0041", 2, Cancellation)).Items.Select(award => award.Id.Value));
    }

    [Fact]
    public async Task Awards_WithIdsThatBeginAlike_ComeInOrdinalOrder()
    {
        var programme = new ProgrammeId(Samples.NewId());
        string[] ids = ["ab", "a1", "B", "a", "a-1", "A"];
        foreach (var id in ids)
            for (var version = 1; version <= 2; version++)
                await _store.PutAwardAsync(Samples.Award(programme, id, $"Club {version}"), Cancellation);
        var awards = Pages.AllAsync<Award>((after, stop) => _store.ListAwardsAsync(programme, after, 2, stop), Cancellation);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await awards.ToListAsync()).Select(award => award.Id.Value));
        Assert.Equal("Club 1", (await _store.GetAwardVersionAsync(programme, new AwardId("a"), 1, Cancellation))!.Project);
    }

    [Fact]
    public async Task Programmes_InTheList_ComePageByPageInOrdinalOrder()
    {
        var prefix = Samples.NewId()[..20];
        string[] ids = [prefix + "ab", prefix + "a1", prefix + "B", prefix + "a", prefix + "a-1"];
        foreach (var id in ids)
            await _store.PutAsync(Samples.Programme(id, "Programme " + id), Cancellation);
        var found = new List<ProgrammeSummary>();
        for (var after = prefix; after?.StartsWith(prefix, StringComparison.Ordinal) == true;)
        {
            var page = await _store.ListAsync(after, 2, Cancellation);
            found.AddRange(page.Items.Where(item => item.Id.Value.StartsWith(prefix, StringComparison.Ordinal)));
            after = page.Continuation;
        }
        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Select(item => item.Id.Value));
        Assert.All(found, item => Assert.Equal(("Programme " + item.Id, "Tower Hamlets Council"), (item.Name, item.LeadFunder.Name)));
    }

    [Fact]
    public async Task Programme_WhoseListEntryIsWrittenLate_LeavesTheNewerName()
    {
        var id = Samples.NewId();
        var slow = new ProgrammeStore(storage.ConnectBy(InterruptedTransport.Before(WritesTheList, async () => await _store.PutAsync(Samples.Programme(id, "Newer"), Cancellation))));
        await slow.PutAsync(Samples.Programme(id, "Older"), Cancellation);
        Assert.Equal("Newer", (await _store.GetAsync(new ProgrammeId(id), Cancellation))!.Name);
        Assert.Equal("Newer", Assert.Single((await _store.ListAsync(id[..^1], 1, Cancellation)).Items).Name);
    }

    [Fact]
    public async Task Programme_WhoseListEntryWasNotWritten_IsListedWhenStoredAgain()
    {
        var id = Samples.NewId();
        var broken = new ProgrammeStore(storage.ConnectBy(InterruptedTransport.Before(WritesTheList, () => throw new InvalidOperationException("killed"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.PutAsync(Samples.Programme(id), Cancellation));
        Assert.DoesNotContain((await _store.ListAsync(id[..^1], 1, Cancellation)).Items, item => item.Id.Value == id);
        Assert.Equal(1, (await _store.PutAsync(Samples.Programme(id), Cancellation)).Version);
        Assert.Equal(id, Assert.Single((await _store.ListAsync(id[..^1], 1, Cancellation)).Items).Id.Value);
    }

    private static bool WritesTheList(Request request) =>
        request.Method == RequestMethod.Post ? request.Uri.Path.EndsWith("/" + StorageNames.Programmes, StringComparison.Ordinal)
        : request.Method != RequestMethod.Get && request.Uri.Path.Contains("%7Clist", StringComparison.Ordinal);
}
