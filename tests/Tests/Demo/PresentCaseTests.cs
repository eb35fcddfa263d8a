using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The demonstrations in the present: on whatever day, there is a return to fill in.</summary>
public sealed class PresentCaseTests
{
    public static TheoryData<string> Names => [.. DemoCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_OnAnyDay_HasAPeriodToFileAndOneFiled(string name)
    {
        var original = DemoCases.Of(name).Single();
        Prop.ForAll(Gen.Choose(0, 4000).ToArbitrary(), days =>
        {
            var today = new DateOnly(2025, 1, 1).AddDays(days);
            var present = new PresentCase(original, today);
            var calendar = present.Programme.Calendar;

            Assert.Contains(present.Open.StandingAt(Noon(today)), new[] { PeriodStanding.Open, PeriodStanding.Overdue });
            Assert.True(present.Open.End < today);
            Assert.All(calendar.Zip(calendar.Skip(1)), pair => Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start));
            Assert.All(calendar, period => Assert.True(period.End < period.Due && period.Due <= period.Closed && period.Closed < period.AmendUntil));
            Assert.All(present.Filings(calendar[0].Id), filing => Assert.Equal(PeriodStanding.Open, calendar[0].StandingAt(filing.At)));
            Assert.All(present.Filings(calendar[0].Id), filing => Assert.True(filing.At < Noon(today)));
            Assert.Empty(present.Filings(present.Open.Id));
            Assert.NotEmpty(present.ToFile(present.Open.Id));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_OfAFormThatChanged_AsksTheNewestNow(string name)
    {
        var original = DemoCases.Of(name).Single();
        var present = new PresentCase(original, new DateOnly(2026, 11, 22));

        Assert.Equal(original.Programme.FormVersions[^1].Version, present.Programme.PlannedFormVersion(present.Open.Id));
        Assert.Equal(Math.Min(2, original.Programme.FormVersions.Count), present.Programme.FormVersions.Count);
        Assert.All(present.Awards, award => Assert.All(present.Programme.Calendar, period => Assert.True(award.ReportsFor(period))));
        Assert.Equal(present.Programme.Id.Value, Assert.Single(DemoCases.Of(name + PresentCase.Suffix)).Programme.Id.Value);
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
