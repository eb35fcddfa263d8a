using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;

namespace MonitoringReturns.Workbooks.Charts;

/// <summary>A chart's references to cells, with copies of what is in them.</summary>
internal static class ChartData
{
    public static SeriesText Name(ChartSeries series) => new(new StringReference(
        new Formula(CellText.Clean(series.NameFormula)),
        new StringCache(new PointCount { Val = 1 }, new StringPoint(new NumericValue(CellText.Escape(series.Name))) { Index = 0 })));

    public static CategoryAxisData Categories(ChartCells cells)
    {
        var reference = new StringReference(new Formula(CellText.Clean(cells.Formula)));
        if (cells.Copies is { } copies)
        {
            var cache = new StringCache(new PointCount { Val = (uint)copies.Count });
            for (var i = 0; i < copies.Count; i++)
            {
                if (Shown(copies[i]) is { } text)
                    cache.Append(new StringPoint(new NumericValue(CellText.Escape(text))) { Index = (uint)i });
            }
            reference.Append(cache);
        }
        return new CategoryAxisData(reference);
    }

    public static Values Values(ChartSeries series)
    {
        var reference = new NumberReference(new Formula(CellText.Clean(series.Values.Formula)));
        if (series.Values.Copies is { } copies)
        {
            var cache = new NumberingCache(new FormatCode(AxisFormat(series.Kind)), new PointCount { Val = (uint)copies.Count });
            for (var i = 0; i < copies.Count; i++)
            {
                if (Figure(copies[i]) is { } figure)
                    cache.Append(new NumericPoint(new NumericValue(figure.ToString(CultureInfo.InvariantCulture))) { Index = (uint)i });
            }
            reference.Append(cache);
        }
        return new Values(reference);
    }

    /// <summary>Whether it is known that no figure is below zero.</summary>
    public static bool StaysAboveZero(ChartSeries series) => series.Values.Copies is { } copies && copies.All(cell => !(Figure(cell) < 0));

    /// <summary>Shorter than in the cells: whole pounds and whole per cent read better beside a chart.</summary>
    public static string AxisFormat(CellKind kind) => kind switch
    {
        CellKind.Money => StyleSheet.WholeMoneyFormat,
        CellKind.Percentage => "0%",
        CellKind.Number => "#,##0.###",
        CellKind.Date => StyleSheet.DateFormat,
        CellKind.Moment => StyleSheet.MomentFormat,
        _ => StyleSheet.CountFormat,
    };

    private static decimal? Figure(Cell cell) => cell.Kind switch
    {
        CellKind.Empty or CellKind.Text or CellKind.NotAsked => null,
        CellKind.Percentage => cell.Number / 100,
        _ => cell.Number,
    };

    private static string? Shown(Cell cell) => cell.Kind switch
    {
        CellKind.Empty => null,
        CellKind.Text => cell.Text,
        CellKind.NotAsked => "not asked",
        CellKind.Date => new DateOnly(1899, 12, 30).AddDays((int)cell.Number).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        CellKind.Percentage => string.Create(CultureInfo.InvariantCulture, $"{cell.Number:0.0}%"),
        _ => cell.Number.ToString("#,##0.###", CultureInfo.InvariantCulture),
    };
}
