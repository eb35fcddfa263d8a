using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.GrantAid;

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
            Assert.Equal(calendar.Skip(1), [present.Open, present.Running, present.Coming]);
            Assert.True(present.Running.Start <= today && today <= present.Running.End);
            Assert.Equal(4, calendar.Count);
            Assert.NotEmpty(present.ToFile(present.Open.Id));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_OfAFormThatChanged_AsksTheNewestNow(string name)
    {
        var original = DemoCases.Of(name).Single();
        var present = new PresentCase(original, new DateOnly(2026, 11, 22));

        var newest = original.NextForm is { } next ? FormVersion.Read(next.Span).Number : original.Programme.FormVersions[^1].Version;
        Assert.Equal(newest, present.Programme.PlannedFormVersion(present.Open.Id));
        Assert.Equal(Math.Min(2, original.Programme.FormVersions.Count + (original.NextForm is null ? 0 : 1)), present.Programme.FormVersions.Count);
        Assert.Equal(newest, FormVersion.Read(present.Forms[^1].Span).Number);
        Assert.All(present.Awards, award => Assert.All(present.Programme.Calendar, period => Assert.True(award.ReportsFor(period))));
        Assert.Equal(present.Programme.Id.Value, Assert.Single(DemoCases.Of(name + PresentCase.Suffix)).Programme.Id.Value);
    }

    /// <summary>Files are asked for where a person can try them, and of nobody who filed before.</summary>
    [Fact]
    public void NextFormOfGrantAid_AsksForFilesAndNothingElse()
    {
        var original = DemoCases.Of(GrantAidCase.CaseName).Single();
        var (before, after) = (FormVersion.Read(original.Forms[^1].Span), FormVersion.Read(original.NextForm!.Value.Span));

        var added = after.Questions.Where(question => before.Find(question.Id.Value) is null).ToList();

        Assert.Equal(4, added.Count);
        Assert.All(added, question => Assert.False(Assert.IsType<EvidenceQuestion>(question).Required));
        Assert.Equal(before.Questions.Select(question => question.Id), after.Questions.Select(question => question.Id).Except(added.Select(question => question.Id)));
        Assert.DoesNotContain(original.Forms, form => FormVersion.Read(form.Span).Questions.Any(question => question is EvidenceQuestion));
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
