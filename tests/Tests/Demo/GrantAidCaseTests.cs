using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.GrantAid;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The demonstration's data as it is generated; nothing is stored or sent.</summary>
public sealed class GrantAidCaseTests
{
    private static readonly GrantAidCase Case = new();
    private static readonly IReadOnlyList<DemoReturn> Returns = DemoReturn.AllOf(Case);

    [Fact]
    public void Form_WhenRead_AsksAnAwardWithFourOutcomesForAllOfThem()
    {
        var version = FormVersion.Read(Case.Forms[0].Span);
        Assert.Equal(4, version.Questions.Count(question => question.CountsAgreedOutcome));
        Assert.All(version.Questions, question => Assert.False(string.IsNullOrEmpty(question.Why) || string.IsNullOrEmpty(question.UsedBy), $"{question.Id} says neither why nor for whom"));
    }

    [Fact]
    public void Filings_AsTheFormChecksThem_HaveNothingToPutRight() =>
        Assert.All(Returns, filed => Assert.True(filed.Findings.Count == 0, $"{filed.Award.Id} {filed.Period.Id}: {string.Join(' ', filed.Findings.Select(finding => finding.Message))}"));

    [Fact]
    public void Filings_OfEveryAward_AnswerOnlyWhatItIsAsked() =>
        Assert.All(Returns, filed => Assert.All(filed.Filing.Answers, answer => Assert.True(filed.Answers.IsAsked(filed.Answers.Version.Find(answer.Question)!), $"{filed.Award.Id} {filed.Period.Id} {answer.Question}")));

    [Fact]
    public void Filings_GeneratedTwice_AreTheSame() => Assert.Equal(Lines(Case), Lines(new GrantAidCase()));

    [Fact]
    public void Filings_OfAPeriod_ComeWhileItTakesThem() =>
        Assert.All(Returns, filed => Assert.True(
            UkTime.DayOf(filed.Filing.At) > filed.Period.End && filed.Period.StandingAt(filed.Filing.At) is var standing
            && (standing is PeriodStanding.Open or PeriodStanding.Overdue || (filed.Filing.Revision > 1 && standing is PeriodStanding.AmendOnly)),
            $"{filed.Award.Id} {filed.Period.Id} at {filed.Filing.At:O}"));

    [Fact]
    public void Filings_OfAnAward_AreNumberedInTheOrderOfTheirTime() =>
        Assert.All(Returns.GroupBy(filed => (filed.Award.Id, filed.Period.Id)), ofOne =>
            Assert.Equal(Enumerable.Range(1, ofOne.Count()), ofOne.Select(filed => filed.Filing.Revision)));

