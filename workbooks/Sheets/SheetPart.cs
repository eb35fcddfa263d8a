using System.Text;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;
using MonitoringReturns.Workbooks.Charts;
using MonitoringReturns.Workbooks.Tables;
using MonitoringReturns.Workbooks.Zip;

namespace MonitoringReturns.Workbooks.Sheets;

/// <summary>
/// One worksheet. Its rows go straight into the package where the sheet has that right, else into a spool. What stands before
/// the rows is written with the first of them, so that a streamed sheet's table is known by then.
/// </summary>
internal sealed class SheetPart : IDisposable
{
    private const int ColumnsFrozenAtMost = 2;
    private const double WidthFrozenAtMost = 45;
    private const int RowsOnOnePage = 75;
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    private readonly ReportSheet _sheet;
    private readonly WorkbookLimits _limits;
    private readonly bool _first;
    private readonly List<PlacedTable> _tables = [];
    private readonly Dictionary<ReportChart, int> _charts = [];
    private CellWriter? _writer;
    private Stream? _stream;
    private int _row;

    /// <param name="number">Counts the worksheets of the workbook from 1.</param>
    /// <param name="part">1, or more for a sheet that carries on another.</param>
    public SheetPart(ReportSheet sheet, int number, int part, WorkbookLimits limits)
    {
        _sheet = sheet;
        _limits = limits;
        _first = number == 1;
        Number = number;
        Part = part;
    }

    public int Number { get; }

    public int Part { get; }

    public IReadOnlyList<PlacedTable> Tables => _tables;

    public long ShortenedCells => _writer?.ShortenedCells ?? 0;

    public bool IsDirect => _stream is not (null or Spool);

    public string Path => $"xl/worksheets/sheet{Number}.xml";

    /// <summary>Whether the current table's next row, with what must stand above it, still fits.</summary>
    public bool HasRoom => _row == 0 || _row + RowsAbove(Current) + 1 <= _limits.RowsPerSheet;


    private PlacedTable Current => _tables[^1];

    private CellWriter Writer => _writer ??= new CellWriter(_stream ??= new Spool(_limits.SpoolBytes));

    private int PreambleRows => (_sheet.Title.Length > 0 ? 1 : 0) + (Part == 1 ? _sheet.Notes.Count : 0);

    public void Begin(PlacedTable table)
    {
        End();
        _tables.Add(table);
    }

    /// <summary>Completes the current table; an empty one gets the row that a native table can't be without.</summary>
    public void End()
    {
        if (_tables.Count == 0)
            return;
        if (!Current.IsOpen)
            Open();
        if (Current.Rows > 0)
            return;
        Writer.BeginRow(++_row);
        Writer.EndRow();
        Current.AddEmptyRow();
    }

    /// <summary>Leaves room under the last table for the charts of tables here that have no place yet. A large sheet's rows may go on, so its charts stand beside them.</summary>
    public void MakeRoom(IEnumerable<ReportChart> charts)
    {
        if (_sheet.Large || _tables.Count == 0)
            return;
        End();
        foreach (var chart in charts)
            if (_tables.Exists(table => table.Table.Id == chart.TableId) && _charts.TryAdd(chart, _row + 1))
                _row += DrawingPart.RowsApart + 1;
    }

    /// <summary>Column and row of a chart's upper left corner, counted from 0: under its table, or, on a large sheet, beside the columns.</summary>
    public (int Column, int Row) CornerOf(ReportChart chart) =>
        _charts.TryGetValue(chart, out var row) ? (0, row) : (_tables.Max(table => table.Columns) + 1, _tables[0].HeadingRow - 1);

    /// <summary>Takes back a table of which nothing stands here yet.</summary>
    public void Withdraw(PlacedTable table) => _tables.Remove(table);

    /// <summary>Gives the sheet the right to write straight into the package. Only before its first row.</summary>
    public void StreamInto(WorkbookZip zip)
    {
        _stream = zip.Open(Path, ContentType);
        _stream.Write(Encoding.UTF8.GetBytes(Frame().Before()));
    }

