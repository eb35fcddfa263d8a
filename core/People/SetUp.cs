using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>What happens before there is anybody to allow it: the first administrator's invitation, and who is who in a demonstration.</summary>
public sealed class SetUp(IOrganisationStore organisations, IPeopleStore people, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>Who does it: nobody that signs in.</summary>
    public static readonly MemberId Portal = MemberId.Of("p-portal");

    private static readonly Organisation Operator = new() { Id = Organisation.Portal, Name = "The portal's operator", Kind = OrganisationKind.PortalOperator };

    private readonly ChangeOrganisation _change = new(organisations, clock);

    /// <summary>
    /// Invites the first administrator, where there is none and no open invitation for one. Whoever can set the app's settings chooses who that is.
    /// </summary>
    /// <returns>Whether somebody was invited.</returns>
    public async Task<bool> InviteAdministratorAsync(string email, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await organisations.GetAsync(Organisation.Portal, cancellation) is not { } found)
            found = (await AddAsync(Operator, cancellation))!;
        if (found.Leads.Administrators > 0)
            return false;
        var open = await organisations.ListInvitationsAsync(Organisation.Portal, null, 1, cancellation);
        if (open.Items is [var newest] && newest.IsOpenAt(now))
            return false;
        var invitation = new Invitation(Invitation.NewId(now), email, Roles.Administrator, null, Portal, now, now + Invitation.Lasts, InvitationState.Open);
        await queue.SendAsync(new NotifyPeopleMessage(Organisation.Portal, invitation.Id, now), TimeSpan.Zero, cancellation);
        var entry = RecordChain.Of(Organisation.Portal).Next(found.Record, new Done(now, Portal, null, Deed.Invited, invitation.Id, null, Roles.Administrator.ToString()));
        return await organisations.TryWriteAsync(new OrganisationWrite(found, found.Organisation, found.Leads, entry) { Invitation = invitation }, cancellation);
    }

    /// <summary>Adds an organisation where it is not there yet.</summary>
    public async Task<FoundOrganisation?> AddAsync(Organisation organisation, CancellationToken cancellation)
    {
        if (await organisations.GetAsync(organisation.Id, cancellation) is { } there)
            return there;
        var added = await new OrganisationDetails(organisations, clock).AddAsync(organisation, Portal, null, cancellation);
        return added.Problem is null ? added.Value : await organisations.GetAsync(organisation.Id, cancellation);
    }

    /// <summary>Gives a member roles where it has others; the organisation must be there.</summary>
    public async Task LetInAsync(OrganisationId organisation, MemberId member, Roles roles, OrganisationId? body, GrantedClient? client, CancellationToken cancellation)
    {
        if (await organisations.GetMemberAsync(organisation, member, cancellation) is { } there && there.Roles == roles)
            return;
        await people.AddOrganisationAsync(member, organisation, cancellation);
        var done = await _change.RunAsync(
            organisation, Portal,
            async _ =>
            {
                var before = await organisations.GetMemberAsync(organisation, member, cancellation);
                return new ChangeOrganisation.Change(client is null ? Deed.RolesChanged : Deed.ClientLetIn, null, member.Value)
                {
                    Put = new Member(member, roles, before?.Since ?? clock.GetUtcNow(), Portal, body, client),
                    RolesBefore = client is null ? before?.Roles ?? Roles.None : Roles.None,
                    RolesAfter = client is null ? roles : Roles.None,
                    Before = before?.Roles.ToString(),
                    After = roles.ToString(),
                };
            },
            cancellation);
        if (done.Problem is { } problem)
            throw new InvalidOperationException($"{organisation} can't be set up: {problem.Detail}");
    }
}
