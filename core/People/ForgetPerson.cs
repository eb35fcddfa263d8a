using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.People;

/// <summary>
/// Removes who a person is: identity, name and address. The record keeps their pseudonymous id, so no chain breaks. Only for somebody who is no
/// member anywhere; an administrator does it when the person asks, or long after they left.
/// </summary>
public sealed class ForgetPerson(IPeopleStore people, IMemberships memberships)
{
    public async Task<Outcome<MemberId>> RunAsync(MemberId person, Caller caller, CancellationToken cancellation)
    {
        if (!(await caller.RolesInAsync(Organisation.Portal, cancellation)).HasAny(Roles.Administrator) || await people.GetAsync(person, cancellation) is null)
            return new Problem(Catalogue.NotFound, "There is no such person.");
        foreach (var organisation in await people.OrganisationsOfAsync(person, cancellation))
            if (await memberships.RolesAsync(organisation, person, cancellation) != Roles.None)
                return new Problem(Catalogue.StillAMember, $"They are still a member of {organisation}: a lead there removes them first.");
        await people.ForgetAsync(person, cancellation);
        return person;
    }
}
