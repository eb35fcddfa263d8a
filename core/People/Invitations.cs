using System.Net.Mail;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>Invites people into an organisation, and lets them in. An invitation binds to whoever opens its link first and signs in, whatever their address.</summary>
public sealed class Invitations(IOrganisationStore organisations, IPeopleStore people, IInvitationLinks links, IWorkQueue queue, TimeProvider clock)
{
    private const int MostEmailCharacters = 254;

    /// <summary>So that nobody's mailbox is filled from here.</summary>
    private static readonly TimeSpan BetweenSendings = TimeSpan.FromMinutes(1);

    private readonly ChangeOrganisation _change = new(organisations, clock);

    /// <summary>The roles that the caller may invite people into, where there are any.</summary>
    public async Task<Outcome<RolesToGive>> ToInviteAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found)
            return ChangeOrganisation.NotFound;
        var mayGive = right.MayGive(found.Leads);
        return mayGive == Roles.None ? right.WhyNot(WhoMay(right)) : new RolesToGive(found.Organisation, mayGive);
    }

    /// <summary>An open invitation, for who may send it again or withdraw it.</summary>
    public async Task<Outcome<(Organisation Organisation, Invitation Invitation)>> ToChangeAsync(OrganisationId organisation, string id, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found
            || await organisations.GetInvitationAsync(organisation, id, cancellation) is not { } invitation)
            return ChangeOrganisation.NotFound;
        if (Refusal(right, found.Leads, invitation.Roles, invitation.Body) is { } refused)
            return refused;
        return invitation.IsOpenAt(clock.GetUtcNow()) ? (found.Organisation, invitation) : NotOpen;
    }

    /// <summary>Invites somebody. Whoever may give all of the roles may.</summary>
    /// <param name="body">A supporter's own organisation; null for other roles.</param>
    public async Task<Outcome<Invitation>> InviteAsync(OrganisationId organisation, string email, Roles roles, OrganisationId? body, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead)
            return ChangeOrganisation.NotFound;
        if (WhyNotAddress(email) is { } finding)
            return new Problem(Catalogue.DetailsNotUsable, finding.Message) { Findings = [finding] };
        var now = clock.GetUtcNow();
        var invitation = new Invitation(Invitation.NewId(now), email.Trim(), roles, roles == Roles.Supporter ? body : null, caller.Id, now, now + Invitation.Lasts, InvitationState.Open);
        // Asked for first: a link that is asked for and never comes to be does no harm, one that is forgotten does.
        if (Refusal(right, (await organisations.GetAsync(organisation, cancellation))?.Leads ?? default, roles, body) is { } early)
            return early;
        await queue.SendAsync(new NotifyPeopleMessage(organisation, invitation.Id, now), TimeSpan.Zero, cancellation);
        var written = await _change.RunAsync(
            organisation, caller.Id,
            found => Task.FromResult<Outcome<ChangeOrganisation.Change>>(Refusal(right, found.Leads, roles, body) is { } refused
                ? refused
                : new ChangeOrganisation.Change(Deed.Invited, right.For, invitation.Id) { Invitation = invitation, After = roles.ToString() }),
            cancellation);
        return written.Problem is { } problem ? problem : invitation;
    }

    /// <summary>Sends the link of an open invitation again.</summary>
    public async Task<Outcome<Invitation>> SendAgainAsync(OrganisationId organisation, string id, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetInvitationAsync(organisation, id, cancellation) is not { } invitation)
            return ChangeOrganisation.NotFound;
        if (await organisations.GetAsync(organisation, cancellation) is { } found && Refusal(right, found.Leads, invitation.Roles, invitation.Body) is { } refused)
            return refused;
        if (!invitation.IsOpenAt(clock.GetUtcNow()))
            return NotOpen;
        if (clock.GetUtcNow() - invitation.SentAt < BetweenSendings)
            return new Problem(Catalogue.TooManyRequests, "The link was sent a moment ago. Give it a minute to arrive before it is sent again.");
        await queue.SendAsync(new NotifyPeopleMessage(organisation, id, clock.GetUtcNow()), TimeSpan.Zero, cancellation);
        return invitation;
    }

    /// <summary>Takes an open invitation back; its link is dead then.</summary>
    public async Task<Outcome<FoundOrganisation>> WithdrawAsync(OrganisationId organisation, string id, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        return await _change.RunAsync(
            organisation, caller.Id,
            async found =>
            {
                if (!right.MayRead || await organisations.GetInvitationAsync(organisation, id, cancellation) is not { } invitation)
                    return ChangeOrganisation.NotFound;
                if (Refusal(right, found.Leads, invitation.Roles, invitation.Body) is { } refused)
                    return refused;
                if (invitation.State != InvitationState.Open)
                    return NotOpen;
                return new ChangeOrganisation.Change(Deed.InvitationWithdrawn, right.For, id)
                {
                    Invitation = invitation with { State = InvitationState.Withdrawn, Email = null },
                    Before = invitation.Roles.ToString(),
                };
            },
            cancellation);
    }

    /// <summary>What a link invites to; nothing is bound by reading it.</summary>
    public async Task<Outcome<(Organisation Organisation, Invitation Invitation)>> ReadAsync(string secret, CancellationToken cancellation)
    {
        if (!links.TryRead(secret, out var organisation, out var id)
            || await organisations.GetInvitationAsync(organisation, id, cancellation) is not { } invitation
            || await organisations.GetAsync(organisation, cancellation) is not { } found)
            return ChangeOrganisation.NotFound;
        return invitation.IsOpenAt(clock.GetUtcNow()) ? (found.Organisation, invitation) : NotOpen;
    }

    /// <summary>Lets a signed-in person in by a link, once.</summary>
    /// <param name="person">Whoever it is; a client can't be invited.</param>
    /// <returns>The organisation that they are a member of now.</returns>
    public async Task<Outcome<FoundOrganisation>> AcceptAsync(string secret, Caller person, CancellationToken cancellation)
    {
        if (person.Id.IsClient || !links.TryRead(secret, out var organisation, out var id))
            return ChangeOrganisation.NotFound;
        // Before the membership: what is noted here gives no right, and without it the person would not find the organisation.
        await people.AddOrganisationAsync(person.Id, organisation, cancellation);
        return await _change.RunAsync(
            organisation, person.Id,
            async found =>
            {
                if (await organisations.GetInvitationAsync(organisation, id, cancellation) is not { } invitation)
                    return ChangeOrganisation.NotFound;
                var now = clock.GetUtcNow();
                if (!invitation.IsOpenAt(now))
                    return NotOpen;
                var before = await organisations.GetMemberAsync(organisation, person.Id, cancellation);
                var roles = invitation.Roles | (before?.Roles ?? Roles.None);
                if (RoleRules.WhyNot(roles) is { } together)
                    return new Problem(Catalogue.RolesNotUsable, $"You are {RoleWords.Of(before!.Roles)} there already. {together}");
                if (organisation != Organisation.Portal && invitation.Roles.HasAny(RoleRules.Leading) && await IsAdministratorAsync(person.Id, cancellation))
                    return new Problem(Catalogue.RolesNotUsable, "An administrator of the portal can't look after an organisation in it.");
                return new ChangeOrganisation.Change(Deed.InvitationAccepted, organisation, id)
                {
                    Invitation = invitation with { State = InvitationState.Accepted, Email = null, Member = person.Id },
                    Put = new Member(person.Id, roles, before?.Since ?? now, invitation.By, invitation.Body ?? before?.Body),
                    RolesBefore = before?.Roles ?? Roles.None,
                    RolesAfter = roles,
                    Before = before?.Roles.ToString(),
                    After = roles.ToString(),
                };
            },
            cancellation);
    }

    private static Problem NotOpen =>
        new(Catalogue.InvitationNotUsable, "It was used or withdrawn, or is older than 14 days. Ask the organisation for a new one.");

    private async Task<bool> IsAdministratorAsync(MemberId member, CancellationToken cancellation) =>
        await organisations.GetMemberAsync(Organisation.Portal, member, cancellation) is { } there && there.Roles.HasAny(Roles.Administrator);

    private static Problem? Refusal(OrganisationRight right, LeadCounts leads, Roles roles, OrganisationId? body)
    {
        if (RoleRules.WhyNot(roles) is { } sentence)
            return new Problem(Catalogue.RolesNotUsable, sentence);
        if (roles == Roles.Supporter && body is null)
            return new Problem(Catalogue.RolesNotUsable, "Say which local infrastructure body the supporter is from.");
        return (roles & ~right.MayGive(leads)) == Roles.None
            ? null
            : right.WhyNot(WhoMay(right));
    }

    private static string WhoMay(OrganisationRight right) => right is { Administers: true, Own: Roles.None }
        ? "There is somebody who looks after it: they invite others."
        : "A lead of the organisation invites people, each into roles of the lead's own kind.";

    private static Finding? WhyNotAddress(string email) =>
        email.Trim() is { Length: > 0 and <= MostEmailCharacters } address && !address.Any(char.IsControl)
            && MailAddress.TryCreate(address, out var parsed) && string.Equals(parsed.Address, address, StringComparison.Ordinal)
            ? null
            : new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "email", "Enter an e-mail address in the correct format, like name@example.org.");
}
