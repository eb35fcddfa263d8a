using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;

namespace MonitoringReturns.Tests.Core.Periods;

public sealed class UkTimeTests
{
    [Theory]
    [InlineData("2027-01-31", "2027-02-01T00:00:00Z")]
    [InlineData("2026-07-31", "2026-07-31T23:00:00Z")]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")]
    [InlineData("2028-02-28", "2028-02-29T00:00:00Z")]
    [InlineData("2028-02-29", "2028-03-01T00:00:00Z")]
    [InlineData("2026-12-31", "2027-01-01T00:00:00Z")]
    public void EndOf_ADay_IsMidnightInLondon(string day, string end)
    {
        var moment = UkTime.EndOf(Day(day));
        Assert.Equal(Moment(end), moment);
        Assert.Equal(TimeSpan.Zero, moment.Offset);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T02:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T01:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T01:00:00")]
    [InlineData("2026-07-01T00:30:00+05:00", "2026-06-30T20:30:00")]
    [InlineData("2026-07-31T23:30:00Z", "2026-08-01T00:30:00")]
    public void Local_IsTheClockInLondon(string moment, string local)
    {
        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), UkTime.Local(Moment(moment)));
        Assert.Equal(Day(local[..10]), UkTime.DayOf(Moment(moment)));
    }

    [Fact]
    public void EndOf_AnyDay_IsTheFirstMomentOfTheNext() => Prop.ForAll(Gen.Choose(0, 40_000).ToArbitrary(), days =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(days);
        var end = UkTime.EndOf(day);
        return UkTime.DayOf(end) == day.AddDays(1) && UkTime.DayOf(end.AddTicks(-1)) == day;
    }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
