using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>Somebody from a local infrastructure body who worked on a return for the charity.</summary>
/// <param name="Person">Null where they were forgotten, or it was a program.</param>
/// <param name="Body">The body's name.</param>
public sealed record Support(string? Person, string Body);

/// <summary>Says with whose help a return was prepared, from its record: it stays true when the charity has ended the help.</summary>
public sealed class PreparedWith(IRecordStore record, IOrganisationStore organisations, IPeopleStore people)
{
    /// <returns>For the provider's people; nothing to others.</returns>
    public async Task<IReadOnlyList<Support>> OfAsync(FoundReturn found, CancellationToken cancellation)
    {
        if (!found.Access.IsProvider)
            return [];
        var helped = new List<(MemberId By, OrganisationId Body)>();
        await foreach (var entry in record.OfAsync(found.Key, cancellation))
            if (entry is { Deed: Deed.DraftChanged, About: { } about } && OrganisationId.TryParse(about, out var body) && !helped.Contains((entry.By, body)))
                helped.Add((entry.By, body));
        var support = new List<Support>(helped.Count);
        foreach (var (by, body) in helped)
            support.Add(new Support(
                by.IsClient ? null : (await people.GetAsync(by, cancellation))?.Name, (await organisations.GetAsync(body, cancellation))?.Organisation.Name ?? body.Value));
        return support;
    }
}
