using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Names of organisations, and of an organisation's own people to itself.</summary>
internal sealed class SetupNames(IOrganisationStore organisations, IPeopleStore people)
{
    private readonly MemberNames _members = new(people, organisations);

    public async Task<string> OfAsync(OrganisationId organisation, CancellationToken cancellation) =>
        (await organisations.GetAsync(organisation, cancellation))?.Organisation.Name ?? organisation.Value;

    public async Task<string?> OfAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) =>
        (await _members.OfAsync(organisation, [member], cancellation)).GetValueOrDefault(member);
}
