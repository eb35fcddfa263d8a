using System.Globalization;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>Takes a report as a workbook does and keeps what people should see in each sheet, row by row.</summary>
internal sealed class ShownReport : IReportWriter
{
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly Dictionary<string, List<string[]>> _sheets = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, List<string[]>> Sheets => _sheets;

    public IReportSheetWriter AddSheet(ReportSheet sheet)
    {
        var rows = _sheets[sheet.Name] = [[sheet.Title], .. sheet.Notes.Select(note => (string[])[note])];
        return new ShownSheet(rows);
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    private sealed class ShownSheet(List<string[]> rows) : IReportSheetWriter
    {
        public long Rows { get; private set; }

        public void BeginTable(ReportTable table)
        {
            rows.Add([table.Title]);
            rows.Add([.. table.Columns.Select(column => column.Heading)]);
        }

        public void WriteRow(ReadOnlySpan<Cell> cells)
        {
            var row = new string[cells.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = Shown(cells[i]);
            rows.Add(row);
            Rows++;
        }

        public void AddChart(ReportChart chart)
        {
        }

        private static DateTime Day(Cell cell) => Epoch.AddTicks((long)decimal.Round(cell.Number * TimeSpan.TicksPerDay));

        private static string Shown(Cell cell) => cell.Kind switch
        {
            CellKind.Empty => "",
            CellKind.Text => cell.Text!,
            CellKind.Count => cell.Number.ToString("#,##0", CultureInfo.InvariantCulture),
            CellKind.Number => cell.Number.ToString("#,##0.0##", CultureInfo.InvariantCulture),
            CellKind.Money => cell.Number.ToString("£#,##0.00", CultureInfo.InvariantCulture),
            CellKind.Percentage => cell.Number.ToString("0.0", CultureInfo.InvariantCulture) + "%",
            CellKind.Date => Day(cell).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            CellKind.Moment => Day(cell).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
            _ => "not asked",
        };
    }
}
