using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Record;

/// <summary>An entry or look as a page shows it: with the organisation and, to its own organisation only, the person's name.</summary>
/// <param name="Organisation">Whom they acted for; null where nobody.</param>
/// <param name="Name">Null where the person was forgotten, or belongs to another organisation.</param>
public sealed record Named<T>(T What, string? Organisation, string? Name);

/// <summary>
/// Reads the record for those whom it concerns: a provider sees what was done with its returns and which organisations looked at them; the lead
/// funder sees what was done since the first submission; every member sees the organisation's own.
/// </summary>
public sealed class ReadRecord(FindReturn find, IRecordStore record, ILookStore looks, IOrganisationStore organisations, IPeopleStore people)
{
    public async Task<Outcome<IReadOnlyList<Named<RecordEntry>>>> OfReturnAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.IsProvider && !current.Access.IsLeadFunder)
            return current.Access.WhyNot("The provider and the lead funder read a return's record.");
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(key, cancellation))
            if (current.Access.IsProvider || entry.Deed != Deed.DraftChanged)
                entries.Add(entry);
        return await NamedAsync(entries, entry => entry.For, entry => entry.By, current.Access.For, cancellation);
    }

    public async Task<Outcome<IReadOnlyList<Named<Look>>>> LooksAtAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.IsProvider)
            return current.Access.WhyNot("The provider sees who opened its return.");
        var seen = new List<Look>();
        await foreach (var look in looks.OfAsync(key, cancellation))
            // A co-funder's report holds only awards that it pays for.
            if (look.Kind != LookKind.DownloadedInReport || current.Programme.LeadFunder.Id == look.For || current.Award.IsFundedBy(look.For))
                seen.Add(look);
        return await NamedAsync(seen, look => look.For, look => look.By, current.Access.For, cancellation);
    }

    public async Task<Outcome<IReadOnlyList<Named<RecordEntry>>>> OfOrganisationAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is null)
            return ChangeOrganisation.NotFound;
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(organisation, cancellation))
            entries.Add(entry);
        return await NamedAsync(entries, entry => entry.For, entry => entry.By, organisation, cancellation);
    }

    private async Task<Outcome<IReadOnlyList<Named<T>>>> NamedAsync<T>(
        List<T> items, Func<T, OrganisationId?> organisationOf, Func<T, MemberId> memberOf, OrganisationId reader, CancellationToken cancellation)
    {
        var names = new Dictionary<OrganisationId, string>();
        var persons = new Dictionary<MemberId, string?>();
        var named = new List<Named<T>>(items.Count);
        foreach (var item in items)
        {
            var organisation = organisationOf(item);
            string? shown = null;
            if (organisation is { } id && !names.TryGetValue(id, out shown))
                names[id] = shown = (await organisations.GetAsync(id, cancellation))?.Organisation.Name ?? id.Value;
            named.Add(new Named<T>(item, shown, organisation == reader ? await NameAsync(reader, memberOf(item), persons, cancellation) : null));
        }
        return named;
    }

    private async Task<string?> NameAsync(OrganisationId organisation, MemberId member, Dictionary<MemberId, string?> known, CancellationToken cancellation)
    {
        if (!known.TryGetValue(member, out var name))
            known[member] = name = member.IsClient
                ? (await organisations.GetMemberAsync(organisation, member, cancellation))?.Client?.Name
                : (await people.GetAsync(member, cancellation))?.Name;
        return name;
    }
}
