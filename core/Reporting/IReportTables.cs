using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>The tables of a report while they are worked out: the lines come once, by award.</summary>
public interface IReportTables
{
    /// <summary>Complete after <see cref="Complete"/>.</summary>
    ReportCount Count { get; }

    /// <summary>The rows of each sheet, in their order; complete after <see cref="Complete"/>.</summary>
    IReadOnlyList<SheetRows> RowsBySheet { get; }

    void Add(ReportLine line);

    void Complete();
}

/// <summary>Which tables a report has, by what it holds.</summary>
public static class ReportTables
{
    /// <param name="tidy">With a row a cell or figure as well: for files that programs read.</param>
    public static IReportTables Of(Cut cut, string manifestDigest, IReportWriter writer, bool tidy) => cut.Manifest.Key.Content switch
    {
        { IsWhole: true } => new ConsolidatedReport(cut, manifestDigest, writer, tidy),
        { Indicator: { } indicator } => new IndicatorReport(cut, indicator, manifestDigest, writer, tidy),
        { IsRegister: true } => new RegisterReport(cut, manifestDigest, writer),
        _ => new AnswersReport(cut, manifestDigest, writer, tidy),
    };

    /// <summary>What a report's file says that it is.</summary>
    public static string SubjectOf(Cut cut) => cut.Manifest.Key.Content switch
    {
        { IsWhole: true } => "Consolidated monitoring report",
        { Indicator: { } indicator } => $"{cut.Programme.Indicator(indicator)?.Name ?? indicator.Value}, period by period",
        { IsRegister: true } => "Register of providers",
        _ => "All answers",
    };
}
