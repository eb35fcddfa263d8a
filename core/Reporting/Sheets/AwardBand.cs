using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Where an award stands against its profile as a whole: the mean of its outcomes' distances from profile (of all indicators, where no outcome
/// has a profile). Each outcome counts the same, whatever its unit.
/// </summary>
internal static class AwardBand
{
    /// <summary>Per cent above (or, negative, below) profile to date, to one decimal as it is shown; null where nothing can be compared.</summary>
    public static decimal? ToDate(AwardFigures figures, IReadOnlyList<Indicator> indicators) =>
        IndicatorCells.ToOneDecimal(Mean(indicators, place => figures.ToDate[place].Difference));

    /// <summary>The same in one period, not rounded: what changed is worked out of it.</summary>
    public static decimal? In(CutPeriod period, AwardFigures figures, IReadOnlyList<Indicator> indicators) =>
        Mean(indicators, place => figures.In(period)[place].Difference);

    /// <summary>The band's name; null where the programme has no bands, or nothing can be compared.</summary>
    public static string? NameOf(decimal? difference, Banding? bands)
    {
        if (difference is not { } known || bands is null)
            return null;
        foreach (var band in bands.Bands)
            if (band.AtLeast is not { } least || known >= least)
                return band.Name;
        return null;
    }

    private static decimal? Mean(IReadOnlyList<Indicator> indicators, Func<int, decimal?> differenceOf)
    {
        var (outcomes, ofOutcomes, all, ofAll) = (0, 0m, 0, 0m);
        for (var place = 0; place < indicators.Count; place++)
            if (differenceOf(place) is { } difference)
            {
                (all, ofAll) = (all + 1, ofAll + difference);
                if (indicators[place].Kind == IndicatorKind.Outcome)
                    (outcomes, ofOutcomes) = (outcomes + 1, ofOutcomes + difference);
            }
        return all == 0 ? null : outcomes > 0 ? ofOutcomes / outcomes : ofAll / all;
    }
}
