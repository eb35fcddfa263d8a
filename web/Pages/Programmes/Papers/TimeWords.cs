using MonitoringReturns.Core.Reporting.Papers;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Web.Pages.Programmes.Papers;

/// <summary>Minutes of providers as papers say them.</summary>
internal static class TimeWords
{
    public static string Figure(decimal? figure) => figure is { } known ? ReadableCell.Of(Cell.OfNumber(known)) : "";

    /// <summary>To one decimal.</summary>
    public static decimal Hours(decimal minutes) => decimal.Round(minutes / 60, 1, MidpointRounding.AwayFromZero);

    public static string Pounds(decimal minutes, decimal anHour) => ReadableCell.Of(Cell.OfMoney(decimal.Round(minutes * anHour / 60, 2, MidpointRounding.AwayFromZero)));

    /// <summary>The rate itself.</summary>
    public static string Pounds(decimal pounds) => ReadableCell.Of(Cell.OfMoney(pounds));
}
