using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Programmes;

public sealed class AwardTests
{
    [Theory]
    [InlineData("2026-04-01", "2029-03-31", true)]
    [InlineData("2026-12-31", "2029-03-31", true)]
    [InlineData("2027-01-01", "2029-03-31", false)]
    [InlineData("2023-04-01", "2026-07-01", true)]
    [InlineData("2023-04-01", "2026-06-30", false)]
    [InlineData("2026-09-01", "2026-09-30", true)]
    public void ReportsFor_APeriodItRunsInOnADay_IsTrue(string start, string end, bool reports) =>
        Assert.Equal(reports, (An.Award() with { Start = Day(start), End = Day(end) }).ReportsFor(A.Period()));

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-12-30", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", true)]
    public void ReportsFor_APeriodItsProviderLeftIn_IsFalse(string left, bool reports) =>
        Assert.Equal(reports, (An.Award() with { EndedOn = Day(left) }).ReportsFor(A.Period()));

    [Fact]
    public void ReportsFor_APeriodAfterItsEnd_IsFalseHoweverLateItsProviderLeft() =>
        Assert.False((An.Award() with { End = new DateOnly(2026, 6, 30), EndedOn = new DateOnly(2027, 6, 30) }).ReportsFor(A.Period()));

    [Fact]
    public void ProfileOf_AnIndicatorAndPeriod_IsTheirsOrNone()
    {
        var award = An.Award().WithProfile("people", 100).WithProfile("hours", 0);
        var period = Identifier.Parse<PeriodId>("2026-h2");
        Assert.Equal(100, award.ProfileOf(Identifier.Parse<IndicatorId>("people"), period));
        Assert.Equal(0, award.ProfileOf(Identifier.Parse<IndicatorId>("hours"), period));
        Assert.Null(award.ProfileOf(Identifier.Parse<IndicatorId>("people"), Identifier.Parse<PeriodId>("2027-h1")));
        Assert.Null(award.ProfileOf(Identifier.Parse<IndicatorId>("spent"), period));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void ProfilesOf_APeriod_AreTheNewestOfEachFundersRows()
    {
        var (people, period) = (Identifier.Parse<IndicatorId>("people"), Identifier.Parse<PeriodId>("2026-h2"));
        var (camden, barnet) = (OrganisationId.Parse("GB-LAE-CMD"), OrganisationId.Parse("GB-LAE-BNE"));
        var award = An.Award() with
        {
            Profiles =
            [
                new Profile(people, period, 12, camden, Version: 3), new Profile(people, period, 10, camden), new Profile(people, period, 11, camden, Version: 2),
                new Profile(people, period, 20, barnet), new Profile(people, Identifier.Parse<PeriodId>("2027-h1"), 99, barnet, Version: 2),
                new Profile(Identifier.Parse<IndicatorId>("hours"), period, 7),
            ],
        };
        Assert.Equal([(camden, 12m, 3), (barnet, 20m, 1)], award.ProfilesOf(people, period).Select(profile => (profile.Funder!.Value, profile.Figure, profile.Version)));
        Assert.Equal(32, award.ProfileOf(people, period));
        Assert.Equal(7, award.ProfileOf(Identifier.Parse<IndicatorId>("hours"), period));
        Assert.Empty(award.ProfilesOf(Identifier.Parse<IndicatorId>("hours"), Identifier.Parse<PeriodId>("2027-h1")));
    }

    [Fact]
    public void ProfileOf_ARenegotiatedFigure_IsTheNewOneAndTheOldStays()
    {
        var award = An.Award().WithProfile("people", 100);
        award = award with { Profiles = [.. award.Profiles, award.Profiles[0] with { Figure = 0, Version = 2 }] };
        Assert.Equal(0, award.ProfileOf(award.Profiles[0].Indicator, award.Profiles[0].Period));
        Assert.Equal([100m, 0m], award.Profiles.Select(profile => profile.Figure));
    }
}