    [Fact]
    public void Case_HasThirtyAwardsSixPastPeriodsAndOneThatRuns()
    {
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"ga-{number:D3}"), Case.Awards.Select(award => award.Id.Value));
        Assert.Equal(30, Case.Awards.Select(award => award.Provider.Id).Distinct().Count());
        var filed = Case.Programme.Calendar.Select(period => Case.Filings(period.Id).Count).ToList();
        Assert.Equal(7, filed.Count);
        Assert.All(filed.SkipLast(1), count => Assert.InRange(count, 20, 36));
        Assert.Equal(0, filed[^1]);
    }

    [Fact]
    public void Case_HasOnePeriodWithoutAReturnFromTwoDistricts()
    {
        var silent = Returns.GroupBy(filed => filed.Period.Id.Value, StringComparer.Ordinal)
            .ToDictionary(ofPeriod => ofPeriod.Key, ofPeriod => Districts.Except(ofPeriod.Select(District), StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        Assert.Equal(["broxtowe", "rushcliffe"], silent["2025-H1"]);
        Assert.All(silent.Where(period => period.Key != "2025-H1"), period => Assert.Empty(period.Value));
    }

    [Fact]
    public void Case_HasOneConsortiumOfThree()
    {
        var consortia = Returns.Where(filed => Answer(filed, "consortium") == "true").ToList();
        Assert.Single(consortia.Select(filed => filed.Award.Id).Distinct());
        Assert.All(consortia, filed => Assert.Equal(3, Answer(filed, "consortium-members")!.Split("\"name\"").Length - 1));
    }

    [Fact]
    public void Case_HasOneGroupThatLeftAndKeepsItsEarlierReturns()
    {
        var left = Assert.Single(Case.Awards, award => award.EndedOn is not null);
        Assert.Equal(["2023-H2", "2024-H1", "2024-H2"], Returns.Where(filed => filed.Award.Id == left.Id).Select(filed => filed.Period.Id.Value));
    }

    [Fact]
    public void Case_HasLateReturnsCorrectionsZeroesADraftAndTextLikeAFormula()
    {
        Assert.InRange(Returns.Count(filed => filed.Filing.Revision == 1 && filed.Period.IsLate(filed.Filing.At)), 8, 30);
        Assert.Equal(6, Returns.Count(filed => filed.Filing.Revision == 2));
        Assert.Contains(Returns, filed => filed.Figure("people-helped") == 0 && filed.Figure("grant-spent") == 0);
        Assert.Single(Returns, filed => filed.Filing.Signatory is null);
        foreach (var start in new[] { "=we grew", "-5% fewer", "@home club" })
            Assert.Contains(Returns, filed => filed.Filing.Answers.Any(answer => answer.ValueJson.StartsWith($"\"{start}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Corrections_ChangeOneFigureAndSayWhy()
    {
        foreach (var correction in Returns.Where(filed => filed.Filing.Revision == 2))
        {
            var first = Returns.Single(filed => filed.Award == correction.Award && filed.Period == correction.Period && filed.Filing.Revision == 1);
            var changed = Assert.Single(correction.Filing.Answers.Except(first.Filing.Answers));
            Assert.StartsWith("Corrected: ", changed.Comment, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Awards_Contributions_AddUpToTheirAmounts() =>
        Assert.All(Case.Awards, award => Assert.Equal(award.Amount, award.Contributions.Sum(part => part.Amount)));

    [Fact]
    public void Awards_ProfilesOutcomesAndForm_NameIndicatorsOfTheProgramme()
    {
        var known = Case.Programme.Indicators.Select(indicator => indicator.Id).ToHashSet();
        var asked = FormVersion.Read(Case.Forms[0].Span).Questions.Select(question => question.Indicator).OfType<IndicatorId>();
        var agreed = Case.Awards.SelectMany(award => award.AgreedOutcomes).Select(outcome => outcome.Indicator).OfType<IndicatorId>();
        Assert.Empty(asked.Concat(agreed).Concat(Case.Awards.SelectMany(award => award.Profiles).Select(profile => profile.Indicator)).Except(known));
        Assert.All(Case.Awards, award => Assert.InRange(award.AgreedOutcomes.Count, 1, 4));
        Assert.All(Case.Awards, award => Assert.Distinct(award.AgreedOutcomes.Select(outcome => outcome.Indicator).OfType<IndicatorId>()));
    }

    [Fact]
    public void Stories_OfAPeriod_AreToldOnce() =>
        Assert.All(Returns.Where(filed => filed.Filing.Revision == 1).GroupBy(filed => filed.Period.Id), ofPeriod =>
            Assert.Distinct(ofPeriod.Select(filed => Answer(filed, "story")?[^40..]).OfType<string>()));

    [Fact]
    public void Of_ACaseThatIsNot_SaysWhichThereAre() =>
        Assert.Contains("grant-aid", Assert.Throws<CannotStartException>(() => DemoCases.Of("no-such")).Message, StringComparison.Ordinal);

    private static readonly string[] Districts =
        ["ashfield", "bassetlaw", "broxtowe", "gedling", "mansfield", "newark-and-sherwood", "rushcliffe", "countywide"];

    private static string? Answer(DemoReturn filed, string question) => filed.Filing.Answers.FirstOrDefault(answer => answer.Question == question)?.ValueJson;

    private static string District(DemoReturn filed) => Answer(filed, "main-district")!.Trim('"');

    private static List<string> Lines(IDemoCase demo) =>
        [.. demo.Programme.Calendar.SelectMany(period => demo.Filings(period.Id)).Select(filing =>
            $"{filing.Award} {filing.Revision} {filing.At:O} {filing.Minutes} {filing.Signatory} {string.Join('\n', filing.Answers)}")];
}
