using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

/// <summary>What an organisation's page is told, by who asks.</summary>
public sealed class ShownOrganisationTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private readonly Society _society = new(storage.Account);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_OfALead_HasNamesOpenInvitationsAndRolesToGive()
    {
        var ann = await LeadAsync();
        var invitation = (await _society.InviteAsync(ann, Roles.Preparer)).Value!;
        var shown = (await ShowAsync(ann)).Value!;
        Assert.Equal("ann", Assert.Single(shown.Members.Items).Name);
        Assert.Equal(("bob@example.org", true), (Assert.Single(shown.Invitations).Invitation.Email, shown.Invitations[0].MayChange));
        Assert.Equal(RoleRules.OfProviders, shown.MayGive);

        _society.Clock.Now += Invitation.Lasts;
        Assert.Empty((await ShowAsync(ann)).Value!.Invitations);
        Assert.Equal(Catalogue.InvitationNotUsable, (await _society.Invitations.ToChangeAsync(_society.Id, invitation.Id, ann, Cancellation)).Problem!.Refusal);
    }

    [Fact]
    public async Task Overview_OfAPreparer_HasNoAddressesAndNothingToGive()
    {
        await _society.InviteAsync(await LeadAsync(), Roles.Preparer);
        var shown = (await ShowAsync(await _society.AnnounceAsync("pat", Roles.Preparer))).Value!;
        Assert.Equal((null, false), (Assert.Single(shown.Invitations).Invitation.Email, shown.Invitations[0].MayChange));
        Assert.Equal(Roles.None, shown.MayGive);
        Assert.All(shown.Members.Items, member => Assert.False(member.MayChange));
    }

    [Fact]
    public async Task Overview_OfAnAdministrator_HasNoNames_AndOfAnOutsiderIsNotThere()
    {
        await LeadAsync();
        Assert.Null(Assert.Single((await ShowAsync(await _society.AdministratorAsync())).Value!.Members.Items).Name);
        Assert.Equal(Catalogue.NotFound, (await ShowAsync(await _society.AnnounceAsync("eve"))).Problem!.Refusal);
    }

    [Fact]
    public async Task Member_ToAnotherWithoutTheRole_IsRefused_AndToThemselvesShown()
    {
        var ann = await LeadAsync();
        var pat = await _society.AnnounceAsync("pat", Roles.Preparer);
        Assert.Equal(Catalogue.RoleNeeded, (await _society.Members.GetAsync(_society.Id, ann.Id, pat, Cancellation)).Problem!.Refusal);
        var own = (await _society.Members.GetAsync(_society.Id, pat.Id, pat, Cancellation)).Value!;
        Assert.Equal((true, Roles.None), (own.IsCaller, own.MayHold));
        Assert.Equal(RoleRules.OfProviders & ~Roles.Supporter, (await _society.Members.GetAsync(_society.Id, pat.Id, ann, Cancellation)).Value!.MayHold);
    }

    [Fact]
    public void Registers_ShowIdentifiersThatThePortalTakes()
    {
        Assert.All(Register.All, register => Assert.True(OrganisationId.TryParse(register.Example, out _), register.Example));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Matches("^MR-[0-9]{6}$", OrganisationId.NewOfPortal().Value));
    }

    private Task<Outcome<OrganisationOverview>> ShowAsync(Caller caller) =>
        new ShowOrganisation(_society.Organisations, _society.Members, _society.Clock).RunAsync(_society.Id, null, caller, Cancellation);

    private async Task<Caller> LeadAsync()
    {
        await _society.AddedAsync();
        return await _society.AnnounceAsync("ann", Roles.ProviderLead);
    }
}
