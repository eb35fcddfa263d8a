namespace MonitoringReturns.Core.People;

/// <summary>
/// Who asks, and for whom. A person acts for one organisation at a time, the one they switched to; a client for every organisation that lets it,
/// or for the one that its request names. Roles are always read from the organisation itself, so a member who was removed has none.
/// </summary>
/// <param name="actingFor">The only organisation whose roles count; null for all of a client's.</param>
public sealed class Caller(MemberId id, OrganisationId? actingFor, IMemberships memberships)
{
    private readonly Dictionary<OrganisationId, Task<Roles>> _roles = [];

    public MemberId Id { get; } = id;

    public OrganisationId? ActingFor { get; } = actingFor;

    /// <summary>The caller's roles in an organisation; none where it acts for another.</summary>
    public Task<Roles> RolesInAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        if (ActingFor is { } only && only != organisation)
            return Task.FromResult(Roles.None);
        lock (_roles)
            return _roles.TryGetValue(organisation, out var known) ? known : _roles[organisation] = memberships.RolesAsync(organisation, Id, cancellation);
    }

    /// <summary>The local infrastructure body that the caller supports an organisation from; null for everybody but its supporters.</summary>
    public Task<OrganisationId?> BodyInAsync(OrganisationId organisation, CancellationToken cancellation) =>
        ActingFor is { } only && only != organisation ? Task.FromResult<OrganisationId?>(null) : memberships.BodyAsync(organisation, Id, cancellation);

    /// <summary>The organisations that the caller may act for now, those it has no role in any more among them.</summary>
    public async Task<IReadOnlyCollection<OrganisationId>> OrganisationsAsync(CancellationToken cancellation) =>
        ActingFor is { } only ? [only] : await memberships.OrganisationsOfAsync(Id, cancellation);

    /// <summary>Whether the caller holds any role in any organisation that it may act for.</summary>
    public async Task<bool> HasAnyRoleAsync(CancellationToken cancellation)
    {
        foreach (var organisation in await OrganisationsAsync(cancellation))
            if (await RolesInAsync(organisation, cancellation) != Roles.None)
                return true;
        return false;
    }
}

/// <summary>Says who is a member where.</summary>
public interface IMemberships
{
    /// <summary>Read from the organisation: what it says now.</summary>
    Task<Roles> RolesAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation);

    /// <summary>Where a supporter is from; null for everybody else.</summary>
    Task<OrganisationId?> BodyAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation);

    /// <summary>Where a member may have roles: more than it has, never fewer.</summary>
    Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation);
}
