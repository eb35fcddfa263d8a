using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Reads what a report uses of one period, by award: whole revisions where it reports on the period, else only what they count.</summary>
/// <param name="between">The first and the last award that are asked for; null for all.</param>
internal sealed class PeriodReader(CutPeriod period, ProgrammeId programme, IReturnStore returns, CancellationToken cancellation, (AwardId From, AwardId To)? between = null) : IAsyncDisposable
{
    private readonly Stepper<StoredRevision> _revisions = new(returns.RevisionsAsync(programme, period.Period.Id, cancellation), revision => revision.Key.Award);
    private readonly Stepper<StoredResults> _results = new(
        between is var (from, to) ? returns.ResultsBetweenAsync(programme, period.Period.Id, from, to, cancellation) : returns.ResultsAsync(programme, period.Period.Id, cancellation),
        results => results.Award);

    /// <exception cref="InvalidDataException">The revision is missing or another.</exception>
    public async ValueTask<Revision?> RevisionAsync(ManifestEntry entry)
    {
        if (entry.Revision == 0)
            return null;
        var stored = await _revisions.FindAsync(entry.Award, revision => revision.Number == entry.Revision);
        return Read(stored, entry.Award, entry.Revision, entry.Digest!);
    }

    /// <summary>What a return counts. Kept figures are used where they are of the revision that is wanted; else the revision is counted anew.</summary>
    /// <exception cref="InvalidDataException">The revision is missing or another.</exception>
    public async ValueTask<decimal?[]> CountedAsync(EarlierEntry entry)
    {
        var kept = await _results.AtAsync(entry.Award);
        if (kept is not null && kept.Revision == entry.Revision && kept.Rules == CountedMeasures.CurrentRules && kept.FormVersion == period.Version.Number)
            return CountedMeasures.Read(kept.Measures.Span, period.Version);
        var stored = await returns.GetRevisionAsync(new ReturnKey(programme, period.Period.Id, entry.Award), entry.Revision, cancellation);
        return CountedMeasures.Of(Read(stored, entry.Award, entry.Revision, entry.Digest).Answers);
    }

    public async ValueTask DisposeAsync()
    {
        await _revisions.DisposeAsync();
        await _results.DisposeAsync();
    }

    private Revision Read(StoredRevision? stored, AwardId award, int number, string digest)
    {
        if (stored is null)
            throw new InvalidDataException($"Revision {number} of award {award} in {period.Period.Id} is named by a report and not stored.");
        if (!string.Equals(stored.Digest, digest, StringComparison.Ordinal))
            throw new InvalidDataException($"Revision {number} of {stored.Key} is not the one that the report names.");
        return RevisionJson.Read(stored, period.Version);
    }
}
