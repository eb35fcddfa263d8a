using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Csv;

/// <summary>
/// A report as one zip of CSV files (RFC 4180, UTF-8 with a byte order mark): <c>{table}.csv</c> for each table, and <c>columns.csv</c>, which
/// gives the stable id and the kind of each column. Text that a spreadsheet would take for a formula has an apostrophe before it.
/// </summary>
public sealed class CsvFiles : IReportFormat
{
    public const string ContentType = "application/zip";

    public IReportWriter Create(Stream output, ReportProperties properties) => new CsvReport(output, properties);
}
