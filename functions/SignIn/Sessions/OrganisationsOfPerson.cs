using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>An organisation that a person may act for.</summary>
internal sealed record PersonsOrganisation(OrganisationId Id, string Name, Roles Roles);

/// <summary>Finds the organisations that a person is a member of now.</summary>
internal sealed class OrganisationsOfPerson(IMemberships memberships, IOrganisationStore organisations)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<PersonsOrganisation>> ListAsync(MemberId person, CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await memberships.OrganisationsOfAsync(person, cancellation)).Select(id => FindAsync(person, id, cancellation)));
        return [.. found.OfType<PersonsOrganisation>().OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Null where the person is no member.</summary>
    public async Task<PersonsOrganisation?> FindAsync(MemberId person, OrganisationId organisation, CancellationToken cancellation) =>
        await memberships.RolesAsync(organisation, person, cancellation) is var roles && roles != Roles.None && await organisations.GetAsync(organisation, cancellation) is { } found
            ? new PersonsOrganisation(organisation, found.Organisation.Name, roles)
            : null;
}
