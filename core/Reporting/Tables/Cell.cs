namespace MonitoringReturns.Core.Reporting.Tables;

/// <summary>What a cell holds, which decides how a workbook, a CSV or a JSON file shows it.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing: the question was asked and not answered, or there is nothing to say.</summary>
    Empty,
    /// <summary>Text, shown as it is; never a formula.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Count,
    /// <summary>A number with decimals.</summary>
    Number,
    /// <summary>Pounds, two decimals.</summary>
    Money,
    /// <summary>A percentage as people say it: 12.5 is twelve and a half per cent.</summary>
    Percentage,
    /// <summary>A day; <see cref="Cell.Number"/> is the days since 30 December 1899, as spreadsheets count them.</summary>
    Date,
    /// <summary>A day and time in UK time; <see cref="Cell.Number"/> as for <see cref="Date"/>, with the fraction of the day.</summary>
    Moment,
    /// <summary>The question was not put to this award in this period: not the same as not answered, and not zero.</summary>
    NotAsked,
}

/// <summary>One typed value in a row of a report table.</summary>
public readonly struct Cell
{
    private static readonly DateOnly SpreadsheetEpoch = new(1899, 12, 30);

    private Cell(CellKind kind, string? text, decimal number)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public CellKind Kind { get; }

    /// <summary>The text of a <see cref="CellKind.Text"/> cell; null otherwise.</summary>
    public string? Text { get; }

    /// <summary>The figure of every other kind; pounds for money, spreadsheet days for dates.</summary>
    public decimal Number { get; }

    public static Cell Empty => default;

    public static Cell NotAsked => new(CellKind.NotAsked, null, 0);

    public static Cell OfText(string? text) => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text, 0);

    public static Cell OfCount(long count) => new(CellKind.Count, null, count);

    public static Cell OfNumber(decimal number) => new(CellKind.Number, null, number);

    public static Cell OfMoney(decimal pounds) => new(CellKind.Money, null, pounds);

    /// <summary>A figure as a cell of a kind that has one; empty where there is none.</summary>
    public static Cell OfFigure(CellKind kind, decimal? figure) => figure is not { } known ? Empty : kind switch
    {
        CellKind.Count => OfCount((long)known),
        CellKind.Money => OfMoney(known),
        CellKind.Percentage => OfPercentage(known),
        _ => OfNumber(known),
    };

    /// <summary>A figure of any kind that is one, as <see cref="Number"/> gave it.</summary>
    internal static Cell OfKind(CellKind kind, decimal number) => new(kind, null, number);

    public static Cell OfPercentage(decimal percent) => new(CellKind.Percentage, null, percent);

    public static Cell OfDate(DateOnly day) => new(CellKind.Date, null, day.DayNumber - SpreadsheetEpoch.DayNumber);

    /// <summary>A moment already turned to UK time.</summary>
    public static Cell OfMoment(DateTime ukTime) =>
        new(CellKind.Moment, null, (decimal)(ukTime - SpreadsheetEpoch.ToDateTime(TimeOnly.MinValue)).Ticks / TimeSpan.TicksPerDay);
}
