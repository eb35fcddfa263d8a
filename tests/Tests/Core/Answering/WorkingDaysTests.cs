using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Tests.Core.Answering;

/// <summary>Working days in England, held against the lists that gov.uk/bank-holidays published.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void BankHolidays_OfAYear_AreThosePublished(int year, string days) =>
        Assert.Equal(days.Split(' '), WorkingDays.BankHolidays(year).Select(day => $"{day:MM-dd}"));

    [Theory]
    [InlineData("2026-07-10", "2026-07-10", 0)]
    [InlineData("2026-07-10", "2026-07-12", 0)]
    [InlineData("2026-07-10", "2026-07-13", 1)]
    [InlineData("2026-07-10", "2026-08-07", 20)]
    [InlineData("2026-07-10", "2026-08-10", 21)]
    [InlineData("2025-12-24", "2026-01-02", 4)]
    [InlineData("2026-07-13", "2026-07-10", 0)]
    public void Since_ADay_CountsTheWorkingDaysAfterIt(string from, string to, int days) => Assert.Equal(days, WorkingDays.Since(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void Since_OverAnotherDay_IsTheSumOfItsParts() => Prop.ForAll(Stretches, stretch =>
    {
        var (from, between, to) = (Day(stretch.From), Day(stretch.From + stretch.One), Day(stretch.From + stretch.One + stretch.Other));
        return WorkingDays.Since(from, to) == WorkingDays.Since(from, between) + WorkingDays.Since(between, to);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Holidays_OfAnyYear_AreWeekdaysOnceEachAndEasterIsASunday() => Prop.ForAll(Gen.Choose(1900, 2199).ToArbitrary(), year =>
    {
        var holidays = WorkingDays.BankHolidays(year);
        return holidays.All(day => day.Year == year && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !WorkingDays.IsWorkingDay(day))
            && holidays.Distinct().Count() == holidays.Count && holidays.Count >= 8
            && WorkingDays.EasterSunday(year) is { DayOfWeek: DayOfWeek.Sunday } easter && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int From, int One, int Other)> Stretches =>
        Gen.Choose(0, 5000).SelectMany(from => Gen.Choose(0, 400).SelectMany(one => Gen.Choose(0, 400).Select(other => (from, one, other)))).ToArbitrary();

    private static DateOnly Day(int number) => new DateOnly(2020, 1, 1).AddDays(number);
}
