using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.GrantAid;
using MonitoringReturns.Local.Demo.HouseholdSupport;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The demonstration's data as it is generated; nothing is stored or sent.</summary>
public sealed class HouseholdSupportCaseTests
{
    private static readonly HouseholdSupportCase Case = new();
    private static readonly IReadOnlyList<DemoReturn> Returns = DemoReturn.AllOf(Case);

    [Fact]
    public void Filings_AsTheFormChecksThem_HaveNothingToPutRight() =>
        Assert.All(Returns, filed => Assert.True(filed.Findings.Count == 0, $"{Name(filed)}: {string.Join(' ', filed.Findings.Select(finding => finding.Message))}"));

    [Fact]
    public void Filings_OfEveryAward_AnswerOnlyWhatItIsAsked() =>
        Assert.All(Returns, filed => Assert.All(filed.Filing.Answers, answer => Assert.True(filed.Answers.IsAsked(filed.Answers.Version.Find(answer.Question)!), $"{Name(filed)} {answer.Question}")));

    [Fact]
    public void Filings_GeneratedTwice_AreTheSame() => Assert.Equal(Lines(Case), Lines(new HouseholdSupportCase()));

    [Fact]
    public void Filings_OfAPeriod_ComeWhileItTakesThemOrWhenReopened() =>
        Assert.All(Returns, filed =>
        {
            Assert.True(UkTime.DayOf(filed.Filing.At) > filed.Period.End);
            PeriodStanding[] taken = filed.Filing.ReopenedBecause is not null ? [PeriodStanding.Closed]
                : filed.Filing.Revision > 1 ? [PeriodStanding.Open, PeriodStanding.Overdue, PeriodStanding.AmendOnly]
                : [PeriodStanding.Open, PeriodStanding.Overdue];
            Assert.Contains(filed.Period.StandingAt(filed.Filing.At), taken);
        });

    [Fact]
    public void Filings_OfAnAward_AreNumberedInTheOrderOfTheirTime() =>
        Assert.All(Returns.GroupBy(filed => (filed.Award.Id, filed.Period.Id)), ofOne =>
            Assert.Equal(Enumerable.Range(1, ofOne.Count()), ofOne.Select(filed => filed.Filing.Revision)));

