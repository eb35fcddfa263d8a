using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>A table, or a part of one, on the sheet where it stands.</summary>
internal sealed class PlacedTable
{
    /// <summary>Charts over longer tables do without copies of their figures, and are drawn from the cells.</summary>
    private const int RowsKept = 200;

    private const double BoldIsWider = 1.05;

    private readonly bool[] _wraps;
    private readonly int[] _wrapped;
    private List<Cell[]>? _rows;

    /// <param name="keepRows">Whether a chart may want copies of the figures.</param>
    public PlacedTable(ReportTable table, bool keepRows)
    {
        Table = table;
        Headings = TableHeadings.Of(table.Columns);
        Name = TableName.Of(table.Id, part: 1);
        _wraps = [.. table.Columns.Select(column => column.Wrap)];
        _wrapped = [.. Enumerable.Range(0, _wraps.Length).Where(i => _wraps[i])];
        Widths = [.. table.Columns.Select((column, i) => ColumnWidths.Of(column, Headings[i]))];
        _rows = keepRows ? [] : null;
    }

    private PlacedTable(PlacedTable before)
    {
        Table = before.Table;
        Headings = before.Headings;
        Part = before.Part + 1;
        Name = TableName.Of(Table.Id, Part);
        _wraps = before._wraps;
        _wrapped = before._wrapped;
        Widths = before.Widths;
    }

    public ReportTable Table { get; }

    public IReadOnlyList<string> Headings { get; }

    public string Name { get; }

    public int Part { get; } = 1;

    public int Columns => Table.Columns.Count;

    /// <summary>Widths in characters that its headings and kinds ask for.</summary>
    public IReadOnlyList<double> Widths { get; }

    public ReadOnlySpan<bool> Wraps => _wraps;

    /// <summary>Row of the headings; 0 until they are written.</summary>
    public int HeadingRow { get; private set; }

    /// <summary>Rows under the headings, the empty one of an empty table included.</summary>
    public int Rows { get; private set; }

    public int LastRow => HeadingRow + Rows;

    public bool IsOpen => HeadingRow > 0;

    /// <summary>Copies of all its rows, or null where there are too many or none were wanted.</summary>
    public IReadOnlyList<Cell[]>? KeptRows => _rows;

    public PlacedTable Continue() => new(this);

    public void Open(int headingRow) => HeadingRow = headingRow;

    public void AddEmptyRow() => Rows++;

    public void AddRow(ReadOnlySpan<Cell> cells)
    {
        Rows++;
        if (Rows > RowsKept)
            _rows = null;
        _rows?.Add(cells.ToArray());
    }

    /// <summary>Lines that the headings take; those of figures leave room for their filter buttons.</summary>
    public int HeadingLines() =>
        Headings.Select((heading, i) => RowHeight.Lines(heading, Widths[i] / BoldIsWider - (ColumnWidths.IsText(Table.Columns[i]) ? 1 : ColumnWidths.FilterButton))).Max();

    /// <summary>Lines that a row's wrapped texts take.</summary>
    public int Lines(ReadOnlySpan<Cell> cells)
    {
        var lines = 1;
        foreach (var i in _wrapped)
        {
            if (cells[i].Kind == CellKind.Text)
                lines = Math.Max(lines, RowHeight.Lines(cells[i].Text, Widths[i]));
        }
        return lines;
    }

    /// <summary>The place of a column by its id, or -1.</summary>
    public int ColumnIndex(string id)
    {
        for (var i = 0; i < Table.Columns.Count; i++)
        {
            if (Table.Columns[i].Id == id)
                return i;
        }
        return -1;
    }
}