    public void WriteRow(ReadOnlySpan<Cell> cells)
    {
        if (!Current.IsOpen)
            Open();
        var writer = Writer;
        var wraps = Current.Wraps;
        writer.BeginRow(++_row, RowHeight.OfLines(Current.Lines(cells)));
        for (var i = 0; i < cells.Length; i++)
            writer.Write(i, cells[i], wraps[i]);
        writer.EndRow();
        Current.AddRow(cells);
    }

    /// <summary>Writes what is still missing of the sheet into the package.</summary>
    public void Complete(WorkbookZip zip, string? drawingId, IReadOnlyList<string> tableIds)
    {
        if (_row == 0)
            WritePreamble();
        Writer.Flush();
        var direct = IsDirect;
        using var part = direct ? _stream! : zip.Open(Path, ContentType);
        if (!direct)
        {
            part.Write(Encoding.UTF8.GetBytes(Frame().Before()));
            ((Spool)_stream!).CopyAllTo(part);
            _stream.Dispose();
        }
        part.Write(Encoding.UTF8.GetBytes(Frame().After(drawingId, tableIds, FitsOnePage)));
    }

    /// <summary>The rows and columns that every printed page repeats; null for none.</summary>
    public string? PrintTitles(string name)
    {
        var frame = Frame();
        if (frame.FrozenRows == 0)
            return null;
        var sheet = CellReference.Quote(name);
        var rows = $"{sheet}!${frame.FrozenRows}:${frame.FrozenRows}";
        return frame.FrozenColumns == 0 ? rows : $"{sheet}!$A:${CellReference.Column(frame.FrozenColumns - 1)},{rows}";
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _stream?.Dispose();
    }

    /// <summary>A summary is printed on one page where that is still readable, charts and all.</summary>
    private bool FitsOnePage => !_sheet.Large && _row <= RowsOnOnePage;

    private int RowsAbove(PlacedTable table)
    {
        if (table.IsOpen)
            return 0;
        var gap = _row > 0 || PreambleRows > 0 ? 1 : 0;
        return (_row == 0 ? PreambleRows : 0) + gap + (table.Table.Title.Length > 0 ? 1 : 0) + 1;
    }

    private void Open()
    {
        var headingRow = _row + RowsAbove(Current);
        if (_row == 0)
            WritePreamble();
        Writer.AllowColumns(Current.Columns);
        if (Current.Table.Title.Length > 0)
            WriteLine(headingRow - 1, CellStyle.TableTitle, Current.Table.Title);

        Writer.BeginRow(headingRow, RowHeight.OfLines(Current.HeadingLines()));
        for (var i = 0; i < Current.Columns; i++)
        {
            var style = ColumnWidths.IsText(Current.Table.Columns[i]) ? CellStyle.Heading : CellStyle.NumberHeading;
            Writer.WriteText(i, style, Current.Headings[i]);
        }
        Writer.EndRow();
        Current.Open(headingRow);
        _row = headingRow;
    }

    private void WritePreamble()
    {
        Writer.AllowColumns(1);
        if (_sheet.Title.Length > 0)
            WriteLine(++_row, CellStyle.Title, Part == 1 ? _sheet.Title : $"{_sheet.Title} (continued, part {Part})");
        if (Part > 1)
            return;
        foreach (var note in _sheet.Notes)
            WriteLine(++_row, CellStyle.Note, note);
    }

    private void WriteLine(int row, CellStyle style, string text)
    {
        Writer.BeginRow(row, style switch { CellStyle.Title => RowHeight.Title, CellStyle.TableTitle => RowHeight.TableTitle, _ => 0 });
        Writer.WriteText(0, style, text);
        Writer.EndRow();
    }

    private WorksheetFrame Frame()
    {
        var widths = ColumnWidths.Of(_tables);
        if (!_sheet.Large || _tables.Count == 0)
            return new WorksheetFrame(_first, widths, 0, 0);
        var headingRow = Current.IsOpen ? Current.HeadingRow : RowsAbove(Current);
        return new WorksheetFrame(_first, widths, headingRow, FrozenColumns(widths));
    }

    private static int FrozenColumns(double[] widths)
    {
        if (widths.Length <= ColumnsFrozenAtMost + 1)
            return 0;
        return widths[..ColumnsFrozenAtMost].Sum() <= WidthFrozenAtMost ? ColumnsFrozenAtMost : 1;
    }
}
