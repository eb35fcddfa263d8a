using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;
using MonitoringReturns.Workbooks.Tables;

namespace MonitoringReturns.Workbooks.Charts;

/// <summary>A chart with its figures found: ranges of the sheet, and copies of their values where the table is short.</summary>
internal sealed record PlacedChart(ReportChart Chart, ChartCells Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <exception cref="InvalidOperationException">The chart names a column that its table has not.</exception>
    public static PlacedChart Find(ReportChart chart, PlacedTable table, string sheetName)
    {
        return new PlacedChart(chart, Cells(chart.CategoryColumn), [.. chart.SeriesColumns.Select(OneSeries)]);

        ChartSeries OneSeries(string id)
        {
            var column = Index(id);
            var name = CellReference.Absolute(sheetName, column, table.HeadingRow);
            return new ChartSeries(name, table.Headings[column], table.Table.Columns[column].Kind, Cells(id));
        }

        ChartCells Cells(string id)
        {
            var column = Index(id);
            var formula = CellReference.Absolute(sheetName, column, table.HeadingRow + 1, table.LastRow);
            return new ChartCells(formula, table.KeptRows is { } rows ? [.. rows.Select(row => row[column])] : null);
        }

        int Index(string id)
        {
            var column = table.ColumnIndex(id);
            return column >= 0 ? column : throw new InvalidOperationException($"The chart '{chart.Title}' asks for a column '{id}', which '{chart.TableId}' has not.");
        }
    }
}

/// <param name="NameFormula">The cell with the heading.</param>
internal sealed record ChartSeries(string NameFormula, string Name, CellKind Kind, ChartCells Values);

/// <param name="Formula">The cells.</param>
/// <param name="Copies">What is in them, for programs that draw before they calculate; null where not kept.</param>
internal sealed record ChartCells(string Formula, IReadOnlyList<Cell>? Copies);
