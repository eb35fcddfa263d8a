namespace MonitoringReturns.Core.Reporting.Tables;

/// <summary>
/// Takes the tables of a report as they are worked out and makes a file of them. Several sheets may be open at once,
/// so that one pass over the returns fills them all; memory must not grow with the number of rows.
/// </summary>
public interface IReportWriter : IDisposable
{
    /// <summary>Adds a sheet; the tabs stand in the order of these calls.</summary>
    IReportSheetWriter AddSheet(ReportSheet sheet);

    /// <summary>Completes every sheet and the file. Nothing may be written afterwards.</summary>
    void Complete();
}

/// <summary>The rows of one sheet.</summary>
public interface IReportSheetWriter
{
    /// <summary>Rows written so far, headings not counted, over all tables of the sheet.</summary>
    long Rows { get; }

    /// <summary>Starts a table; the one before it is complete.</summary>
    void BeginTable(ReportTable table);

    /// <summary>Adds a row to the current table. <paramref name="cells"/> has one cell a column.</summary>
    void WriteRow(ReadOnlySpan<Cell> cells);

    /// <summary>Adds a chart over a table of this sheet.</summary>
    void AddChart(ReportChart chart);
}
