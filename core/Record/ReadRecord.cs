using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Record;

/// <summary>An entry or look as a page shows it: with the organisation and, to its own organisation only, the person's name.</summary>
/// <param name="Organisation">Whom they acted for; null where nobody.</param>
/// <param name="Name">Null where the person was forgotten, or belongs to another organisation.</param>
/// <param name="IsOwn">Whether they acted for the reader's own organisation.</param>
/// <param name="AboutName">The member whom an entry is about, to their own organisation; null where it is about none, or they were forgotten.</param>
public sealed record Named<T>(T What, string? Organisation, string? Name, bool IsOwn, string? AboutName = null);

/// <summary>A chain of the record as a page shows it, and whether it is whole.</summary>
/// <param name="Right">What the reader may do with the organisation.</param>
public sealed record OrganisationRecord(Organisation Organisation, OrganisationRight Right, IReadOnlyList<Named<RecordEntry>> Entries, Verified Verified);

/// <summary>A return's record as a page shows it.</summary>
/// <param name="Looks">Who looked at it; null to all but its provider.</param>
public sealed record ReturnRecord(FoundReturn Return, IReadOnlyList<Named<RecordEntry>> Entries, IReadOnlyList<Named<Look>>? Looks, Verified Verified);

/// <summary>
/// Reads the record for those whom it concerns: a provider sees what was done with its returns and which organisations looked at them; the lead
/// funder sees what was done since the first submission; every member sees the organisation's own.
/// </summary>
public sealed class ReadRecord(FindReturn find, IRecordStore record, ILookStore looks, IOrganisationStore organisations, IPeopleStore people, VerifyRecord verify)
{
    /// <summary>A return's record with its looks, verified.</summary>
    public async Task<Outcome<ReturnRecord>> OfReturnVerifiedAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        var entries = await EntriesAsync(current, cancellation);
        if (entries.Problem is { } problem)
            return problem;
        var seen = current.Access.IsProvider ? (await LooksAsync(current, cancellation)).Value : null;
        return new ReturnRecord(current, entries.Value!, seen, await verify.ReturnAsync(key, cancellation));
    }

    /// <summary>An organisation's record, verified.</summary>
    public async Task<Outcome<OrganisationRecord>> OfOrganisationVerifiedAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var entries = await OfOrganisationAsync(organisation, caller, cancellation);
        if (entries.Problem is { } problem)
            return problem;
        var found = (await organisations.GetAsync(organisation, cancellation))!;
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        return new OrganisationRecord(found.Organisation, right, entries.Value!, await verify.OrganisationAsync(organisation, cancellation));
    }

    public async Task<Outcome<IReadOnlyList<Named<RecordEntry>>>> OfReturnAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        return found.Value is { } current ? await EntriesAsync(current, cancellation) : found.Problem!;
    }

    /// <summary>What was done last with a return, the newest first, for its provider.</summary>
    public async Task<IReadOnlyList<Named<RecordEntry>>> LatestAsync(FoundReturn current, int most, CancellationToken cancellation)
    {
        if (!current.Access.IsProvider)
            return [];
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(current.Key, cancellation))
            entries.Add(entry);
        entries.Reverse();
        return (await NamedAsync(entries.Take(most).ToList(), entry => entry.For, entry => entry.By, _ => null, current.Access.For, cancellation)).Value!;
    }

    /// <summary>What happened to a return since somebody read it, the drafts' entries left out, for its provider and the funders of the award.</summary>
    /// <param name="count">How many entries there were then.</param>
    public async Task<IReadOnlyList<Named<RecordEntry>>> SinceAsync(FoundReturn current, int count, CancellationToken cancellation)
    {
        if (current.Access is { IsProvider: false, Funder: null })
            return [];
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(current.Key, cancellation))
            if (entry.Number > count && entry.Deed is (Deed.Submitted or Deed.Accepted or Deed.Reopened or Deed.QueryAsked or Deed.QueryAnswered or Deed.QueryWithdrawn or Deed.Acknowledged))
                entries.Add(entry);
        return (await NamedAsync(entries, entry => entry.For, entry => entry.By, _ => null, current.Access.For, cancellation)).Value!;
    }

    public async Task<Outcome<IReadOnlyList<Named<Look>>>> LooksAtAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        return found.Value is { } current ? await LooksAsync(current, cancellation) : found.Problem!;
    }

    public async Task<Outcome<IReadOnlyList<Named<RecordEntry>>>> OfOrganisationAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is null)
            return ChangeOrganisation.NotFound;
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(organisation, cancellation))
            entries.Add(entry);
        // An administrator reads it as the portal's own: people's names are their organisation's alone.
        return await NamedAsync(entries, entry => entry.For, entry => entry.By, right.For == organisation ? entry => MemberIn(entry.About) : _ => null, right.For, cancellation);
    }

    private async Task<Outcome<IReadOnlyList<Named<RecordEntry>>>> EntriesAsync(FoundReturn current, CancellationToken cancellation)
    {
        if (!current.Access.IsProvider && !current.Access.IsLeadFunder)
            return current.Access.WhyNot("The provider and the lead funder read a return's record.");
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(current.Key, cancellation))
            if (current.Access.IsProvider || entry.Deed is not (Deed.DraftChanged or Deed.PartDone or Deed.PartNotDone))
                entries.Add(entry);
        var named = await NamedAsync(entries, entry => entry.For, entry => entry.By, _ => null, current.Access.For, cancellation);
        return named.Value is { } all ? await WithBodiesAsync(all, cancellation) : named;
    }

    /// <summary>Where supporters are from, by name.</summary>
    private async Task<List<Named<RecordEntry>>> WithBodiesAsync(IReadOnlyList<Named<RecordEntry>> entries, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var named = new List<Named<RecordEntry>>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.What is not { Deed: Deed.DraftChanged, About: { } body } || !OrganisationId.TryParse(body, out var id))
            {
                named.Add(entry);
                continue;
            }
            if (!names.TryGetValue(body, out var name))
                names[body] = name = (await organisations.GetAsync(id, cancellation))?.Organisation.Name ?? body;
            named.Add(entry with { AboutName = name });
        }
        return named;
    }

    private async Task<Outcome<IReadOnlyList<Named<Look>>>> LooksAsync(FoundReturn current, CancellationToken cancellation)
    {
        if (!current.Access.IsProvider)
            return current.Access.WhyNot("The provider sees who opened its return.");
        var seen = new List<Look>();
        await foreach (var look in looks.OfAsync(current.Key, cancellation))
            // A co-funder's report holds only awards that it pays for.
            if (look.Kind != LookKind.DownloadedInReport || current.Programme.LeadFunder.Id == look.For || current.Award.IsFundedBy(look.For))
                seen.Add(look);
        return await NamedAsync(seen, look => look.For, look => look.By, _ => null, current.Access.For, cancellation);
    }

    private async Task<Outcome<IReadOnlyList<Named<T>>>> NamedAsync<T>(
        List<T> items, Func<T, OrganisationId?> organisationOf, Func<T, MemberId> memberOf, Func<T, MemberId?> aboutOf, OrganisationId reader, CancellationToken cancellation)
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
            var own = organisation == reader;
            named.Add(new Named<T>(
                item, shown, own ? await NameAsync(reader, memberOf(item), persons, cancellation) : null, own,
                aboutOf(item) is { } about ? await NameAsync(reader, about, persons, cancellation) : null));
        }
        return named;
    }

    private static MemberId? MemberIn(string? about) =>
        about is ['p' or 'c', '-', ..] && Identifier.TryParse<MemberId>(about, out var member) ? member : null;

    private async Task<string?> NameAsync(OrganisationId organisation, MemberId member, Dictionary<MemberId, string?> known, CancellationToken cancellation)
    {
        if (!known.TryGetValue(member, out var name))
            known[member] = name = member.IsClient
                ? (await organisations.GetMemberAsync(organisation, member, cancellation))?.Client?.Name
                : (await people.GetAsync(member, cancellation))?.Name;
        return name;
    }
}
