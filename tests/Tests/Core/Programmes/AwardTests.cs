using System.Globalization;
using MonitoringReturns.Core;
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
}
