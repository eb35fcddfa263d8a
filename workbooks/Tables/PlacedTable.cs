using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>A table, or a part of one, on the sheet where it stands.</summary>
internal sealed class PlacedTable
{
    /// <summary>Charts over longer tables do without copies of their figures, and are drawn from the cells.</summary>
    private const int RowsKept = 200;

    private readonly bool[] _wraps;
    private List<Cell[]>? _rows;

    /// <param name="keepRows">Whether a chart may want copies of the figures.</param>
    public PlacedTable(ReportTable table, bool keepRows)
    {
        Table = table;
        Headings = TableHeadings.Of(table.Columns);
        Name = TableName.Of(table.Id, part: 1);
        _wraps = [.. table.Columns.Select(column => column.Wrap)];
        _rows = keepRows ? [] : null;
    }

    private PlacedTable(PlacedTable before)
    {
        Table = before.Table;
        Headings = before.Headings;
        Part = before.Part + 1;
        Name = TableName.Of(Table.Id, Part);
        _wraps = before._wraps;
    }

    public ReportTable Table { get; }

    public IReadOnlyList<string> Headings { get; }

    public string Name { get; }

    public int Part { get; } = 1;

    public int Columns => Table.Columns.Count;

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
