using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Json;

/// <summary>
/// A report as one JSON object: what it is, the notes of each sheet, and the tables with their columns and rows. A figure is a number,
/// a day is text, an empty cell is null, and what was not asked is <c>{"notAsked":true}</c>.
/// </summary>
public sealed class JsonTables : IReportFormat
{
    public const string ContentType = "application/json";

    public IReportWriter Create(Stream output, ReportProperties properties) => new JsonReport(output, properties);
}
