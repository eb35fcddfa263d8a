using System.Text;

namespace MonitoringReturns.Workbooks.Cells;

/// <summary>Names of columns and ranges. Columns count from 0, rows from 1, as everywhere in this room.</summary>
internal static class CellReference
{
    private static readonly List<byte[]> CellOpenings = [];

    public static string Column(int column)
    {
        Span<char> letters = stackalloc char[3];
        var start = letters.Length;
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters[--start] = (char)('A' + (left - 1) % 26);
        return new string(letters[start..]);
    }

    public static string Cell(int column, int row) => $"{Column(column)}{row}";

    public static string Range(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        $"{Cell(firstColumn, firstRow)}:{Cell(lastColumn, lastRow)}";

    /// <summary>A column's cells of a named sheet, as a formula writes them.</summary>
    public static string Absolute(string sheet, int column, int firstRow, int lastRow) =>
        $"{Quote(sheet)}!${Column(column)}${firstRow}:${Column(column)}${lastRow}";

    public static string Absolute(string sheet, int column, int row) => $"{Quote(sheet)}!${Column(column)}${row}";

    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The bytes that open a cell of each of the first columns, up to its row number.</summary>
    public static byte[][] Openings(int columns)
    {
        lock (CellOpenings)
        {
            while (CellOpenings.Count < columns)
                CellOpenings.Add(Encoding.UTF8.GetBytes($"<c r=\"{Column(CellOpenings.Count)}"));
            return [.. CellOpenings.Take(columns)];
        }
    }
}
