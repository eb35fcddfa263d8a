using System.Globalization;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>
/// Headings as a native table needs them: none empty, no line breaks, at most 255 characters, no two alike
/// (letter case aside). A repeated heading gets " (2)".
/// </summary>
internal static class TableHeadings
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Column> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var headings = new string[columns.Count];
        for (var i = 0; i < headings.Length; i++)
        {
            var heading = OnOneLine(columns[i].Heading);
            headings[i] = Unique(heading.Length == 0 ? $"Column {i + 1}" : heading, taken);
        }
        return headings;
    }

    private static string OnOneLine(string heading)
    {
        var words = heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return CellText.Clean(string.Join(' ', words));
    }

    private static string Unique(string heading, HashSet<string> taken)
    {
        var unique = CellText.Start(heading, WorkbookLimits.HeadingLength).ToString();
        for (var number = 2; !taken.Add(unique); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            unique = string.Concat(CellText.Start(heading, WorkbookLimits.HeadingLength - ending.Length), ending);
        }
        return unique;
    }
}
