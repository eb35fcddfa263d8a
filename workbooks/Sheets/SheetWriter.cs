using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Tables;

namespace MonitoringReturns.Workbooks.Sheets;

/// <summary>A sheet as the report knows it: one worksheet, or several where the rows are more than one can hold.</summary>
internal sealed class SheetWriter(ReportSheet sheet, WorkbookWriter workbook) : IReportSheetWriter, IDisposable
{
    private readonly List<SheetPart> _parts = [];
    private readonly List<ReportChart> _charts = [];
    private PlacedTable? _table;

    public ReportSheet Sheet => sheet;

    public long Rows { get; private set; }

    public IReadOnlyList<SheetPart> Parts => _parts;

    public IReadOnlyList<ReportChart> Charts => _charts;

    public void AddPart(SheetPart part) => _parts.Add(part);

    public void BeginTable(ReportTable table)
    {
        workbook.CheckOpen();
        if (table.Columns.Count is 0 or > WorkbookLimits.Columns)
        {
            throw new ArgumentException(
                $"Table '{table.Id}' has {table.Columns.Count} columns; a sheet holds 1 to {WorkbookLimits.Columns}.", nameof(table));
        }
        if (sheet.Large && _table is not null)
            throw new InvalidOperationException($"The large sheet '{sheet.Name}' has its one table already.");
        workbook.AddTable(table.Id);
        _table = new PlacedTable(table, keepRows: !sheet.Large);
        _parts[^1].MakeRoom(_charts);
        _parts[^1].Begin(_table);
        if (_parts[^1].HasRoom)
            return;
        _parts[^1].Withdraw(_table);
        workbook.Continue(this).Begin(_table);
    }

    public void WriteRow(ReadOnlySpan<Cell> cells)
    {
        workbook.CheckOpen();
        if (_table is null)
            throw new InvalidOperationException($"Sheet '{sheet.Name}' has no table to write a row in.");
        if (cells.Length != _table.Columns)
            throw new ArgumentException($"Table '{_table.Table.Id}' has {_table.Columns} columns, the row {cells.Length} cells.", nameof(cells));
        var part = _parts[^1];
        if (!part.HasRoom)
        {
            _table = _table.Continue();
            part = workbook.Continue(this);
            part.Begin(_table);
        }
        else if (sheet.Large && Rows == 0)
        {
            workbook.OfferStream(part);
        }
        part.WriteRow(cells);
        Rows++;
    }

    public void AddChart(ReportChart chart)
    {
        workbook.CheckOpen();
        if (string.IsNullOrWhiteSpace(chart.AlternativeText))
            throw new ArgumentException($"The chart '{chart.Title}' has no alternative text.", nameof(chart));
        if (chart.SeriesColumns.Count == 0)
            throw new ArgumentException($"The chart '{chart.Title}' has no series.", nameof(chart));
        _charts.Add(chart);
    }

    public void End()
    {
        _parts[^1].End();
        _parts[^1].MakeRoom(_charts);
    }

    public void Dispose() => _parts.ForEach(part => part.Dispose());
}
