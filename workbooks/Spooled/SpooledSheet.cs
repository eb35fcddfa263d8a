using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Spooled;

/// <summary>The tables of one sheet; the last one takes rows.</summary>
internal sealed class SpooledSheet(ReportSheet sheet, SpooledReport report) : IReportSheetWriter, IDisposable
{
    private readonly List<SpooledTable> _tables = [];

    public ReportSheet Sheet => sheet;

    public IReadOnlyList<SpooledTable> Tables => _tables;

    public long Rows { get; private set; }

    public void BeginTable(ReportTable table)
    {
        report.CheckOpen();
        var added = report.AddTable(sheet, table);
        End();
        _tables.Add(added);
    }

    public void WriteRow(ReadOnlySpan<Cell> cells)
    {
        report.CheckOpen();
        if (_tables.Count == 0)
            throw new InvalidOperationException($"Sheet '{sheet.Name}' has no table to write a row in.");
        var table = _tables[^1];
        if (cells.Length != table.Table.Columns.Count)
            throw new ArgumentException($"Table '{table.Table.Id}' has {table.Table.Columns.Count} columns, the row {cells.Length} cells.", nameof(cells));
        table.WriteRow(cells);
        Rows++;
    }

    public void AddChart(ReportChart chart) => report.CheckOpen();

    public void End()
    {
        if (_tables.Count > 0)
            _tables[^1].End();
    }

    public void Dispose() => _tables.ForEach(table => table.Dispose());
}
