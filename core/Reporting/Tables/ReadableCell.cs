using System.Globalization;

namespace MonitoringReturns.Core.Reporting.Tables;

/// <summary>A cell as people read it in a sentence: £1,250.50, 12.5%, 30 June 2026.</summary>
public static class ReadableCell
{
    private static readonly DateOnly SpreadsheetEpoch = new(1899, 12, 30);

    public static string Of(Cell cell) => cell.Kind switch
    {
        CellKind.Empty => "",
        CellKind.Text => cell.Text!,
        CellKind.NotAsked => "not asked",
        CellKind.Count => cell.Number.ToString("N0", CultureInfo.InvariantCulture),
        CellKind.Money => (cell.Number < 0 ? "-£" : "£") + Math.Abs(cell.Number).ToString("N2", CultureInfo.InvariantCulture),
        CellKind.Percentage => cell.Number.ToString("0.#", CultureInfo.InvariantCulture) + "%",
        CellKind.Date => SpreadsheetEpoch.AddDays((int)cell.Number).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        CellKind.Moment => SpreadsheetEpoch.ToDateTime(TimeOnly.MinValue).AddTicks((long)(cell.Number * TimeSpan.TicksPerDay)).ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture),
        _ => cell.Number.ToString("#,##0.######", CultureInfo.InvariantCulture),
    };
}