    [Fact]
    public void Case_HasTwentyFourCharitiesAndTwelveQuartersOverFourVersions()
    {
        Assert.Equal(Enumerable.Range(1, 24).Select(number => $"hs-{number:D2}"), Case.Awards.Select(award => award.Id.Value));
        Assert.Equal(
            [
                "2021-22-q3: 1", "2021-22-q4: 1", "2022-23-q1: 2", "2022-23-q2: 2", "2022-23-q3: 3", "2022-23-q4: 3",
                "2023-24-q1: 4", "2023-24-q2: 4", "2023-24-q3: 4", "2023-24-q4: 4", "2024-25-q1: 4", "2024-25-q2: 4",
            ],
            Case.Programme.Calendar.Select(period => $"{period.Id}: {Case.Programme.PlannedFormVersion(period.Id)}"));
        Assert.Equal(("October to December 2021", "July to September 2024"), (Case.Programme.Calendar[0].Name, Case.Programme.Calendar[^1].Name));
        Assert.Equal((new DateOnly(2021, 10, 1), new DateOnly(2024, 9, 30)), (Case.Programme.Calendar[0].Start, Case.Programme.Calendar[^1].End));
        Assert.All(Case.Programme.Calendar.Zip(Case.Programme.Calendar.Skip(1)), pair => Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start));
        Assert.Empty(Case.Programme.CoFunders);
    }

    [Fact]
    public void Organisations_OfTheCase_AreInventedAndInNoOtherCase()
    {
        var ids = Case.Awards.Select(award => award.Provider.Id.Value).ToList();
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.Matches("^(GB-CHC-93[0-9]{5}|GB-COH-99[0-9]{6}|MR-[0-9]{6})$", id));
        var others = new GrantAidCase();
        Assert.Empty(Known(others).Intersect(Known(Case), StringComparer.Ordinal));

        static IEnumerable<string> Known(IDemoCase demo) =>
            demo.Awards.Select(award => award.Provider).Append(demo.Programme.LeadFunder).SelectMany(known => new[] { known.Id.Value, known.Name });
    }

    [Fact]
    public void Case_HasOneReturnMissingAndOneCharityThatLeft()
    {
        var due = Case.Awards.SelectMany(award => Case.Programme.Calendar.Where(award.ReportsFor).Select(period => $"{award.Id} {period.Id}"));
        Assert.Equal(["hs-09 2022-23-q4"], due.Except(Returns.Select(Name), StringComparer.Ordinal));
        var left = Assert.Single(Case.Awards, award => award.EndedOn is not null);
        Assert.Equal("2023-24-q1", Returns.Last(filed => filed.Award.Id == left.Id).Period.Id.Value);
        Assert.Equal(7, Returns.Count(filed => filed.Award.Id == left.Id));
    }

    [Fact]
    public void Case_HasSeveralLateReturnsAndOneQuarterOfNought()
    {
        Assert.InRange(Returns.Count(filed => filed.Filing.Revision == 1 && filed.Period.IsLate(filed.Filing.At)), 12, 36);
        var nothing = Assert.Single(Returns, filed => filed.Figure("total") == 0);
        Assert.All(Table(nothing, "by-kind"), row => Assert.Equal((0m, 0m), (row.Value, row.Number)));
    }

    [Fact]
    public void Corrections_AfterAcceptance_AreTwoOfOldQuartersThatChangeFigures()
    {
        var reopened = Returns.Where(filed => filed.Filing.ReopenedBecause is not null).ToList();
        Assert.Equal(["hs-06 2022-23-q1", "hs-15 2023-24-q2"], reopened.Select(Name));
        Assert.All(reopened, filed => Assert.True(filed.Filing.At > UkTime.EndOf(filed.Period.AmendUntil.AddMonths(3))));
        Assert.All(reopened, filed => Assert.True(FirstOf(filed).Figure("awards-value") != filed.Figure("awards-value") && FirstOf(filed).Figure("awards-number") != filed.Figure("awards-number")));
    }

    [Fact]
    public void Corrections_OfEitherKind_SayWhatWasWrongBesideTheAnswer()
    {
        var corrections = Returns.Where(filed => filed.Filing.Revision == 2).ToList();
        Assert.Equal(3, corrections.Count(filed => filed.Filing.ReopenedBecause is null));
        foreach (var correction in corrections)
        {
            var changed = correction.Filing.Answers.Except(FirstOf(correction).Filing.Answers).ToList();
            Assert.Single(changed, answer => answer.Comment?.StartsWith("Corrected: ", StringComparison.Ordinal) == true);
            Assert.Equal(correction.Filing.Answers.Select(answer => answer.Question), FirstOf(correction).Filing.Answers.Select(answer => answer.Question));
        }
    }

    [Theory]
    [InlineData("hs-04", "2021-22-q4", "energy-water 2316.45 47")]
    [InlineData("hs-06", "2022-23-q1", "energy-water -5274.18 -108")]
    [InlineData("hs-12", "2023-24-q1", "")]
    [InlineData("hs-15", "2023-24-q2", "white-goods 4118.62 19")]
    [InlineData("hs-20", "2024-25-q1", "energy-water 416.20 9, other-food -416.20 -9")]
    public void Corrections_OfAwards_ChangeTheRowsTheySpeakOf(string award, string period, string changes)
    {
        var correction = Returns.Single(filed => Name(filed) == $"{award} {period}" && filed.Filing.Revision == 2);
        var changed = Table(correction, "by-kind").Zip(Table(FirstOf(correction), "by-kind"), (right, wrong) => (right.Row, Value: right.Value - wrong.Value, Number: right.Number - wrong.Number));
        Assert.Equal(changes, string.Join(", ", changed.Where(row => row.Number != 0).Select(row => FormattableString.Invariant($"{row.Row} {row.Value:0.00} {row.Number}"))));
    }

    [Fact]
    public void Tables_OfEveryReturn_AgreeToThePennyAndToTheAward()
    {
        foreach (var filed in Returns)
            foreach (var table in filed.Filing.Answers.Where(answer => answer.Question.StartsWith("by-", StringComparison.Ordinal)))
            {
                var rows = Table(filed, table.Question);
                Assert.Equal((Name(filed), filed.Figure("awards-value"), filed.Figure("awards-number")), (Name(filed), rows.Sum(row => row.Value), rows.Sum(row => row.Number)));
                Assert.All(rows, row => Assert.True((row.Value > 0) == (row.Number > 0), $"{Name(filed)} {row}"));
            }
        Assert.All(Returns, filed => Assert.Equal(filed.Answers.Version.Number < 3 ? 2 : 3, filed.Filing.Answers.Count(answer => answer.Question.StartsWith("by-", StringComparison.Ordinal))));
        Assert.True(Returns.Count(filed => filed.Figure("awards-value") % 1 != 0) > Returns.Count * 9 / 10, "hardly any pennies");
    }

    [Fact]
    public void Administration_OverATenth_IsRareAndExplained()
    {
        var over = Returns.Where(filed => filed.Figure("administration") * 10 > filed.Figure("total")).ToList();
        Assert.InRange(over.Select(filed => filed.Award.Id).Distinct().Count(), 3, 8);
        Assert.InRange(over.Count, 10, 60);
        Assert.All(over, filed => Assert.False(string.IsNullOrEmpty(filed.Filing.Answers.Single(answer => answer.Question == "administration").Comment)));
    }

    [Fact]
    public void SignOff_FromTheFourthVersionOn_IsTheFinanceOfficersToo()
    {
        foreach (var ofAward in Returns.Where(filed => filed.Award.Id.Value != "hs-17").GroupBy(filed => filed.Award.Id))
        {
            var preparer = Assert.Single(ofAward.Select(filed => filed.Filing.Signatory).Distinct());
            var officer = Assert.Single(ofAward.Where(filed => filed.Answers.Version.Number == 4).Select(filed => filed.Filing.SecondSignatory).Distinct());
            Assert.NotEqual(preparer!.Name, officer!.Name);
            Assert.All(ofAward.Where(filed => filed.Answers.Version.Number < 4), filed => Assert.Null(filed.Filing.SecondSignatory));
        }
    }

    [Fact]
    public void Words_OfAPeriod_AreSaidOnce() =>
        Assert.All(new[] { "what-you-saw", "what-would-help" }, question =>
            Assert.All(Returns.Where(filed => filed.Filing.Revision == 1).GroupBy(filed => filed.Period.Id), ofPeriod =>
            {
                var said = ofPeriod.SelectMany(filed => filed.Filing.Answers).Where(answer => answer.Question == question).Select(answer => answer.ValueJson).ToList();
                Assert.InRange(said.Count, 1, 20);
                Assert.Distinct(said);
            }));

    [Fact]
    public void Awards_ContributionsAndProfiles_FitTheirAmounts()
    {
        Assert.All(Case.Awards, award => Assert.Equal((award.Amount, Case.Programme.LeadFunder.Id), (award.Contributions.Sum(part => part.Amount), Assert.Single(award.Contributions).Funder)));
        Assert.All(Case.Awards, award => Assert.Equal(Case.Programme.Calendar.Select(period => period.Id), award.Profiles.Select(planned => planned.Period)));
        foreach (var award in Case.Awards)
        {
            Assert.InRange(award.Profiles.Sum(planned => planned.Figure), award.Amount * 0.86m, award.Amount * 0.96m);
            var spent = Returns.Where(filed => filed.Award == award).GroupBy(filed => filed.Period.Id).Sum(ofPeriod => ofPeriod.Last().Figure("total"));
            Assert.True(spent <= award.Amount && (award.EndedOn is not null || spent > award.Amount * 0.8m), $"{award.Id} spent {spent:N2} of {award.Amount:N0}");
        }
    }

    [Fact]
    public void Programme_Indicators_AreAskedOrPlannedAndStandUnderPriorities()
    {
        Assert.Equal(
            ["awards-value Sum", "awards-number Sum", "administration Sum", "energy-value Sum", "food-value Sum", "first-time-households Sum"],
            Case.Programme.Indicators.Select(indicator => $"{indicator.Id} {indicator.AddsUp}"));
        Assert.Equal(["first-time-households"], Case.Programme.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Outcome).Select(indicator => indicator.Id.Value));
        Assert.Empty(Case.Programme.Indicators.Select(indicator => indicator.Priority).OfType<string>().Except(Case.Programme.Priorities.Select(priority => priority.Id), StringComparer.Ordinal));
        Assert.True(Case.Programme.Priorities.Count >= 2);
    }

    private static string Name(DemoReturn filed) => $"{filed.Award.Id} {filed.Period.Id}";

    private static DemoReturn FirstOf(DemoReturn correction) =>
        Returns.Single(filed => filed.Award == correction.Award && filed.Period == correction.Period && filed.Filing.Revision == 1);

    private static List<(string Row, decimal Value, decimal Number)> Table(DemoReturn filed, string question) =>
        [
            .. JsonNode.Parse(filed.Filing.Answers.Single(answer => answer.Question == question).ValueJson)!.AsObject()
                .Select(row => (row.Key, row.Value!["value"]!.GetValue<decimal>(), row.Value["number"]!.GetValue<decimal>())),
        ];

    private static List<string> Lines(IDemoCase demo) =>
        [.. demo.Programme.Calendar.SelectMany(period => demo.Filings(period.Id)).Select(filing =>
            $"{filing.Award} {filing.Revision} {filing.At:O} {filing.Minutes} {filing.Signatory} {filing.SecondSignatory} {filing.ReopenedBecause} {string.Join('\n', filing.Answers)}")];
}
