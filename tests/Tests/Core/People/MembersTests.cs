using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

/// <summary>Changing and removing members, through real storage.</summary>
public sealed class MembersTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static readonly GrantedClient Database = new("Our database", "https://sign-in.example/", "our-database");

    private readonly Society _society = new(storage.Account);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LastLead_Leaving_IsRefused()
    {
        var ann = await LeadAsync("ann");
        Assert.Equal(Catalogue.LastLead, (await RemoveAsync(ann, ann)).Problem!.Refusal);
        Assert.Equal(Catalogue.LastLead, (await ChangeAsync(ann, Roles.Preparer, ann)).Problem!.Refusal);
        Assert.Equal(Roles.ProviderLead, await _society.RolesAsync(ann));
        await _society.AssertSoundAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LastTwoLeads_LeavingAtOnce_LeaveOne(bool themselves)
    {
        for (var round = 1; round <= 5; round++)
        {
            var society = await new Society(storage.Account).AddedAsync();
            var (ann, bob) = (await society.AnnounceAsync("ann", Roles.ProviderLead), await society.AnnounceAsync("bob", Roles.ProviderLead));
            var (annGoes, bobGoes) = (
                society.Members.RemoveAsync(society.Id, ann.Id, themselves ? ann : bob, Cancellation),
                society.Members.RemoveAsync(society.Id, bob.Id, themselves ? bob : ann, Cancellation));
            var outcomes = await Task.WhenAll(annGoes, bobGoes);
            Assert.Single(outcomes, outcome => outcome.Problem is null);
            Assert.Single(await Task.WhenAll(society.RolesAsync(ann), society.RolesAsync(bob)), Roles.ProviderLead);
            Assert.Equal(1, (await society.Organisations.GetAsync(society.Id, Cancellation))!.Leads.ProviderLeads);
            await society.AssertSoundAsync();
        }
    }

    [Fact]
    public async Task Member_OnceRemoved_HasNoRolesAtOnce()
    {
        var ann = await LeadAsync("ann");
        var bob = await _society.AnnounceAsync("bob", Roles.Signatory);
        Assert.Equal(Roles.Signatory, await _society.As(bob.Id).RolesInAsync(_society.Id, Cancellation));
        Assert.Null((await RemoveAsync(bob, ann)).Problem);
        Assert.Equal(Roles.None, await _society.As(bob.Id).RolesInAsync(_society.Id, Cancellation));
        Assert.False(await new Caller(bob.Id, null, _society.Memberships).HasAnyRoleAsync(Cancellation));
        Assert.Contains(_society.Id, await _society.Memberships.OrganisationsOfAsync(bob.Id, Cancellation));
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Member_RemovedAndInvitedAgain_FindsTheOrganisation()
    {
        var ann = await LeadAsync("ann");
        var bob = await _society.AnnounceAsync("bob", Roles.Signatory);
        await RemoveAsync(bob, ann);
        var invitation = (await _society.InviteAsync(ann, Roles.Preparer)).Value!;
        Assert.Null((await _society.AcceptAsync(invitation.Id, bob)).Problem);
        Assert.Contains(_society.Id, await _society.Memberships.OrganisationsOfAsync(bob.Id, Cancellation));
        Assert.Equal(Roles.Preparer, await _society.RolesAsync(bob));
    }

    [Fact]
    public async Task Member_WhoIsNoLead_MayLeaveAndRemoveNobody()
    {
        var ann = await LeadAsync("ann");
        var bob = await _society.AnnounceAsync("bob", Roles.Preparer);
        Assert.Equal(Catalogue.RoleNeeded, (await RemoveAsync(ann, bob)).Problem!.Refusal);
        Assert.Null((await RemoveAsync(bob, bob)).Problem);
    }

    [Fact]
    public async Task Roles_OfAMemberOfAnotherKind_AreNotTheLeadsToChange()
    {
        var ann = await LeadAsync("ann");
        var officer = await _society.AnnounceAsync("olu", Roles.Officer);
        Assert.Equal(Catalogue.RoleNeeded, (await ChangeAsync(officer, Roles.Preparer, ann)).Problem!.Refusal);
        Assert.Equal(Catalogue.RoleNeeded, (await RemoveAsync(officer, ann)).Problem!.Refusal);
    }

    [Fact]
    public async Task Members_WithPeopleAndClients_AreListedByName()
    {
        var ann = await LeadAsync("ann");
        await _society.AnnounceAsync("bob", Roles.Preparer);
        Assert.Null((await _society.Members.LetClientInAsync(_society.Id, Database, Roles.Preparer, ann, Cancellation)).Problem);
        var listed = (await _society.Members.ListAsync(_society.Id, null, 10, ann, Cancellation)).Value!.Items;
        Assert.Equal(["Our database", "ann", "bob"], listed.Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Catalogue.NotFound, (await _society.Members.ListAsync(_society.Id, null, 10, await _society.AnnounceAsync("outsider"), Cancellation)).Problem!.Refusal);
    }

    [Fact]
    public async Task Client_OnceLetIn_HasItsRolesUntilRemoved()
    {
        var ann = await LeadAsync("ann");
        var client = (await _society.Members.LetClientInAsync(_society.Id, Database, Roles.Preparer | Roles.Signatory, ann, Cancellation)).Value!;
        Assert.Equal(MemberId.OfClient(new Identity(Database.Issuer, Database.ClientId)), client.Id);
        Assert.Equal(Roles.Preparer | Roles.Signatory, await new Caller(client.Id, null, _society.Memberships).RolesInAsync(_society.Id, Cancellation));
        Assert.Equal(Catalogue.RolesNotUsable, (await _society.Members.LetClientInAsync(_society.Id, Database, Roles.ProviderLead, ann, Cancellation)).Problem!.Refusal);
        Assert.Null((await _society.Members.RemoveAsync(_society.Id, client.Id, ann, Cancellation)).Problem);
        Assert.Equal(Roles.None, await new Caller(client.Id, null, _society.Memberships).RolesInAsync(_society.Id, Cancellation));
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Details_OfAnOrganisation_AreItsLeadsToChange()
    {
        var ann = await LeadAsync("ann");
        var bob = await _society.AnnounceAsync("bob", Roles.Preparer);
        var changed = new Organisation { Id = _society.Id, Name = "Bow Centre", Kind = OrganisationKind.Charity, Income = IncomeBand.Small, Accreditations = [new("Trusted Charity", null, new DateOnly(2027, 3, 31))] };
        Assert.Equal(Catalogue.RoleNeeded, (await _society.Details.ChangeAsync(changed, bob, Cancellation)).Problem!.Refusal);
        Assert.Equal(Catalogue.NotFound, (await _society.Details.ChangeAsync(changed, await _society.AnnounceAsync("outsider"), Cancellation)).Problem!.Refusal);
        Assert.Equal(Catalogue.DetailsNotUsable, (await _society.Details.ChangeAsync(changed with { Name = " " }, ann, Cancellation)).Problem!.Refusal);
        Assert.Null((await _society.Details.ChangeAsync(changed, ann, Cancellation)).Problem);
        Assert.Equal(Samples.Text(changed), Samples.Text((await _society.Organisations.GetAsync(_society.Id, Cancellation))!.Organisation));
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Organisation_AddedByAnAdministratorTwice_IsThereOnce()
    {
        var admin = await _society.AdministratorAsync();
        var organisation = new Organisation { Id = _society.Id, Name = "Bow", Kind = OrganisationKind.Charity };
        Assert.Equal(Catalogue.NotFound, (await _society.Details.AddAsync(organisation, await _society.AnnounceAsync("outsider"), Cancellation)).Problem!.Refusal);
        Assert.Null((await _society.Details.AddAsync(organisation, admin, Cancellation)).Problem);
        Assert.Equal(Catalogue.OrganisationExists, (await _society.Details.AddAsync(organisation with { Name = "Other" }, admin, Cancellation)).Problem!.Refusal);
        Assert.Equal("Bow", (await _society.Organisations.GetAsync(_society.Id, Cancellation))!.Organisation.Name);
    }

    private async Task<Caller> LeadAsync(string name)
    {
        await _society.AddedAsync();
        return await _society.AnnounceAsync(name, Roles.ProviderLead);
    }

    private Task<Outcome<FoundOrganisation>> RemoveAsync(Caller member, Caller by) => _society.Members.RemoveAsync(_society.Id, member.Id, by, Cancellation);

    private Task<Outcome<FoundOrganisation>> ChangeAsync(Caller member, Roles roles, Caller by) =>
        _society.Members.ChangeRolesAsync(_society.Id, member.Id, roles, by, Cancellation);
}
