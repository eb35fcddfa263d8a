using System.Globalization;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Periods;

public sealed class ReportingPeriodTests
{
    /// <summary>All its boundaries but the first in summer time: the first half-year, due ten days after its end.</summary>
    private static readonly ReportingPeriod Summer = A.Period("2026-h1") with
    {
        Start = new DateOnly(2026, 1, 1),
        End = new DateOnly(2026, 6, 30),
        Due = new DateOnly(2026, 7, 10),
        Closed = new DateOnly(2026, 7, 31),
        AmendUntil = new DateOnly(2026, 8, 31),
    };

    [Theory]
    [InlineData("2026-06-30T22:59:59.9999999Z", PeriodStanding.NotOpen)]
    [InlineData("2026-06-30T23:00:00Z", PeriodStanding.Open)]
    [InlineData("2027-01-31T23:59:59.9999999Z", PeriodStanding.Open)]
    [InlineData("2027-02-01T00:00:00Z", PeriodStanding.Overdue)]
    [InlineData("2027-02-28T23:59:59.9999999Z", PeriodStanding.Overdue)]
    [InlineData("2027-03-01T00:00:00Z", PeriodStanding.AmendOnly)]
    [InlineData("2027-03-31T22:59:59.9999999Z", PeriodStanding.AmendOnly)]
    [InlineData("2027-03-31T23:00:00Z", PeriodStanding.Closed)]
    public void StandingAt_InWinterAndSummer_TurnsAtMidnightInLondon(string now, PeriodStanding standing) =>
        Assert.Equal(standing, A.Period().StandingAt(Moment(now)));

    [Theory]
    [InlineData("2025-12-31T23:59:59.9999999Z", PeriodStanding.NotOpen)]
    [InlineData("2026-01-01T00:00:00Z", PeriodStanding.Open)]
    [InlineData("2026-07-10T22:59:59.9999999Z", PeriodStanding.Open)]
    [InlineData("2026-07-10T23:00:00Z", PeriodStanding.Overdue)]
    [InlineData("2026-07-11T00:30:00+02:00", PeriodStanding.Open)]
    [InlineData("2026-07-31T22:59:59.9999999Z", PeriodStanding.Overdue)]
    [InlineData("2026-07-31T23:00:00Z", PeriodStanding.AmendOnly)]
    [InlineData("2026-08-31T22:59:59.9999999Z", PeriodStanding.AmendOnly)]
    [InlineData("2026-08-31T23:00:00Z", PeriodStanding.Closed)]
    public void StandingAt_WithDatesOfItsOwn_TurnsByThem(string now, PeriodStanding standing) => Assert.Equal(standing, Summer.StandingAt(Moment(now)));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T22:59:59Z", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:59:59Z", "2026-10-26T00:00:00Z")]
    [InlineData("2028-02-29", "2028-02-29T23:59:59Z", "2028-03-01T00:00:00Z")]
    public void StandingAt_DueWhenClocksChangeOrOnALeapDay_LastsThatDay(string due, string inTime, string late)
    {
        var day = DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var period = A.Period() with { Start = day.AddDays(-10), End = day.AddDays(-1), Due = day, Closed = day.AddDays(1), AmendUntil = day.AddDays(2) };
        Assert.Equal(PeriodStanding.Open, period.StandingAt(Moment(inTime)));
        Assert.False(period.IsLate(Moment(inTime)));
        Assert.Equal(PeriodStanding.Overdue, period.StandingAt(Moment(late)));
        Assert.True(period.IsLate(Moment(late)));
    }

    [Fact]
    public void StandingAt_WithDueClosedAndAmendUntilOnOneDay_GoesFromOpenToClosed()
    {
        var due = new DateOnly(2027, 1, 31);
        var period = A.Period() with { Due = due, Closed = due, AmendUntil = due };
        Assert.Equal(PeriodStanding.Open, period.StandingAt(Moment("2027-01-31T23:59:59Z")));
        Assert.Equal(PeriodStanding.Closed, period.StandingAt(Moment("2027-02-01T00:00:00Z")));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
