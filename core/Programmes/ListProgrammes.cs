using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes;

/// <summary>Lists the programmes that a caller's organisations have a part in.</summary>
public sealed class ListProgrammes(IProgrammeStore programmes)
{
    /// <param name="after">The programme that the page before ended with; null for the first.</param>
    /// <param name="size">At most this many.</param>
    public async Task<PageOf<ProgrammeSummary>> RunAsync(ProgrammeId? after, int size, Caller caller, CancellationToken cancellation)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var organisation in await caller.OrganisationsAsync(cancellation))
            if (await caller.RolesInAsync(organisation, cancellation) != Roles.None)
                foreach (var id in (await programmes.ListOfAsync(organisation, after?.Value, size + 1, cancellation)).Items)
                    ids.Add(id.Value);
        var listed = new List<ProgrammeSummary>();
        foreach (var id in ids.Take(size))
            if (await programmes.GetAsync(Identifier.Parse<ProgrammeId>(id), cancellation) is { } programme)
                listed.Add(new ProgrammeSummary(programme.Id, programme.Name, programme.LeadFunder));
        return new PageOf<ProgrammeSummary>(listed, ids.Count > size ? ids.ElementAt(size - 1) : null);
    }
}
