using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>Widths in characters: what the column asks for, or what its kind and its heading need.</summary>
internal static class ColumnWidths
{
    private const double Widest = 255;
    private const double WidestChosen = 60;
    private const int FilterButton = 3;
    private const int HeadingLines = 3;

    /// <summary>The widths of a sheet's columns: the widest of its tables counts.</summary>
    public static double[] Of(IReadOnlyList<PlacedTable> tables)
    {
        var widths = new double[tables.Count == 0 ? 0 : tables.Max(table => table.Columns)];
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Columns; i++)
                widths[i] = Math.Max(widths[i], Of(table.Table.Columns[i], table.Headings[i]));
        }
        return widths;
    }

    private static double Of(Column column, string heading)
    {
        if (column.Width > 0)
            return Math.Min(column.Width, Widest);
        var longestWord = heading.Split(' ').Max(word => word.Length) + FilterButton;
        var share = (heading.Length + HeadingLines - 1) / HeadingLines + FilterButton;
        return Math.Min(WidestChosen, Math.Max(ForKind(column), Math.Max(longestWord, share)));
    }

    private static double ForKind(Column column) => column.Kind switch
    {
        CellKind.Text when column.Wrap => 50,
        CellKind.Text => 24,
        CellKind.Money => 15,
        CellKind.Moment => 18,
        _ => 12,
    };
}
