using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Fixes what a report is made from, and reads exactly that. Awards, headers, results and revisions all come by award, so each is read once, in step.</summary>
public sealed class CutReport(IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, IReturnStore returns, IOrganisationStore organisations)
{
    /// <summary>Organisations that are read at once.</summary>
    private const int OrganisationsAtOnce = 16;

    /// <summary>Whether a report is anybody's: a cut is its co-funder's, all else the lead funder's.</summary>
    public async Task<bool> HasReaderAsync(ReportKey key, CancellationToken cancellation) =>
        key.Funder is null || (await programmes.GetAsync(key.Programme, cancellation) is { } programme && IsReader(programme, key));

    private static bool IsReader(Programme programme, ReportKey key) => key.Funder is not { } funder || programme.CoFunders.Any(one => one.Id == funder);

    /// <summary>Takes the cut; null where there is no such report.</summary>
    public async Task<Cut?> TakeAsync(ReportKey key, long number, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(key.Programme, cancellation) is not { IsComplete: true } programme || programme.Period(key.From) is null || programme.Period(key.To) is null || !IsReader(programme, key))
            return null;
        var used = await PeriodsAsync(programme, key, cancellation);
        var sight = new Sight(programme, key.Funder);
        var named = new HashSet<OrganisationId>();
        var (awards, entries, earlier) = (new List<ManifestAward>(), new List<ManifestEntry>(), new List<EarlierEntry>());
        var headers = used.Select(period => new Stepper<ReturnHeader>(
            returns.HeadersAsync(key.Programme, period.Period, cancellation), header => header.Key.Award)).ToList();
        try
        {
            await foreach (var award in AwardsAsync(key.Programme, cancellation))
            {
                if (!sight.Sees(award))
                    continue;
                var before = entries.Count + earlier.Count;
                for (var place = 0; place < used.Count; place++)
                {
                    var header = await headers[place].AtAsync(award.Id);
                    var period = used[place];
                    if (!period.Reported)
                    {
                        if (header is { Revision: > 0 })
                            earlier.Add(new EarlierEntry(award.Id, period.Period, header.Revision, header.Digest!));
                    }
                    else if (header is not null && (header.Revision > 0 || award.ReportsFor(programme.Period(period.Period)!)))
                        entries.Add(new ManifestEntry(award.Id, period.Period, header.Status, header.Revision, header.Digest, header.FirstSubmittedAt, header.SubmittedAt));
                    else if (award.ReportsFor(programme.Period(period.Period)!))
                        entries.Add(new ManifestEntry(award.Id, period.Period, ReturnStatus.NotStarted, 0, null, null, null));
                }
                if (entries.Count + earlier.Count > before || key.Content.IsRegister)
                    awards.Add(new ManifestAward(award.Id, award.Version));
                if (key.Content.IsRegister)
                    named.UnionWith([award.Provider.Id, .. award.Partners.Select(partner => partner.Id)]);
            }
        }
        finally
        {
            foreach (var stepper in headers)
                await stepper.DisposeAsync();
        }
        return await OpenAsync(
            new Manifest
            {
                Programme = key.Programme,
                ProgrammeVersion = programme.Version,
                From = key.From,
                Period = key.To,
                Funder = key.Funder,
                Content = key.Content.IsWhole ? null : key.Content.Name,
                Form = programme.Form,
                Rules = Manifest.CurrentRules,
                Cut = number,
                CutAt = at,
                Periods = used,
                Awards = awards,
                Organisations = key.Content.IsRegister ? await OrganisationsAsync(named, cancellation) : null,
                Returns = entries,
                Earlier = earlier,
            },
            cancellation);
    }

    /// <summary>The cut that a manifest names.</summary>
    /// <exception cref="InvalidDataException">Something that the manifest names is missing or another.</exception>
    public async Task<Cut> OpenAsync(Manifest manifest, CancellationToken cancellation)
    {
        var programme = await programmes.GetVersionAsync(manifest.Programme, manifest.ProgrammeVersion, cancellation)
            ?? throw new InvalidDataException($"Programme {manifest.Programme} version {manifest.ProgrammeVersion} is named by a report and not stored.");
        var opened = new List<CutPeriod>();
        foreach (var named in manifest.Periods)
        {
            var version = await VersionAsync(programme, named.FormVersion, cancellation);
            if (!string.Equals(version.ContentHash, named.FormHash, StringComparison.Ordinal))
                throw new InvalidDataException($"Version {named.FormVersion} of form {manifest.Form} is not the one that the report names.");
            opened.Add(new CutPeriod(programme.Period(named.Period)!, version, named.Reported, opened.Count));
        }
        return new Cut(manifest, programme, opened);
    }

    /// <summary>The lines of a cut by award, exactly as the manifest names them.</summary>
    /// <exception cref="InvalidDataException">A revision that the manifest names is missing or damaged.</exception>
    public async IAsyncEnumerable<ReportLine> LinesAsync(Cut cut, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var manifest = cut.Manifest;
        await using var awards = new Stepper<Award>(AwardsAsync(manifest.Programme, cancellation), award => award.Id);
        var readers = cut.Periods.Select(period => new PeriodReader(period, manifest.Programme, returns, cancellation)).ToList();
        var places = cut.Periods.ToDictionary(period => period.Period.Id, period => period.Place);
        try
        {
            var (entry, early) = (0, 0);
            foreach (var named in manifest.Awards)
            {
                var award = await awards.AtAsync(named.Award);
                if (award?.Version != named.Version)
                    award = await programmes.GetAwardVersionAsync(manifest.Programme, named.Award, named.Version, cancellation);
                if (award is null)
                    throw new InvalidDataException($"Award {named.Award} version {named.Version} is named by a report and not stored.");
                var line = new ReportLine(award, new ReturnInReport?[readers.Count], new decimal?[readers.Count][]);
                for (; early < manifest.Earlier.Count && manifest.Earlier[early].Award == award.Id; early++)
                {
                    var place = places[manifest.Earlier[early].Period];
                    line.Counted[place] = await readers[place].CountedAsync(manifest.Earlier[early]);
                }
                for (; entry < manifest.Returns.Count && manifest.Returns[entry].Award == award.Id; entry++)
                {
                    var place = places[manifest.Returns[entry].Period];
                    var revision = await readers[place].RevisionAsync(manifest.Returns[entry]);
                    line.Returns[place] = new ReturnInReport(manifest.Returns[entry], cut.Periods[place], revision);
                    line.Counted[place] = revision is null ? null : CountedMeasures.Of(revision.Answers);
                }
                yield return line;
            }
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
    }

    /// <summary>The periods that a report uses: earlier ones that were opened, and all that it reports on.</summary>
    private async Task<List<ManifestPeriod>> PeriodsAsync(Programme programme, ReportKey key, CancellationToken cancellation)
    {
        var (from, to) = (programme.PlaceOf(key.From), programme.PlaceOf(key.To));
        var opened = await Task.WhenAll(programme.Calendar.Take(to + 1).Select(period => periods.GetAsync(programme.Id, period.Id, cancellation)));
        var used = new List<ManifestPeriod>();
        for (var place = 0; place <= to; place++)
        {
            if (opened[place] is null && place < from)
                continue;
            var period = programme.Calendar[place].Id;
            var version = await VersionAsync(programme, opened[place]?.FormVersion ?? programme.PlannedFormVersion(period), cancellation);
            used.Add(new ManifestPeriod(period, version.Number, version.ContentHash, place >= from));
        }
        return used;
    }

    /// <summary>What organisations say of themselves now, by id: it has no versions of its own, so the manifest holds it.</summary>
    private async Task<IReadOnlyList<Organisation>> OrganisationsAsync(HashSet<OrganisationId> ids, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<Organisation>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = OrganisationsAtOnce, CancellationToken = cancellation }, async (id, stop) =>
        {
            if (await organisations.GetAsync(id, stop) is { } known)
                found.Add(known.Organisation);
        });
        return [.. found.OrderBy(one => one.Id.Value, StringComparer.Ordinal)];
    }

    private async Task<FormVersion> VersionAsync(Programme programme, int number, CancellationToken cancellation) =>
        await forms.GetAsync(programme.Form, number, cancellation)
        ?? throw new InvalidDataException($"Version {number} of form {programme.Form} is not stored, but programme {programme.Id} asks it.");

    private IAsyncEnumerable<Award> AwardsAsync(ProgrammeId programme, CancellationToken cancellation) =>
        Pages.AllAsync<Award>((next, stop) => programmes.ListAwardsAsync(programme, next, Pages.Size, stop), cancellation);
}
