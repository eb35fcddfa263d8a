using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.People;

/// <summary>An organisation as its page shows it to a caller.</summary>
/// <param name="MayGive">The roles that the caller may give to others in it now.</param>
/// <param name="Members">People and programs, a page of them.</param>
/// <param name="Invitations">The open ones, the newest first.</param>
public sealed record OrganisationOverview(
    Organisation Organisation, OrganisationRight Right, Roles MayGive, PageOf<NamedMember> Members, IReadOnlyList<OpenInvitation> Invitations);

/// <summary>An invitation that nobody accepted yet.</summary>
/// <param name="Invitation">Without its address for whoever may not change it.</param>
/// <param name="MayChange">Whether the caller may send it again or withdraw it.</param>
public sealed record OpenInvitation(Invitation Invitation, bool MayChange);

/// <summary>Shows an organisation to its members and to administrators, with what each may do in it.</summary>
public sealed class ShowOrganisation(IOrganisationStore organisations, Members members, TimeProvider clock)
{
    /// <summary>Members on a page.</summary>
    public const int MembersAtOnce = 100;

    /// <param name="after">The member that the page before ended with; null for the first page.</param>
    public async Task<Outcome<OrganisationOverview>> RunAsync(OrganisationId organisation, string? after, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found)
            return ChangeOrganisation.NotFound;
        var page = await members.ListAsync(organisation, after, MembersAtOnce, caller, cancellation);
        if (page.Problem is { } problem)
            return problem;
        var mayGive = right.MayGive(found.Leads);
        var open = new List<OpenInvitation>();
        await foreach (var invitation in OpenAsync(organisation, cancellation))
        {
            var mayChange = (invitation.Roles & ~mayGive) == Roles.None;
            open.Add(new OpenInvitation(mayChange ? invitation : invitation with { Email = null }, mayChange));
        }
        return new OrganisationOverview(found.Organisation, right, mayGive, page.Value!, open);
    }

    private async IAsyncEnumerable<Invitation> OpenAsync(OrganisationId organisation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await foreach (var invitation in Pages.AllAsync<Invitation>((next, stop) => organisations.ListInvitationsAsync(organisation, next, Pages.Size, stop), cancellation))
        {
            // The newest come first: whatever follows is too old to be open.
            if (invitation.Expires <= now)
                yield break;
            if (invitation.IsOpenAt(now))
                yield return invitation;
        }
    }
}
