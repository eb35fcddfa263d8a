using System.Globalization;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Spooled;

/// <summary>Days and kinds as files for programs write them.</summary>
internal static class PlainCell
{
    private static readonly DateTime SpreadsheetEpoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public const string NotAsked = "not asked";

    /// <summary>A day as 2026-06-30, a moment as 2026-06-30T21:15, UK time.</summary>
    public static string Day(Cell cell) => SpreadsheetEpoch.AddTicks((long)decimal.Round(cell.Number * TimeSpan.TicksPerDay))
        .ToString(cell.Kind == CellKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A kind's stable name, such as <c>money</c>.</summary>
    public static string NameOf(CellKind kind) => kind switch
    {
        CellKind.Text => "text",
        CellKind.Count => "count",
        CellKind.Number => "number",
        CellKind.Money => "money",
        CellKind.Percentage => "percentage",
        CellKind.Date => "date",
        CellKind.Moment => "moment",
        CellKind.NotAsked => "notAsked",
        _ => "empty",
    };
}
