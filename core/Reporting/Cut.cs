using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>A period of a report.</summary>
/// <param name="Reported">False for an earlier one, of which only figures to date and trends are shown.</param>
/// <param name="Place">Its place among the report's periods, from 0.</param>
public sealed record CutPeriod(ReportingPeriod Period, FormVersion Version, bool Reported, int Place);

/// <summary>A cut: the manifest and what it names.</summary>
/// <param name="Periods">In time order; those reported on come last.</param>
public sealed record Cut(Manifest Manifest, Programme Programme, IReadOnlyList<CutPeriod> Periods)
{
    /// <summary>What the reader may see.</summary>
    public Sight Sight { get; } = new(Programme, Manifest.Funder);

    public IReadOnlyList<CutPeriod> Reported { get; } = [.. Periods.Where(period => period.Reported)];

    /// <summary>The form's versions over the periods reported on, by number.</summary>
    public IReadOnlyList<FormVersion> ReportedVersions { get; } = VersionsOf(Periods.Where(period => period.Reported));

    /// <summary>The form's versions over all periods, by number.</summary>
    public IReadOnlyList<FormVersion> Versions { get; } = VersionsOf(Periods);

    /// <summary>The last period reported on.</summary>
    public CutPeriod Last => Periods[^1];

    /// <summary>Whether it reports on more than one period.</summary>
    public bool IsSpan => Reported.Count > 1;

    public string SpanName => IsSpan ? $"{Reported[0].Period.Name} to {Last.Period.Name}" : Last.Period.Name;

    /// <summary>Who the report is for.</summary>
    public NamedOrganisation Reader =>
        Manifest.Funder is { } funder ? Programme.CoFunders.First(organisation => organisation.Id == funder) : Programme.LeadFunder;

    private static List<FormVersion> VersionsOf(IEnumerable<CutPeriod> periods) =>
        [.. periods.Select(period => period.Version).DistinctBy(version => version.Number).OrderBy(version => version.Number)];
}

/// <summary>A return of a report.</summary>
/// <param name="Revision">Null where no return was in.</param>
public sealed record ReturnInReport(ManifestEntry Entry, CutPeriod Period, Revision? Revision);

/// <summary>One award of a report.</summary>
/// <param name="Returns">By the place of the period; null where none is due there, or the period is not reported on.</param>
/// <param name="Counted">By the place of the period: what the return counts; null where none is in.</param>
public sealed record ReportLine(Award Award, ReturnInReport?[] Returns, decimal?[]?[] Counted);
