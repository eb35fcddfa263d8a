using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class OrganisationStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly OrganisationStore _store = new(storage.Account);
    private readonly OrganisationId _id = Samples.NewProvider();

    [Fact]
    public async Task Organisation_OnceAdded_IsReadBackAndListed()
    {
        var organisation = Named("Bow Family Centre") with
        {
            Income = IncomeBand.Small,
            Accreditations = [new Accreditation("PQASSO", "17", new DateOnly(2027, 3, 31)), new Accreditation("Trusted Charity")],
        };
        Assert.True(await _store.TryWriteAsync(Write(Nothing(organisation)), Cancellation));
        var found = (await new OrganisationStore(storage.Account).GetAsync(_id, Cancellation))!;
        Assert.Equal(Samples.Text(organisation), Samples.Text(found.Organisation));
        Assert.Equal((default(LeadCounts), 1), (found.Leads, found.Record.Count));
        var listed = await _store.ListAsync(_id.Value[..^1], 1000, Cancellation);
        Assert.Contains(new OrganisationSummary(_id, "Bow Family Centre", OrganisationKind.Charity), listed.Items);
    }

    [Fact]
    public async Task Organisation_NeverAdded_IsNotThere()
    {
        Assert.Null(await _store.GetAsync(_id, Cancellation));
        Assert.Null(await _store.GetMemberAsync(_id, Samples.Ann, Cancellation));
        Assert.Null(await _store.GetInvitationAsync(_id, "../no key/", Cancellation));
        Assert.Empty((await _store.ListMembersAsync(_id, null, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task Organisation_AddedByTwoAtOnce_IsAddedOnce()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            new OrganisationStore(storage.Account).TryWriteAsync(Write(Nothing(Named($"Name {i}")), at: Samples.Morning.AddTicks(i)), Cancellation)));
        Assert.Single(added, true);
        Assert.Equal($"Name {added.IndexOf(true)}", (await _store.GetAsync(_id, Cancellation))!.Organisation.Name);
    }

    [Fact]
    public async Task Member_OfAnyKind_IsReadBackWithItsRoles()
    {
        Member[] members =
        [
            new(MemberId.NewPerson(), Roles.Preparer | Roles.Signatory | Roles.ProviderLead, Samples.Morning, Samples.Ann),
            new(MemberId.NewPerson(), Roles.Supporter, Samples.Morning, Samples.Ann, Samples.Charity),
            new(MemberId.OfClient(new Identity("https://sign-in.example/", "db")), Roles.Preparer, Samples.Morning, Samples.Ann, Client: new GrantedClient("Database", "https://sign-in.example/", "db")),
        ];
        var found = await AddAsync();
        foreach (var member in members)
            found = await PutAsync(found, member);
        foreach (var member in members)
            Assert.Equal(member, await _store.GetMemberAsync(_id, member.Id, Cancellation));
        var memberships = new Memberships(_store, new PeopleStore(storage.Account));
        Assert.Equal(members[0].Roles, await memberships.RolesAsync(_id, members[0].Id, Cancellation));
        Assert.Equal(Roles.None, await memberships.RolesAsync(_id, MemberId.NewPerson(), Cancellation));

        var first = await _store.ListMembersAsync(_id, null, 2, Cancellation);
        var second = await _store.ListMembersAsync(_id, first.Continuation, 2, Cancellation);
        Assert.Equal(members.OrderBy(member => member.Id.Value, StringComparer.Ordinal), first.Items.Concat(second.Items));
    }

    [Fact]
    public async Task Roles_OfAMember_CostOneRead()
    {
        var found = await AddAsync();
        await PutAsync(found, new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann));
        var counted = InterruptedTransport.Never();
        var account = storage.ConnectBy(counted);
        Assert.Equal(Roles.Officer, await new Memberships(new OrganisationStore(account), new PeopleStore(account)).RolesAsync(_id, Samples.Ann, Cancellation));
        Assert.Equal(1, counted.Calls);
    }

    [Fact]
    public async Task Member_OnceRemoved_IsGone()
    {
        var found = await PutAsync(await AddAsync(), new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann));
        Assert.True(await _store.TryWriteAsync(Write(found) with { Removed = Samples.Ann }, Cancellation));
        Assert.Null(await _store.GetMemberAsync(_id, Samples.Ann, Cancellation));
    }

    [Fact]
    public async Task Write_OnAnOlderRead_WritesNothing()
    {
        var old = await AddAsync();
        await PutAsync(old, new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann));
        await AssertRefusedAsync(Write(old, at: Samples.Morning.AddMinutes(1)) with { Put = new Member(MemberId.NewPerson(), Roles.Officer, Samples.Morning, Samples.Ann), Invitation = Open() });
    }

    [Fact]
    public async Task Write_WithAnEntryThatStandsAlready_WritesNothing()
    {
        var found = await PutAsync(await AddAsync(), new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann));
        var behind = Write(found with { Record = found.Record with { Count = 1 } }, at: Samples.Morning.AddMinutes(1));
        await AssertRefusedAsync(behind with { Removed = Samples.Ann });
    }

    [Fact]
    public async Task Write_WhoseAnswerIsLost_IsFoundDone()
    {
        var found = await AddAsync();
        var store = new OrganisationStore(storage.ConnectBy(InterruptedTransport.LosingTheFirstTransactionsAnswer()));
        Assert.True(await store.TryWriteAsync(Write(found) with { Put = new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann) }, Cancellation));
        Assert.Equal(2, (await _store.GetAsync(_id, Cancellation))!.Record.Count);
        Assert.NotNull(await _store.GetMemberAsync(_id, Samples.Ann, Cancellation));
    }

    [Fact]
    public async Task Write_ByManyOnTheSameRead_LetsOneThrough()
    {
        var found = await AddAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _store.TryWriteAsync(
            Write(found, at: Samples.Morning.AddTicks(i)) with { Put = new Member(MemberId.NewPerson(), Roles.Officer, Samples.Morning, Samples.Ann) }, Cancellation)));
        Assert.Single(written, true);
        Assert.Single((await _store.ListMembersAsync(_id, null, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task Name_OnceChanged_IsChangedInTheList()
    {
        var found = await AddAsync();
        Assert.True(await _store.TryWriteAsync(Write(found) with { Organisation = Named("Bow Centre") }, Cancellation));
        Assert.Equal("Bow Centre", (await _store.ListAsync(_id.Value[..^1], 1000, Cancellation)).Items.Single(item => item.Id == _id).Name);
    }

    [Fact]
    public async Task ListEntry_ThatWasNotWritten_IsMendedByTheNextChange()
    {
        var killed = InterruptedTransport.Before(
            request => request.Uri.Path.Contains("%7Clist", StringComparison.Ordinal), () => throw new InvalidOperationException("killed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new OrganisationStore(storage.ConnectBy(killed)).TryWriteAsync(Write(Nothing(Named("Bow"))), Cancellation));
        Assert.DoesNotContain((await _store.ListAsync(_id.Value[..^1], 1000, Cancellation)).Items, item => item.Id == _id);
        await PutAsync((await _store.GetAsync(_id, Cancellation))!, new Member(Samples.Ann, Roles.Officer, Samples.Morning, Samples.Ann));
        Assert.Contains((await _store.ListAsync(_id.Value[..^1], 1000, Cancellation)).Items, item => item.Id == _id);
    }

    [Fact]
    public async Task Invitations_OfAnyState_ComeNewestFirst()
    {
        var found = await AddAsync();
        Invitation[] all =
        [
            Open(Samples.Morning.AddDays(2)),
            Open(Samples.Morning.AddDays(1)) with { State = InvitationState.Accepted, Email = null, Member = Samples.Ann, SentAt = Samples.Morning },
            Open() with { Roles = Roles.Supporter, Body = Samples.Charity },
        ];
        foreach (var invitation in all.Reverse())
        {
            Assert.True(await _store.TryWriteAsync(Write(found) with { Invitation = invitation }, Cancellation));
            found = (await _store.GetAsync(_id, Cancellation))!;
        }
        Assert.Equal(all, (await _store.ListInvitationsAsync(_id, null, 10, Cancellation)).Items);
        Assert.Equal(all[1..], (await _store.ListInvitationsAsync(_id, all[0].Id, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task MarkSent_OfAnOpenInvitation_NotesWhenAndLeavesClosedOnesAlone()
    {
        var (open, closed) = (Open(), Open() with { State = InvitationState.Withdrawn, Email = null });
        Assert.True(await _store.TryWriteAsync(Write(await AddAsync()) with { Invitation = open }, Cancellation));
        Assert.True(await _store.TryWriteAsync(Write((await _store.GetAsync(_id, Cancellation))!) with { Invitation = closed }, Cancellation));
        foreach (var id in new[] { open.Id, closed.Id, "none" })
            await _store.MarkSentAsync(_id, id, Samples.Morning.AddMinutes(1), Cancellation);
        Assert.Equal(open with { SentAt = Samples.Morning.AddMinutes(1) }, await _store.GetInvitationAsync(_id, open.Id, Cancellation));
        Assert.Equal(closed, await _store.GetInvitationAsync(_id, closed.Id, Cancellation));
        Assert.Null(await _store.GetInvitationAsync(_id, "none", Cancellation));
    }

    private Organisation Named(string name) => new() { Id = _id, Name = name, Kind = OrganisationKind.Charity };

    private static FoundOrganisation Nothing(Organisation organisation) => new(organisation, null, default, RecordHead.Empty);

    private static Invitation Open(DateTimeOffset? at = null)
    {
        var now = at ?? Samples.Morning;
        return new Invitation(Invitation.NewId(now), "bob@example.org", Roles.Preparer, null, Samples.Ann, now, now + Invitation.Lasts, InvitationState.Open);
    }

    private static OrganisationWrite Write(FoundOrganisation found, DateTimeOffset? at = null) => new(
        found, found.Organisation, found.Leads,
        RecordChain.Of(found.Organisation.Id).Next(found.Record, new Done(at ?? Samples.Morning, Samples.Ann, null, Deed.RolesChanged)));

    private async Task<FoundOrganisation> AddAsync()
    {
        Assert.True(await _store.TryWriteAsync(Write(Nothing(Named("Bow Family Centre"))), Cancellation));
        return (await _store.GetAsync(_id, Cancellation))!;
    }

    private async Task<FoundOrganisation> PutAsync(FoundOrganisation found, Member member)
    {
        Assert.True(await _store.TryWriteAsync(Write(found) with { Put = member }, Cancellation));
        return (await _store.GetAsync(_id, Cancellation))!;
    }

    private async Task AssertRefusedAsync(OrganisationWrite write)
    {
        var before = await Samples.RowsAsync(storage.Account, StorageNames.Organisations, _id.Value);
        Assert.False(await _store.TryWriteAsync(write, Cancellation));
        var after = await Samples.RowsAsync(storage.Account, StorageNames.Organisations, _id.Value);
        Assert.Equal(before.Select(row => (row.RowKey, row.ETag)), after.Select(row => (row.RowKey, row.ETag)));
    }
}
