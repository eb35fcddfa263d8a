using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.EarlyHelp;
using MonitoringReturns.Local.Demo.HouseholdSupport;
using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>The figures that a committee reads first, in the reports word for word; and each case's own figures beside the plain ones that every report is proved by.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly HouseholdSupportCase Household = new();

    [Theory]
    [InlineData("2018-19-q4", 13.0, -1.4, -52.0)]
    [InlineData("2021-22-q4", 5.0, -9.0, null)]
    public void Priorities_OfTheSharedCommissions_StandToDateAsPublished(string period, double homelessness, double violence, double? employment)
    {
        var shown = Open(new SharedCommissionsCase(), period, period).Table("Summary", "Outcomes against profile, by priority").Rows.Select(row => row.Number("To date: above or below profile")).ToList();
        Assert.Equal(3, shown.Count);
        Assert.Equal([(decimal?)homelessness, (decimal?)violence], shown.Take(2));
        if (employment is { } published)
            Assert.Equal((decimal)published, shown[2]);
    }

    [Theory]
    [InlineData("Interventions: homelessness", 45_497)]
    [InlineData("Interventions: sexual and domestic violence", 270_407)]
    [InlineData("Interventions: poverty through employment", 5_696)]
    public void Interventions_ToTheEndOfQuarterEight_AreAsPublished(string indicator, int published) =>
        Assert.Equal(published, Open(new SharedCommissionsCase(), "2018-19-q4", "2018-19-q4").Table("Summary", ToDate)
            .Rows.Single(row => row["Indicator"] == indicator).Number("Actual, all"));

    [Theory]
    [InlineData("Awards by kind of help: Food: Value of awards", "food", "school-meals", "other-food")]
    [InlineData("Awards by kind of help: Energy and water: Value of awards", "energy-water")]
    public void Trend_OfARowThatWasSplit_GoesOnAsTheSumOfItsParts(string line, params string[] rows)
    {
        var figures = new HouseholdSupportFigures(Household);
        var shown = TrendOf(line);
        Assert.Equal(
            Household.Programme.Calendar.Select(period => rows.Sum(row => figures.RowTotal(period.Id.Value, "by-kind", row, "value") ?? 0)).Cast<decimal?>(),
            shown.Select(ShownCell.Number));
    }

    [Fact]
    public void Trend_OfHouseholdsWithoutChildren_IsCarriedIntoTheSumOfItsPartsAndIntoNeither()
    {
        var figures = new HouseholdSupportFigures(Household);
        var periods = Household.Programme.Calendar.Select(period => period.Id.Value).ToList();
        var joined = TrendOf("Awards by household: Households without children: Number of awards");
        Assert.Equal(figures.RowTotal(periods[1], "by-household", "without-children", "number"), ShownCell.Number(joined[1]));
        Assert.Equal(
            figures.RowTotal(periods[11], "by-household", "with-pensioners", "number") + figures.RowTotal(periods[11], "by-household", "other", "number"), ShownCell.Number(joined[11]));
        foreach (var part in new[] { "Households with a pensioner", "Other households" })
        {
            var shown = TrendOf($"Awards by household: {part}: Number of awards");
            Assert.All(shown[..2], cell => Assert.Equal(ShownCell.NotAsked, cell));
            Assert.All(shown[2..], cell => Assert.NotNull(ShownCell.Number(cell)));
        }
    }

    [Fact]
    public void Trend_OfWhatCameLater_SaysNotAskedBeforeAndMarksTheVersions()
    {
        var table = WholeTrend;
        Assert.Equal(["2022-23-q1 (form 2, changed)", "2022-23-q3 (form 3, changed)", "2023-24-q1 (form 4, changed)"], table.Headings.Where(heading => heading.EndsWith("changed)", StringComparison.Ordinal)));
        var shown = TrendOf("Households helped for the first time");
        Assert.All(shown[..6], cell => Assert.Equal(ShownCell.NotAsked, cell));
        Assert.All(shown[6..], cell => Assert.True(ShownCell.Number(cell) > 0));
    }

    [Fact]
    public void Figures_OfEarlyHelp_AreThoseOfItsOwnArithmetic()
    {
        var own = new EarlyHelpFigures(new EarlyHelpCase());
        Compare(EarlyHelpCase.CaseName, (report, award, indicator, from, to) =>
        {
            var span = report.Over(award, report.Indicators.Single(one => one.Id.Value == indicator), from, to);
            string[] one = [award.Id.Value];
            var (first, last) = (own.Quarters[from], own.Quarters[to]);
            Assert.Equal(own.Over(award.Id.Value, indicator, first, last), span.Actual?.Value);
            Assert.Equal(own.ProfileOver(one, indicator, first, last), span.Profile?.Value);
            Assert.Equal(own.ComparedOver(one, indicator, first, last) is var compared && span.Compared is null ? null : compared, span.Compared?.Value);
        });
    }

    [Fact]
    public void Figures_OfTheSharedCommissions_AreThoseOfTheirOwnArithmetic()
    {
        var own = new SharedCommissionsFigures(new SharedCommissionsCase());
        Compare(SharedCommissionsCase.CaseName, (report, award, indicator, from, to) =>
        {
            var periods = own.Span(own.Periods[from], own.Periods[to]);
            var span = report.Over(award, own.IndicatorOf(indicator), from, to);
            // The newest figure of an award that has ended stands for nothing any more.
            if (own.IndicatorOf(indicator).AddsUp != AddsUpAs.Latest || own.IsIn(own.Periods[to], award.Id.Value))
                Assert.Equal(own.Figure(periods, award.Id.Value, indicator), span.Actual?.Value);
            var against = own.Against(periods, award.Id.Value, indicator);
            Assert.Equal((against?.Actual, against?.Profile), (span.Compared?.Value, span.Profile?.Value));
        });
    }

    [Fact]
    public void Figures_OfHouseholdSupport_AreThoseOfItsOwnArithmetic()
    {
        var own = new HouseholdSupportFigures(Household);
        var periods = Household.Programme.Calendar.Select(period => period.Id.Value).ToList();
        Compare(HouseholdSupportCase.CaseName, (report, award, indicator, from, to) =>
            Assert.Equal(own.ToDate(periods[from], periods[to], award.Id.Value, indicator), report.Over(award, report.Indicators.Single(one => one.Id.Value == indicator), from, to).Actual?.Value));
    }

    /// <summary>Every award and indicator, in every period and to date.</summary>
    private static void Compare(string name, Action<PlainReport, Award, string, int, int> check)
    {
        var data = PlainCase.Of(name);
        var last = data.Demo.Programme.Calendar[^1].Id;
        var report = new PlainReport(data, ReportKey.Of(data.Demo.Programme.Id, last));
        foreach (var award in report.Awards)
            foreach (var indicator in report.Indicators)
                for (var period = 0; period <= report.Last; period++)
                {
                    check(report, award, indicator.Id.Value, period, period);
                    check(report, award, indicator.Id.Value, 0, period);
                }
    }

    private const string ToDate = "Indicators against profile, to date: Quarter 1 of 2017–18: April to June 2017 to Quarter 4 of 2018–19: January to March 2019";

    private static ShownTable WholeTrend => field ??= Open(Household, "2021-22-q3", "2024-25-q2").Table("Trend", "Everything that is counted, period by period");

    private static string[] TrendOf(string line) => WholeTrend.Rows.Single(row => row["What is counted"] == line).Cells[2..];

    private static OpenedReport Open(IDemoCase demo, string from, string to) =>
        TakenReport.Of(demo, new ReportKey(demo.Programme.Id, Identifier.Parse<PeriodId>(from), Identifier.Parse<PeriodId>(to), null)).Opened;
}
