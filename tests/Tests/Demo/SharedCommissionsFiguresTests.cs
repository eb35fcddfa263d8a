using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Demo;

/// <summary>What the lead body reported to its committee, found again in the raw answers.</summary>
public sealed class SharedCommissionsFiguresTests
{
    private const string Homelessness = "homelessness";
    private const string Violence = "sexual-and-domestic-violence";
    private const string Employment = "poverty-through-employment";
    private const string Quarter8 = "2018-19-q4";
    private const string Quarter20 = "2021-22-q4";

    private static readonly SharedCommissionsCase Case = new();
    private static readonly SharedCommissionsFigures Figures = new(Case);

    [Theory]
    [InlineData(Quarter8, Homelessness, 13.0)]
    [InlineData(Quarter8, Violence, -1.36)]
    [InlineData(Quarter8, Employment, -52.0)]
    [InlineData(Quarter20, Homelessness, 5.0)]
    [InlineData(Quarter20, Violence, -9.0)]
    public void Outcomes_ToDate_StandToTheirProfileAsPublished(string period, string priority, double above) =>
        Assert.Equal((decimal)above, decimal.Round(Figures.OfPriority(Figures.ToDate(period), priority)!.Above, 2));

    [Theory]
    [InlineData("interventions-homelessness", 45_497)]
    [InlineData("interventions-violence", 270_407)]
    [InlineData("interventions-employment", 5_696)]
    public void Interventions_ToTheEndOfQuarterEight_AreAsPublished(string indicator, int published) =>
        Assert.Equal(published, Figures.Total(Figures.ToDate(Quarter8), indicator));

    [Fact]
    public void Quarters_OfAPriority_DifferAndAreNeverFarFromOneAnother()
    {
        foreach (var priority in new[] { Homelessness, Violence, Employment })
        {
            var above = Figures.Periods.Select(period => Figures.OfPriority([period], priority)!.Above).ToList();
            Assert.InRange(above.Distinct().Count(), 15, 20);
            Assert.All(above, percent => Assert.InRange(percent, -85, 45));
        }
    }

    [Fact]
    public void Awards_ByTheirAverageOverIndicators_AreInAllThreeBandsAndMoveBothWays()
    {
        var now = Figures.Awards.Select(award => Figures.AverageAbove(Figures.ToDate(Quarter8), award)!.Value).ToList();
        Assert.Contains(now, above => above >= -10);
        Assert.Contains(now, above => above is < -10 and >= -25);
        Assert.Contains(now, above => above < -25);
        var moves = Figures.Awards.Select(award => Figures.AverageAbove([Quarter8], award)!.Value - Figures.AverageAbove(["2018-19-q3"], award)!.Value).ToList();
        Assert.Contains(moves, move => move > 1);
        Assert.Contains(moves, move => move < -1);
    }

    [Fact]
    public void Boroughs_RowsAndProfiles_AddUpToThoseOfTheAward()
    {
        foreach (var award in Case.Awards)
            foreach (var indicator in award.AgreedOutcomes.Select(outcome => outcome.Indicator!.Value.Value))
            {
                var span = Figures.Span("2018-19-q1", Quarter8);
                Assert.Equal(Figures.Figure(span, award.Id.Value, indicator), Figures.Boroughs.Sum(borough => Figures.BoroughFigure(span, award.Id.Value, indicator, borough) ?? 0));
                Assert.Equal(Figures.Against(span, award.Id.Value, indicator)!.Profile, Figures.Boroughs.Sum(borough => Figures.BoroughAgainst(span, award.Id.Value, indicator, borough)?.Profile ?? 0));
            }
    }

    [Fact]
    public void Shares_OfAllFunders_AddUpToTheFigure()
    {
        var span = Figures.ToDate(Quarter20);
        Assert.Equal(
            Figures.Figure(span, "sc-06", "safer")!.Value,
            decimal.Round(Figures.Boroughs.Sum(borough => Figures.Share(span, "sc-06", "safer", borough)!.Value), 10));
        Assert.Equal(0, Figures.Share(span, "sc-06", "safer", Case.Programme.LeadFunder.Id.Value));
    }

    [Fact]
    public void Figures_OfTheProviderThatLeft_StayAndItsProfileEndsWithThem()
    {
        var indicator = Case.Awards.Single(award => award.Id.Value == "sc-12").AgreedOutcomes[0].Indicator!.Value.Value;
        Assert.Null(Figures.Figure("2019-20-q1", "sc-12", indicator));
        Assert.Equal(Figures.Against(Figures.ToDate(Quarter8), "sc-12", indicator), Figures.Against(Figures.ToDate(Quarter20), "sc-12", indicator));
    }

    [Fact]
    public void Rows_OfATableOfPeople_AddUpToTheNewPeople()
    {
        var span = Figures.Span("2021-22-q1", Quarter20);
        var rows = new[] { "female", "male", "other-sex", "prefer-not-to-say", "not-known" };
        Assert.Equal(Figures.Total(span, "new-people"), rows.Sum(row => Figures.RowTotal(span, "by-sex", row)));
    }

    [Fact]
    public void OpenComplaints_OverASpan_AreTheNewestAndReceivedOnesAddUp()
    {
        var span = Figures.Span("2021-22-q3", Quarter20);
        Assert.Equal(Figures.Figure(Quarter20, "sc-01", "complaints-open"), Figures.Figure(span, "sc-01", "complaints-open"));
        Assert.Equal(Figures.Figure("2021-22-q3", "sc-01", "complaints") + Figures.Figure(Quarter20, "sc-01", "complaints"), Figures.Figure(span, "sc-01", "complaints"));
    }
}
