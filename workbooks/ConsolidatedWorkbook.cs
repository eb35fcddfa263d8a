using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks;

/// <summary>The consolidated report as an Excel workbook.</summary>
public sealed class ConsolidatedWorkbook : IReportFormat
{
    public IReportWriter Create(Stream output, ReportProperties properties) =>
        new WorkbookWriter(output, new WorkbookProperties(properties.Title, properties.Subject, properties.Author, properties.Author, properties.Created));
}
