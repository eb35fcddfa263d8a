using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Programmes;

/// <summary>What holds of calendars, contributions and profiles, whatever they are.</summary>
public sealed class SetupRuleTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly IndicatorId Helped = Identifier.Parse<IndicatorId>("helped");

    [Fact]
    public void Calendar_OfAnyStartAndLength_HasNoGapsOrOverlaps() =>
        Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), Gen.Elements(PeriodLength.Month, PeriodLength.Quarter, PeriodLength.HalfYear, PeriodLength.Year).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (days, length, count) =>
        {
            var start = new DateOnly(2000, 1, 1).AddDays(days);
            var made = MadeCalendar.Of(length, start, count, DaysAfter.Default);
            Assert.Equal((count, start), (made.Count, made[0].Start));
            Assert.Equal(start.AddMonths(count * (int)length).AddDays(-1), made[^1].End);
            Assert.All(made.Zip(made.Skip(1)), pair => Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start));
            Assert.All(made, period => Assert.True(period.Start <= period.End && period.End <= period.Due && period.Due <= period.Closed && period.Closed <= period.AmendUntil));
            Assert.Equal(count, made.DistinctBy(period => period.Id).Count());
            Assert.All(made, period => Assert.True(Identifier.TryParse<PeriodId>(period.Id.Value, out _)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calendar_OfTheFinancialYear_IsNumberedAsCouncilsDo()
    {
        Assert.Equal(
            ["2026-Q1 April to June 2026", "2026-Q2 July to September 2026", "2026-Q3 October to December 2026", "2026-Q4 January to March 2027"],
            MadeCalendar.Of(PeriodLength.Quarter, First, 4, DaysAfter.Default).Select(period => $"{period.Id} {period.Name}"));
        Assert.Equal(["2026-H1 April to September 2026", "2026-H2 October 2026 to March 2027"], MadeCalendar.Of(PeriodLength.HalfYear, First, 2, DaysAfter.Default).Select(period => $"{period.Id} {period.Name}"));
        Assert.Equal(["2026-27 April 2026 to March 2027"], MadeCalendar.Of(PeriodLength.Year, First, 1, DaysAfter.Default).Select(period => $"{period.Id} {period.Name}"));
    }

    [Fact]
    public void Contributions_ThatDoNotAddUp_AreFoundToThePenny() =>
        Prop.ForAll(Gen.Choose(1, 5_000_000).ToArbitrary(), Gen.Choose(0, 5_000_000).ToArbitrary(), Gen.Choose(-200, 200).ToArbitrary(), (ours, theirs, off) =>
        {
            var programme = A.Programme() with { CoFunders = [Other] };
            var award = AwardOf([new(A.Council.Id, ours / 100m), new(Other.Id, theirs / 100m)]) with { Amount = ((ours + theirs) / 100m) + (off / 100m) };
            var found = AwardRules.Check(null, award, programme, First).Where(finding => finding.Code == Catalogue.ContributionsDiffer).ToList();
            if (off == 0)
                Assert.Empty(found);
            else
                Assert.Contains($"which is {AwardRules.Pounds(Math.Abs(off) / 100m)} {(off > 0 ? "less" : "more")} than the amount", Assert.Single(found).Message, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    /// <summary>However often a profile is changed, no figure of a period before a change's first is another afterwards, and no old figure goes.</summary>
    [Fact]
    public void Profile_ChangedAnyHow_NeverChangesAPastFigure() =>
        Prop.ForAll(Gen.Choose(1, 1000).Select(seed => seed).ToArbitrary(), seed =>
        {
            var dice = new Random(seed);
            var programme = A.Programme() with { Calendar = MadeCalendar.Of(PeriodLength.Quarter, First, 8, DaysAfter.Default), Indicators = [A.Indicator("helped")] };
            var award = AwardOf([new(A.Council.Id, 100)]) with { Profiles = [.. programme.Calendar.Select(period => new Profile(Helped, period.Id, dice.Next(100)))] };
            for (var change = 0; change < 5; change++)
            {
                var today = First.AddDays(dice.Next(700));
                var open = AgreedProfile.StillOpen(award, programme, today);
                var figures = AgreedProfile.Changes(award, programme, open.Where(_ => dice.Next(2) == 0).Select(period => new Profile(Helped, period.Id, dice.Next(100))));
                if (figures.Count == 0)
                    continue;
                var after = AgreedProfile.With(award, Proposal(award, figures), today);
                foreach (var period in programme.Calendar)
                    Assert.Equal(
                        figures.FirstOrDefault(figure => figure.Period == period.Id)?.After ?? AgreedProfile.FigureOf(award, Helped, period.Id, null), AgreedProfile.FigureOf(after, Helped, period.Id, null));
                Assert.All(programme.Calendar.Where(period => period.Start <= today), period => Assert.Equal(award.ProfileOf(Helped, period.Id), after.ProfileOf(Helped, period.Id)));
                Assert.Equal(award.Profiles, after.Profiles.Take(award.Profiles.Count));
                Assert.Equal(award.ProfileVersion + 1, after.ProfileVersion);
                award = after;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Library_IsOneOfSources_WithTheFiveOutcomesOfEveryChildMatters()
    {
        var framework = Assert.Single(IndicatorLibrary.Shipped.Frameworks);
        Assert.Equal(["Be healthy", "Stay safe", "Enjoy and achieve", "Make a positive contribution", "Economic well-being"], framework.Outcomes);
        Assert.All(IndicatorLibrary.Shipped.Indicators, indicator => Assert.False(string.IsNullOrWhiteSpace(indicator.Source)));
        Assert.All(IndicatorLibrary.Shipped.Indicators.Where(indicator => indicator.Outcome is not null), indicator => Assert.Contains(indicator.Outcome, framework.Outcomes));
        Assert.All(framework.Outcomes, outcome => Assert.Contains(IndicatorLibrary.Shipped.Indicators, indicator => indicator.Outcome == outcome && indicator.Kind == IndicatorKind.Outcome));
    }

    [Fact]
    public void Ceiling_OfAnAmount_IsByItsBand()
    {
        var ceilings = Ceilings.Default;
        Assert.Equal([ceilings.OfSmall, ceilings.OfMiddle, ceilings.OfMiddle, ceilings.OfLarge], new[] { 24_999.99m, 25_000m, 100_000m, 100_000.01m }.Select(ceilings.For));
    }

    private static readonly NamedOrganisation Other = new(OrganisationId.Parse("GB-CHC-204279"), "A trust");

    private static Award AwardOf(IReadOnlyList<Contribution> contributions) => new()
    {
        Id = Identifier.Parse<AwardId>("a-1"),
        Programme = A.Programme().Id,
        Provider = new NamedOrganisation(OrganisationId.Parse("MR-000001"), "Group 1"),
        Amount = contributions.Sum(part => part.Amount),
        Start = First,
        End = First.AddYears(3),
        Contributions = contributions,
    };

    private static ProfileProposal Proposal(Award award, IReadOnlyList<ProposedFigure> figures) => new()
    {
        Programme = award.Programme,
        Award = award.Id,
        Number = 1,
        Side = AwardSide.Funder,
        By = MemberId.NewPerson(),
        For = A.Council.Id,
        At = DateTimeOffset.UnixEpoch,
        Of = award.ProfileVersion,
        From = figures[0].Period,
        Reason = "A reason.",
        Figures = figures,
    };
}
