using DocumentFormat.OpenXml.Spreadsheet;
using MonitoringReturns.Workbooks.Cells;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>Makes a native table, filtered and striped, of a placed one.</summary>
internal static class TablePart
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

    public static Table Create(PlacedTable placed, uint id)
    {
        var range = CellReference.Range(0, placed.HeadingRow, placed.Columns - 1, placed.LastRow);
        return new Table(
            new AutoFilter { Reference = range },
            new TableColumns(placed.Headings.Select((heading, i) => new TableColumn { Id = (uint)i + 1, Name = CellText.Escape(heading) }))
            {
                Count = (uint)placed.Columns,
            },
            new TableStyleInfo
            {
                Name = "TableStyleLight1",
                ShowFirstColumn = false,
                ShowLastColumn = false,
                ShowRowStripes = true,
                ShowColumnStripes = false,
            })
        {
            Id = id,
            Name = placed.Name,
            DisplayName = placed.Name,
            Reference = range,
            TotalsRowShown = false,
        };
    }
}
