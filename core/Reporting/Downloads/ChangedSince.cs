using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>A return that came, or was corrected, after a report was cut.</summary>
/// <param name="From">The revision that the report used; 0 where none was in.</param>
public sealed record ChangedReturn(ListedReturn Return, ReportingPeriod Period, int From);

/// <summary>Which returns changed after a report was cut: its manifest beside where returns stand now, two small reads a period.</summary>
public sealed class ChangedSince(IProgrammeStore programmes, IReturnStore returns)
{
    /// <summary>All of them, the newest period first, by award.</summary>
    internal async Task<IReadOnlyList<ChangedReturn>> AllAsync(ProgrammeAccess access, Manifest manifest, CancellationToken cancellation)
    {
        var used = new Dictionary<(AwardId, PeriodId), int>();
        foreach (var entry in manifest.Returns)
            used[(entry.Award, entry.Period)] = entry.Revision;
        foreach (var entry in manifest.Earlier)
            used[(entry.Award, entry.Period)] = entry.Revision;
        var periods = manifest.Periods.Select(period => access.Programme.Period(period.Period)).OfType<ReportingPeriod>().Reverse().ToList();
        var standing = await Task.WhenAll(periods.Select(period => StandingReturns.OfAsync(access, period, programmes, returns, cancellation)));
        var changed = new List<ChangedReturn>();
        foreach (var (period, listed) in periods.Zip(standing))
            foreach (var one in listed)
                if (used.GetValueOrDefault((one.Award.Id, period.Id)) is var from && one.Standing.Revision > from && (manifest.Funder is not { } funder || one.Award.Funders.Contains(funder)))
                    changed.Add(new ChangedReturn(one, period, from));
        return changed;
    }
}
