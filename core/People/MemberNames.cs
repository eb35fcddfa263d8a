namespace MonitoringReturns.Core.People;

/// <summary>What members of an organisation are called, for others of the same. Who was forgotten has no name.</summary>
public sealed class MemberNames(IPeopleStore people, IOrganisationStore organisations)
{
    public async Task<IReadOnlyDictionary<MemberId, string>> OfAsync(OrganisationId organisation, IEnumerable<MemberId> members, CancellationToken cancellation)
    {
        var names = new Dictionary<MemberId, string>();
        foreach (var member in members.Distinct())
            if (await NameAsync(organisation, member, cancellation) is { } name)
                names[member] = name;
        return names;
    }

    private async Task<string?> NameAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) => member.IsClient
        ? (await organisations.GetMemberAsync(organisation, member, cancellation))?.Client?.Name
        : (await people.GetAsync(member, cancellation))?.Name;
}
