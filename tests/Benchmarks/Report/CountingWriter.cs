using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Benchmarks.Report;

/// <summary>Takes a report's tables and keeps nothing of them: what is left is the work of making them.</summary>
internal sealed class CountingWriter : IReportWriter
{
    public IReportSheetWriter AddSheet(ReportSheet sheet) => new Sheet();

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    private sealed class Sheet : IReportSheetWriter
    {
        public long Rows { get; private set; }

        public void BeginTable(ReportTable table)
        {
        }

        public void WriteRow(ReadOnlySpan<Cell> cells) => Rows++;

        public void AddChart(ReportChart chart)
        {
        }
    }
}
