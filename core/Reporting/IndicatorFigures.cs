using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Why an indicator has a figure for an award in a period, or has none.</summary>
public enum FigureStanding
{
    /// <summary>No question of the form asks this award for it, or none that the reader may see.</summary>
    NotAsked,
    /// <summary>No return is in.</summary>
    NoReturn,
    /// <summary>The return is in and leaves it open.</summary>
    NotAnswered,
    Reported,
}

/// <summary>An indicator of one award in one period: what was planned and what was done.</summary>
/// <param name="Profile">The figure planned; null where none was.</param>
/// <param name="Counted">What was reported; null unless reported.</param>
public readonly record struct IndicatorFigure(FigureStanding Standing, decimal? Profile, Amount? Counted)
{
    /// <summary>The figure reported; of a ratio, its per cent.</summary>
    public decimal? Actual => Counted?.Value;

    /// <summary>The profile as it adds up beside the figure: of a ratio, so many of what it was divided by.</summary>
    public Amount? Compared => Profile is { } planned && Counted is { } counted
        ? counted.Of is { } whole ? new Amount(planned * whole / 100, whole) : new Amount(planned)
        : null;

    /// <summary>Per cent above (or, negative, below) profile, not rounded; null where there is nothing to compare.</summary>
    public decimal? Difference => Comparison.DifferenceOf(Compared?.Exact, Counted?.Exact);

    public Cell ProfileCell(Indicator indicator) => IndicatorCells.Of(indicator, Profile);

    public Cell ActualCell(Indicator indicator) => Standing == FigureStanding.NotAsked ? Cell.NotAsked : IndicatorCells.Of(indicator, Actual);
}

/// <summary>Figures of an indicator, added up and set against the profile like with like: the profile of the figures that are in.</summary>
public struct Comparison
{
    /// <summary>The figures that are in.</summary>
    public Amount? Actual { get; private set; }

    /// <summary>Of those, the ones that have a profile.</summary>
    public Amount? Compared { get; private set; }

    /// <summary>The profile of those.</summary>
    public Amount? Profile { get; private set; }

    /// <summary>Per cent above (or, negative, below) profile, not rounded; null where there is nothing to compare.</summary>
    public readonly decimal? Difference => DifferenceOf(Profile?.Exact, Compared?.Exact);

    public void Add(in IndicatorFigure figure)
    {
        Actual = Amount.Add(Actual, figure.Counted);
        if (figure.Compared is not { } profile)
            return;
        Compared = Amount.Add(Compared, figure.Counted);
        Profile = Amount.Add(Profile, profile);
    }

    public void Add(in Comparison other)
    {
        Actual = Amount.Add(Actual, other.Actual);
        Compared = Amount.Add(Compared, other.Compared);
        Profile = Amount.Add(Profile, other.Profile);
    }

    internal static decimal? DifferenceOf(decimal? profile, decimal? actual) =>
        profile is { } planned and not 0 && actual is { } done ? (done - planned) * 100 / planned : null;
}

/// <summary>How figures of an indicator are shown.</summary>
internal static class IndicatorCells
{
    public static Cell Of(Indicator indicator, decimal? figure) => figure switch
    {
        null => Cell.Empty,
        { } percent when indicator.AddsUp == AddsUpAs.Ratio => Cell.OfPercentage(percent),
        { } money when string.Equals(indicator.Unit, "£", StringComparison.Ordinal) => Cell.OfMoney(money),
        // People and hours are whole, and 4,778.0 of them looks like a rate.
        { } whole when decimal.IsInteger(whole) => Cell.OfCount((long)whole),
        { } number => Cell.OfNumber(number),
    };

    /// <summary>A percentage to one decimal; empty where there is none.</summary>
    public static Cell PercentageOrEmpty(decimal? percent) => ToOneDecimal(percent) is { } value ? Cell.OfPercentage(value) : Cell.Empty;

    public static decimal? ToOneDecimal(decimal? percent) => percent is { } value ? decimal.Round(value, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>A figure over several periods; people counted once in each are not people counted once.</summary>
    public static Cell OverPeriods(Indicator indicator, decimal? figure, bool several) =>
        several && indicator.AddsUp == AddsUpAs.Distinct ? Cell.OfText("not added") : Of(indicator, figure);
}
