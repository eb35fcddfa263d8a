using System.Globalization;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>Widths in characters: what the column asks for, or what its kind, its heading and the rows at hand need.</summary>
internal static class ColumnWidths
{
    /// <summary>Room at a heading's right that the filter button takes.</summary>
    public const int FilterButton = 3;

    private const double Widest = 255;
    private const double WidestChosen = 60;
    private const double WidestText = 48;
    private const int HeadingLines = 3;
    private const int Margins = 3;

    /// <summary>The widths of a sheet's columns: the widest of its tables counts.</summary>
    public static double[] Of(IReadOnlyList<PlacedTable> tables)
    {
        var widths = new double[tables.Count == 0 ? 0 : tables.Max(table => table.Columns)];
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Columns; i++)
                widths[i] = Math.Max(widths[i], Math.Max(table.Widths[i], Needed(table, i)));
        }
        return widths;
    }

    /// <summary>What is known before the rows.</summary>
    public static double Of(Column column, string heading)
    {
        if (column.Width > 0)
            return Math.Min(column.Width, Widest);
        var longestWord = heading.Split(' ').Max(word => word.Length) * 1.1 + FilterButton;
        var share = (double)heading.Length / HeadingLines + FilterButton;
        return Math.Ceiling(Math.Min(WidestChosen, Math.Max(ForKind(column), Math.Max(longestWord, share))));
    }

    /// <summary>Whether the column stands at the left, as text does; figures stand at the right.</summary>
    public static bool IsText(Column column) => column.Kind is CellKind.Text or CellKind.NotAsked or CellKind.Empty;

    private static double ForKind(Column column) => column.Kind switch
    {
        CellKind.Text when column.Wrap => 50,
        CellKind.Text => 24,
        CellKind.Money => 16,
        CellKind.Moment => 19,
        CellKind.Date => 13,
        _ => 12,
    };

    /// <summary>What the rows need where the column leaves it to us.</summary>
    private static double Needed(PlacedTable table, int index)
    {
        var column = table.Table.Columns[index];
        if (column.Width > 0 || column.Wrap || table.KeptRows is not { Count: > 0 } rows)
            return 0;
        return rows.Max(row => Characters(row[index])) + Margins;
    }

    private static double Characters(Cell cell) => cell.Kind switch
    {
        CellKind.Text => Math.Min(cell.Text!.Length, WidestText),
        CellKind.Count or CellKind.Number => cell.Number.ToString("#,##0.###", CultureInfo.InvariantCulture).Length,
        CellKind.Money => cell.Number.ToString("£#,##0.00", CultureInfo.InvariantCulture).Length,
        _ => 0,
    };
}
