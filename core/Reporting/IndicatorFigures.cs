using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Why an indicator has a figure for an award in a period, or has none.</summary>
public enum FigureStanding
{
    /// <summary>No question of the form asks this award for it.</summary>
    NotAsked,
    /// <summary>No return is in.</summary>
    NoReturn,
    /// <summary>The return is in and leaves it open.</summary>
    NotAnswered,
    Reported,
}

/// <summary>An indicator of one award in one period: what was planned and what was done.</summary>
/// <param name="Profile">The figure planned; null where none was.</param>
/// <param name="Actual">The figure reported; null unless reported.</param>
public readonly record struct IndicatorFigure(FigureStanding Standing, decimal? Profile, decimal? Actual)
{
    public Cell ProfileCell(Indicator indicator) => IndicatorFigures.CellOf(indicator, Profile);

    public Cell ActualCell(Indicator indicator) => Standing == FigureStanding.NotAsked ? Cell.NotAsked : IndicatorFigures.CellOf(indicator, Actual);
}

/// <summary>The figures of all the programme's indicators for one line of a report.</summary>
public static class IndicatorFigures
{
    /// <summary>One figure for each of the programme's indicators, in its order.</summary>
    public static IndicatorFigure[] Of(ReportLine line, Cut cut)
    {
        var indicators = cut.Programme.Indicators;
        var asked = new HashSet<IndicatorId>();
        foreach (var question in cut.Version.Questions)
            if (Results.IndicatorOf(question, line.Award) is { } indicator && line.Revision?.NotAsked[question.Ordinal] != true)
                asked.Add(indicator);
        var reported = line.Revision is { } revision ? Results.Of(revision.Answers, line.Award) : null;

        var figures = new IndicatorFigure[indicators.Count];
        for (var place = 0; place < figures.Length; place++)
        {
            var id = indicators[place].Id;
            var profile = line.Award.ProfileOf(id, cut.Period.Id);
            figures[place] = !asked.Contains(id) ? new IndicatorFigure(FigureStanding.NotAsked, profile, null)
                : reported is null ? new IndicatorFigure(FigureStanding.NoReturn, profile, null)
                : reported.TryGetValue(id, out var actual) ? new IndicatorFigure(FigureStanding.Reported, profile, actual)
                : new IndicatorFigure(FigureStanding.NotAnswered, profile, null);
        }
        return figures;
    }

    /// <summary>Per cent above (or, negative, below) profile, to one decimal; null where there is nothing to compare.</summary>
    public static decimal? Difference(decimal? profile, decimal? actual) =>
        profile is { } planned and not 0 && actual is { } done ? decimal.Round((done - planned) * 100 / planned, 1, MidpointRounding.AwayFromZero) : null;

    internal static Cell CellOf(Indicator indicator, decimal? figure) => figure switch
    {
        null => Cell.Empty,
        { } money when string.Equals(indicator.Unit, "£", StringComparison.Ordinal) => Cell.OfMoney(money),
        // People and hours are whole, and 4,778.0 of them looks like a rate.
        { } whole when decimal.IsInteger(whole) => Cell.OfCount((long)whole),
        { } number => Cell.OfNumber(number),
    };

    internal static Cell PercentageOrEmpty(decimal? percent) => percent is { } value ? Cell.OfPercentage(value) : Cell.Empty;
}
