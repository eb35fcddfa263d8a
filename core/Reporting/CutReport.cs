using System.Runtime.CompilerServices;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>A cut: the manifest and what it names.</summary>
public sealed record Cut(Manifest Manifest, Programme Programme, ReportingPeriod Period, FormVersion Version);

/// <summary>One award of a report.</summary>
/// <param name="Revision">Null where no return was in.</param>
public sealed record ReportLine(ManifestEntry Entry, Award Award, Revision? Revision);

/// <summary>Fixes what a report is made from, and reads exactly that. Awards, headers and revisions all come by award, so each is read once, in step.</summary>
public sealed class CutReport(IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, IReturnStore returns)
{
    /// <summary>Takes the cut; null where there is no such period.</summary>
    public async Task<Cut?> TakeAsync(ProgrammeId programmeId, PeriodId periodId, long number, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { } programme || programme.Period(periodId) is not { } period)
            return null;
        var opened = await periods.GetAsync(programmeId, periodId, cancellation);
        var formVersion = opened?.FormVersion ?? programme.PlannedFormVersion(periodId);
        var version = await forms.GetAsync(programme.Form, formVersion, cancellation)
            ?? throw new InvalidDataException($"Version {formVersion} of form {programme.Form} is not stored, but programme {programme.Id} asks it.");

        var entries = new List<ManifestEntry>();
        await using var headers = returns.HeadersAsync(programmeId, periodId, cancellation).GetAsyncEnumerator(cancellation);
        var more = await headers.MoveNextAsync();
        await foreach (var award in AwardsAsync(programmeId, cancellation))
        {
            while (more && string.CompareOrdinal(headers.Current.Key.Award.Value, award.Id.Value) < 0)
                more = await headers.MoveNextAsync();
            var header = more && headers.Current.Key.Award == award.Id ? headers.Current : null;
            if (header is not null)
                entries.Add(new ManifestEntry(award.Id, award.Version, header.Status, header.Revision, header.Digest, header.FirstSubmittedAt, header.SubmittedAt));
            else if (award.ReportsFor(period))
                entries.Add(new ManifestEntry(award.Id, award.Version, ReturnStatus.NotStarted, 0, null, null, null));
        }
        var manifest = new Manifest
        {
            Programme = programmeId,
            ProgrammeVersion = programme.Version,
            Period = periodId,
            Form = programme.Form,
            FormVersion = version.Number,
            FormHash = version.ContentHash,
            Rules = Manifest.CurrentRules,
            Cut = number,
            CutAt = at,
            Returns = entries,
        };
        return new Cut(manifest, programme, period, version);
    }

    /// <summary>The lines of a cut by award, exactly as the manifest names them.</summary>
    /// <exception cref="InvalidDataException">A revision that the manifest names is missing or damaged.</exception>
    public async IAsyncEnumerable<ReportLine> LinesAsync(Cut cut, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var manifest = cut.Manifest;
        await using var awards = AwardsAsync(manifest.Programme, cancellation).GetAsyncEnumerator(cancellation);
        await using var revisions = returns.RevisionsAsync(manifest.Programme, manifest.Period, cancellation).GetAsyncEnumerator(cancellation);
        foreach (var entry in manifest.Returns)
        {
            Award? award = null;
            while (award is null && await awards.MoveNextAsync())
                if (awards.Current.Id == entry.Award)
                    award = awards.Current;
            if (award?.Version != entry.AwardVersion)
                award = await programmes.GetAwardVersionAsync(manifest.Programme, entry.Award, entry.AwardVersion, cancellation);
            if (award is null)
                throw new InvalidDataException($"Award {entry.Award} version {entry.AwardVersion} is named by a report and not stored.");
            yield return new ReportLine(entry, award, entry.Revision == 0 ? null : await FindAsync(revisions, entry, cut));
        }
    }

    private static async Task<Revision> FindAsync(IAsyncEnumerator<StoredRevision> revisions, ManifestEntry entry, Cut cut)
    {
        while (await revisions.MoveNextAsync())
        {
            var stored = revisions.Current;
            if (stored.Key.Award != entry.Award || stored.Number != entry.Revision)
                continue;
            if (!string.Equals(stored.Digest, entry.Digest, StringComparison.Ordinal))
                throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} is not the one that the report names.");
            return RevisionJson.Read(stored, cut.Version);
        }
        throw new InvalidDataException($"Revision {entry.Revision} of award {entry.Award} is named by a report and not stored.");
    }

    private IAsyncEnumerable<Award> AwardsAsync(ProgrammeId programme, CancellationToken cancellation) =>
        Pages.AllAsync<Award>((next, stop) => programmes.ListAwardsAsync(programme, next, Pages.Size, stop), cancellation);
}
