using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

/// <summary>Inviting people and letting them in, through real storage.</summary>
public sealed class InvitationTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private readonly Society _society = new(storage.Account);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invitation_Accepted_MakesAMemberWhoFindsTheOrganisation()
    {
        var (lead, bob) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer | Roles.Signatory)).Value!;
        Assert.Null((await _society.AcceptAsync(invitation.Id, bob)).Problem);
        Assert.Equal(Roles.Preparer | Roles.Signatory, await _society.RolesAsync(bob));
        Assert.Contains(_society.Id, await _society.Memberships.OrganisationsOfAsync(bob.Id, Cancellation));
        var closed = (await _society.Organisations.GetInvitationAsync(_society.Id, invitation.Id, Cancellation))!;
        Assert.Equal((InvitationState.Accepted, null, (MemberId?)bob.Id), (closed.State, closed.Email, closed.Member));
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Invitation_OnceUsed_LetsNobodyElseIn()
    {
        var (lead, bob) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        await _society.AcceptAsync(invitation.Id, bob);
        var cat = await _society.AnnounceAsync("cat");
        Assert.Equal(Catalogue.InvitationNotUsable, (await _society.AcceptAsync(invitation.Id, cat)).Problem!.Refusal);
        Assert.Equal(Roles.None, await _society.RolesAsync(cat));
    }

    [Fact]
    public async Task Invitation_AcceptedByManyAtOnce_LetsOneIn()
    {
        var (lead, _) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        var people = new List<Caller>();
        for (var number = 1; number <= 5; number++)
            people.Add(await _society.AnnounceAsync($"person {number}"));
        var accepted = await Task.WhenAll(people.Select(person => _society.AcceptAsync(invitation.Id, person)));
        Assert.Single(accepted, outcome => outcome.Problem is null);
        var roles = await Task.WhenAll(people.Select(_society.RolesAsync));
        Assert.Single(roles, Roles.Preparer);
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Invitation_AfterFourteenDaysToTheMoment_IsRefused()
    {
        var (lead, bob) = await LeadAndBobAsync();
        var early = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        var late = (await _society.InviteAsync(lead, Roles.Signatory)).Value!;
        _society.Clock.Now = Samples.Morning.AddDays(14).AddTicks(-1);
        Assert.Null((await _society.AcceptAsync(early.Id, bob)).Problem);
        _society.Clock.Now = Samples.Morning.AddDays(14);
        Assert.Equal(Catalogue.InvitationNotUsable, (await _society.AcceptAsync(late.Id, bob)).Problem!.Refusal);
        Assert.Equal(Roles.Preparer, await _society.RolesAsync(bob));
    }

    [Fact]
    public async Task Invitation_Withdrawn_IsRefusedAndForgetsTheAddress()
    {
        var (lead, bob) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        Assert.Null((await _society.Invitations.WithdrawAsync(_society.Id, invitation.Id, lead, Cancellation)).Problem);
        Assert.Equal(Catalogue.InvitationNotUsable, (await _society.AcceptAsync(invitation.Id, bob)).Problem!.Refusal);
        Assert.Null((await _society.Organisations.GetInvitationAsync(_society.Id, invitation.Id, Cancellation))!.Email);
        Assert.Equal(Catalogue.InvitationNotUsable, (await _society.Invitations.SendAgainAsync(_society.Id, invitation.Id, lead, Cancellation)).Problem!.Refusal);
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Link_ThatWasNotMadeHere_IsNotFound()
    {
        var (_, bob) = await LeadAndBobAsync();
        Assert.Equal(Catalogue.NotFound, (await _society.AcceptAsync("no-such", bob)).Problem!.Refusal);
        Assert.Equal(Catalogue.NotFound, (await _society.Invitations.AcceptAsync("forged", bob, Cancellation)).Problem!.Refusal);
        Assert.Equal(Catalogue.NotFound, (await _society.Invitations.ReadAsync("forged", Cancellation)).Problem!.Refusal);
    }

    [Fact]
    public async Task Link_OnlyRead_BindsNobody()
    {
        var (lead, bob) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        for (var time = 1; time <= 2; time++)
            Assert.Equal(invitation.Id, (await _society.Invitations.ReadAsync(PlainLinks.SecretOf(_society.Id, invitation.Id), Cancellation)).Value.Invitation.Id);
        Assert.Equal(Roles.None, await _society.RolesAsync(bob));
    }

    [Fact]
    public async Task Client_WithALink_IsNotLetIn()
    {
        var (lead, _) = await LeadAndBobAsync();
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        var client = _society.As(MemberId.OfClient(new Identity("https://sign-in.example/", "db")));
        Assert.Equal(Catalogue.NotFound, (await _society.AcceptAsync(invitation.Id, client)).Problem!.Refusal);
    }

    [Theory]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Preparer | Roles.FunderReader)]
    public async Task Lead_InvitingIntoRolesOfAnotherKind_IsRefused(Roles roles)
    {
        var (lead, _) = await LeadAndBobAsync();
        Assert.NotNull((await _society.InviteAsync(lead, roles)).Problem);
        Assert.Empty((await _society.Organisations.ListInvitationsAsync(_society.Id, null, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task Member_WhoIsNoLead_InvitesNobodyAndOutsidersSeeNothing()
    {
        var (_, bob) = await LeadAndBobAsync();
        var signatory = await _society.AnnounceAsync("sue", Roles.Signatory);
        Assert.Equal(Catalogue.RoleNeeded, (await _society.InviteAsync(signatory, Roles.Preparer)).Problem!.Refusal);
        Assert.Equal(Catalogue.NotFound, (await _society.InviteAsync(bob, Roles.Preparer)).Problem!.Refusal);
    }

    [Fact]
    public async Task Administrator_WhereNobodyLeads_LetsTheFirstLeadInAndNobodyElse()
    {
        await _society.AddedAsync();
        var admin = await _society.AdministratorAsync();
        Assert.NotNull((await _society.InviteAsync(admin, Roles.Signatory)).Problem);
        var invitation = await _society.InviteAsync(admin, Roles.ProviderLead);
        Assert.Null(invitation.Problem);
        Assert.Null((await _society.AcceptAsync(invitation.Value!.Id, await _society.AnnounceAsync("bob"))).Problem);
        Assert.Equal(Catalogue.RoleNeeded, (await _society.InviteAsync(admin, Roles.ProviderLead)).Problem!.Refusal);
        await _society.AssertSoundAsync();
    }

    [Fact]
    public async Task Administrator_WithALinkToALeadsRole_IsRefused()
    {
        await _society.AddedAsync();
        var admin = await _society.AdministratorAsync();
        var invitation = (await _society.InviteAsync(admin, Roles.ProviderLead)).Value!;
        Assert.Equal(Catalogue.RolesNotUsable, (await _society.AcceptAsync(invitation.Id, _society.As(admin.Id))).Problem!.Refusal);
        Assert.Equal(Roles.None, await _society.RolesAsync(admin));
    }

    [Fact]
    public async Task Supporter_OfAnyInvitation_NeverSigns()
    {
        var (lead, bob) = await LeadAndBobAsync();
        Assert.Equal(Catalogue.RolesNotUsable, (await _society.InviteAsync(lead, Roles.Supporter)).Problem!.Refusal);
        var supporter = (await _society.InviteAsync(lead, Roles.Supporter, Samples.Charity)).Value!;
        var signatory = (await _society.InviteAsync(lead, Roles.Signatory)).Value!;
        Assert.Null((await _society.AcceptAsync(supporter.Id, bob)).Problem);
        Assert.Equal(Catalogue.RolesNotUsable, (await _society.AcceptAsync(signatory.Id, bob)).Problem!.Refusal);
        Assert.Equal(Catalogue.RolesNotUsable, (await _society.Members.ChangeRolesAsync(_society.Id, bob.Id, Roles.Supporter | Roles.Signatory, lead, Cancellation)).Problem!.Refusal);
        Assert.Equal(Roles.Supporter, await _society.RolesAsync(bob));
        Assert.Equal(Samples.Charity, (await _society.Organisations.GetMemberAsync(_society.Id, bob.Id, Cancellation))!.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("Bob <bob@example.org>")]
    [InlineData("bob@example.org\r\nBcc: all@example.org")]
    public async Task Address_ThatIsNone_IsRefused(string email)
    {
        var (lead, _) = await LeadAndBobAsync();
        Assert.Equal(Catalogue.DetailsNotUsable, (await _society.Invitations.InviteAsync(_society.Id, email, Roles.Preparer, null, lead, Cancellation)).Problem!.Refusal);
    }

    private async Task<(Caller Lead, Caller Bob)> LeadAndBobAsync()
    {
        await _society.AddedAsync();
        return (await _society.AnnounceAsync("ann", Roles.ProviderLead), await _society.AnnounceAsync("bob"));
    }
}
