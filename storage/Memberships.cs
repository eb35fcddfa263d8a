using MonitoringReturns.Core.People;

namespace MonitoringReturns.Storage;

/// <summary>Says who is a member where: a row of the organisation says which roles, rows of the member where to look.</summary>
public sealed class Memberships(IOrganisationStore organisations, IPeopleStore people) : IMemberships
{
    public async Task<Roles> RolesAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) =>
        (await organisations.GetMemberAsync(organisation, member, cancellation))?.Roles ?? Roles.None;

    public async Task<OrganisationId?> BodyAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) =>
        (await organisations.GetMemberAsync(organisation, member, cancellation))?.Body;

    public Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation) =>
        people.OrganisationsOfAsync(member, cancellation);
}
