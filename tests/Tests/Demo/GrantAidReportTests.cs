using MonitoringReturns.Core;
using MonitoringReturns.Local.Demo.GrantAid;

namespace MonitoringReturns.Tests.Demo;

/// <summary>What the lead funder reads of the demonstration. A count is marked with #.</summary>
public sealed class GrantAidReportTests
{
    private static readonly TakenReport Report = TakenReport.Of(new GrantAidCase(), Identifier.Parse<PeriodId>("2025-H1"));

    [Fact]
    public void Summary_OfAPeriodThatTwoDistrictsMissed_ShowsThemWithoutReturns()
    {
        var byDistrict = Report.Table("By2");
        Assert.Equal(9, byDistrict.Count);
        Assert.Equal(["Broxtowe", "Rushcliffe"], byDistrict.Where(row => row[1] == "#0").Select(row => row[0]));
    }

    [Fact]
    public void Summary_OfPeopleAndHours_ShowsWholeNumbersAndOfStaffDecimals()
    {
        var totals = Report.Table("IndicatorTotals").Skip(1).ToDictionary(row => row[0], row => row[8], StringComparer.Ordinal);
        Assert.StartsWith("#", totals["Different people helped"], StringComparison.Ordinal);
        Assert.StartsWith("#", totals["Volunteer hours"], StringComparison.Ordinal);
        Assert.StartsWith("£", totals["Other funding won"], StringComparison.Ordinal);
        Assert.Contains('.', totals["Paid staff"]);
    }

    [Fact]
    public void Awards_Headings_AreEachThereOnce() => Assert.Distinct(Report.Table("Awards")[0]);

    [Fact]
    public void Words_OfAnAgreedOutcome_SayWhichItIs() =>
        Assert.Contains(Report.Table("Words"), row => row[0] == "ga-011" && row[3] == "What changed: agreed outcome 2: People keep their homes");

    [Fact]
    public void Words_OfAPeriod_RarelyRepeatThemselves()
    {
        var told = Report.Table("Words").Skip(1).Where(row => row[6].Length > 80 && !row[4].EndsWith("What was planned", StringComparison.Ordinal)).Select(row => row[6]).ToList();
        Assert.InRange(told.Count, 60, 300);
        Assert.True(told.Distinct(StringComparer.Ordinal).Count() >= told.Count * 0.95, "more than one text in twenty stands twice");
    }

    [Fact]
    public void Help_IsAskedForByManyInTheirOwnWords() =>
        Assert.InRange(Report.Table("Help").Skip(1).Select(row => row[4]).Distinct(StringComparer.Ordinal).Count(), 8, 25);
}
