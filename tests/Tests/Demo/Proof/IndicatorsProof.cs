using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Every row of the sheet of indicators: an award, a period, an indicator.</summary>
internal static class IndicatorsProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        var table = report.Table("Indicators");
        var rows = expected.Awards.SelectMany(award => expected.Reported.Where(period => expected.Return(award, period).IsDue)
            .SelectMany(period => expected.Indicators.Select(indicator => (Award: award, Period: period, Indicator: indicator)))).ToList();
        Assert.Equal(rows.Count, table.Rows.Count);
        foreach (var ((award, period, indicator), row) in rows.Zip(table.Rows))
        {
            var about = (expected.Key, award.Id.Value, expected.Periods[period].Id.Value, indicator.Id.Value);
            Assert.Equal((award.Id.Value, award.Provider.Name, expected.Periods[period].Id.Value, indicator.Name), (row["Award"], row["Provider"], row["Period"], row["Indicator"]));
            row.Says("Unit", indicator.Unit, about);
            row.Says("Kind", indicator.Kind == IndicatorKind.Output ? "Output" : "Outcome", about);
            CheckFigures(expected, row, award, period, indicator, about);
        }
    }

    private static void CheckFigures(PlainReport expected, ShownRow row, Award award, int period, Indicator indicator, object about)
    {
        var (figure, toDate) = (expected.Figure(award, period, indicator), expected.Over(award, indicator, 0, period));
        row.Says("Standing", figure.Standing, about);
        row.HoldsFigure("Profile", indicator, figure.Profile, several: false, about);
        if (figure.IsAsked)
            row.HoldsFigure("Actual", indicator, figure.Counted?.Value, several: false, about);
        else
            row.Says("Actual", ShownCell.NotAsked, about);
        row.Holds("Above or below profile", ShownCell.Tenths(figure.Beside.Above), about);
        row.HoldsFigure("To date: profile", indicator, toDate.Profile?.Value, period > 0, about);
        row.HoldsFigure("To date: actual", indicator, toDate.Actual?.Value, period > 0, about);
        row.Holds("To date: above or below profile", ShownCell.Tenths(toDate.Above), about);
        row.Holds("Ratio: counted", figure.Counted?.Whole is null ? null : figure.Counted.Part, about);
        row.Holds("Ratio: out of", figure.Counted?.Whole, about);
    }
}
