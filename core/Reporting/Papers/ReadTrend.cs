using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>Figures over time, up to a period.</summary>
/// <param name="Indicators">A row a period, a column an indicator; null where there is no report yet.</param>
/// <param name="Lines">A page of everything that is counted: a row a line, a column a period.</param>
public sealed record TrendOfProgramme(PeriodReport Of, KeptRows? Indicators, KeptRows? Lines);

/// <summary>Reads figures over time, as the report's trend sheet has them.</summary>
public sealed class ReadTrend(OpenPeriodReport open, ReadKept kept)
{
    public const int LinesOnAPage = KeepTables.RowsInBlock;

    /// <param name="from">The place of the first of the lines, from 0.</param>
    public async Task<Outcome<TrendOfProgramme>> RunAsync(ProgrammeId programme, PeriodId period, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Report is not { } report)
            return new TrendOfProgramme(of, null, null);
        var findingLines = kept.SomeAsync(report, "Trend", from, LinesOnAPage, cancellation);
        var indicators = await kept.AllAsync(report, ["IndicatorTrend"], cancellation);
        return new TrendOfProgramme(of, indicators.GetValueOrDefault("IndicatorTrend"), await findingLines);
    }
}
