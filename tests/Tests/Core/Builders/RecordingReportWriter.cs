using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Keeps the tables of a report instead of making a file, and holds who writes them to the contract.</summary>
internal sealed class RecordingReportWriter : IReportWriter
{
    public List<RecordedSheet> Sheets { get; } = [];

    public bool IsComplete { get; private set; }

    public RecordedSheet this[string name] => Sheets.Single(sheet => string.Equals(sheet.Sheet.Name, name, StringComparison.Ordinal));

    public IEnumerable<RecordedTable> Tables => Sheets.SelectMany(sheet => sheet.Tables);

    public IReportSheetWriter AddSheet(ReportSheet sheet)
    {
        var added = new RecordedSheet(sheet, this);
        Sheets.Add(added);
        return added;
    }

    public void Complete() => IsComplete = true;

    public void Dispose() => Assert.True(IsComplete);
}

internal sealed class RecordedSheet(ReportSheet sheet, RecordingReportWriter report) : IReportSheetWriter
{
    public ReportSheet Sheet { get; } = sheet;

    public List<RecordedTable> Tables { get; } = [];

    public List<ReportChart> Charts { get; } = [];

    public long Rows => Tables.Sum(table => table.Rows.Count);

    public RecordedTable this[string id] => Tables.Single(table => string.Equals(table.Table.Id, id, StringComparison.Ordinal));

    public void BeginTable(ReportTable table)
    {
        Assert.False(report.IsComplete);
        Assert.False(Sheet.Large && Tables.Count > 0, "A large sheet has one table.");
        Tables.Add(new RecordedTable(table));
    }

    public void WriteRow(ReadOnlySpan<Cell> cells)
    {
        Assert.False(report.IsComplete);
        Assert.Equal(Tables[^1].Table.Columns.Count, cells.Length);
        Tables[^1].Rows.Add(cells.ToArray());
    }

    public void AddChart(ReportChart chart) => Charts.Add(chart);
}

internal sealed class RecordedTable(ReportTable table)
{
    public ReportTable Table { get; } = table;

    public List<Cell[]> Rows { get; } = [];

    /// <summary>The rows as people read them, cells parted by a bar.</summary>
    public IReadOnlyList<string> Shown => [.. Rows.Select(row => string.Join(" | ", row.Select(ReadableCell.Of)))];

    /// <summary>The cells of one column.</summary>
    public IReadOnlyList<Cell> this[string column]
    {
        get
        {
            var place = Table.Columns.Select(known => known.Id).ToList().IndexOf(column);
            return [.. Rows.Select(row => row[place])];
        }
    }
}
