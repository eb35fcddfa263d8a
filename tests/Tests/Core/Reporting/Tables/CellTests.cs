using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Core.Reporting.Tables;

public sealed class CellTests
{
    [Fact]
    public void Of_NothingToSay_IsEmptyAndNoOtherKind()
    {
        Assert.Equal(CellKind.Empty, default(Cell).Kind);
        Assert.Equal(CellKind.Empty, Cell.OfText(null).Kind);
        Assert.Equal(CellKind.Empty, Cell.OfText("").Kind);
        Assert.Equal(CellKind.Text, Cell.OfText(" ").Kind);
        Assert.Equal(CellKind.Count, Cell.OfCount(0).Kind);
        Assert.Equal(CellKind.NotAsked, Cell.NotAsked.Kind);
    }

    [Theory]
    [InlineData("1900-03-01", 61)]
    [InlineData("2026-06-30", 46203)]
    [InlineData("1899-12-31", 1)]
    public void OfDate_CountsDaysAsSpreadsheetsDo(string day, int number) =>
        Assert.Equal(number, Cell.OfDate(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Number);

    [Fact]
    public void OfMoment_AtSixInTheEvening_IsThreeQuartersOfADay() => Assert.Equal(46203.75m, Cell.OfMoment(new DateTime(2026, 6, 30, 18, 0, 0)).Number);

    [Fact]
    public void Readable_OfTextAndFigures_IsAsPeopleWriteThem() => Assert.Equal(
        ["", "not asked", "=1+1", "1,234,567", "0", "-1,234.5", "0.000001", "£0.50", "£1,250.00", "12.5%", "-20%", "30 June 2026", "1 February 2027 00:00"],
        new[]
        {
            Cell.Empty, Cell.NotAsked, Cell.OfText("=1+1"), Cell.OfCount(1_234_567), Cell.OfNumber(0), Cell.OfNumber(-1234.50m), Cell.OfNumber(0.000001m), Cell.OfMoney(0.5m),
            Cell.OfMoney(1250), Cell.OfPercentage(12.5m), Cell.OfPercentage(-20.0m), Cell.OfDate(new DateOnly(2026, 6, 30)), Cell.OfMoment(new DateTime(2027, 2, 1)),
        }.Select(ReadableCell.Of));

    [Fact]
    public void Readable_OfAnyMinute_IsThatMinute() => Prop.ForAll(Gen.Choose(0, 60 * 24 * 36_500).ToArbitrary(), minutes =>
    {
        var moment = new DateTime(2000, 1, 1).AddMinutes(minutes);
        Assert.Equal(moment.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture), ReadableCell.Of(Cell.OfMoment(moment)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
