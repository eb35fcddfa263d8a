using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The demonstration of 33 boroughs as it is generated; nothing is stored or sent.</summary>
public sealed class SharedCommissionsCaseTests
{
    private static readonly SharedCommissionsCase Case = new();
    private static readonly IReadOnlyList<DemoReturn> Returns = DemoReturn.AllOf(Case);
    private static readonly FormVersion Form = FormVersion.Read(Case.Forms[0].Span);

    [Fact]
    public void Form_EveryQuestion_SaysWhyAndForWhom() =>
        Assert.All(Form.Questions, question => Assert.False(string.IsNullOrEmpty(question.Why) || string.IsNullOrEmpty(question.UsedBy), $"{question.Id} says neither why nor for whom"));

    [Fact]
    public void Form_TablesOfOutcomes_HaveARowForEachFunderAndNoOther()
    {
        var tables = Form.Questions.OfType<TableQuestion>().Where(table => table.CountsAgreedOutcome).ToList();
        Assert.Equal(4, tables.Count);
        Assert.All(tables, table => Assert.Equal(Case.Programme.CoFunders.Select(funder => funder.Id), table.Rows.Select(row => row.Funder!.Value)));
    }

    [Fact]
    public void Form_TablesOfPeople_AreSixAndSensitiveAndLetPeopleNotSay()
    {
        var tables = Form.Questions.OfType<TableQuestion>().Where(table => !table.CountsAgreedOutcome).ToList();
        Assert.Equal(["by-age", "by-sex", "by-ethnicity", "by-disability", "by-orientation", "by-religion"], tables.Select(table => table.Id.Value));
        Assert.All(tables, table => Assert.True(table is { Sensitive: true, Checks.Count: 1 }));
        Assert.All(tables, table => Assert.Equal(["prefer-not-to-say", "not-known"], table.Rows.TakeLast(2).Select(row => row.Id.Value)));
    }

    [Fact]
    public void Filings_AsTheFormChecksThem_HaveNothingToPutRight() =>
        Assert.All(Returns, filed => Assert.True(filed.Findings.Count == 0, $"{filed.Award.Id} {filed.Period.Id}: {string.Join(' ', filed.Findings.Select(finding => finding.Message))}"));

    [Fact]
    public void Filings_OfEveryAward_AnswerOnlyWhatItIsAsked() =>
        Assert.All(Returns, filed => Assert.All(filed.Filing.Answers, answer => Assert.True(filed.Answers.IsAsked(Form.Find(answer.Question)!), $"{filed.Award.Id} {filed.Period.Id} {answer.Question}")));

    [Fact]
    public void Filings_GeneratedTwice_AreTheSame() => Assert.Equal(Lines(Case), Lines(new SharedCommissionsCase()));

    [Fact]
    public void Filings_OfAPeriod_ComeWhileItTakesThem() =>
        Assert.All(Returns, filed => Assert.True(
            UkTime.DayOf(filed.Filing.At) > filed.Period.End && filed.Period.StandingAt(filed.Filing.At) is var standing
            && (standing is PeriodStanding.Open or PeriodStanding.Overdue || (filed.Filing.Revision > 1 && standing is PeriodStanding.AmendOnly)),
            $"{filed.Award.Id} {filed.Period.Id} at {filed.Filing.At:O}"));

    [Fact]
    public void Filings_AllTogether_AreThirteenAQuarterWithoutTheProviderThatLeft()
    {
        var newest = Returns.Where(filed => filed.Filing.Revision == 1).GroupBy(filed => filed.Period.Id).Select(ofPeriod => ofPeriod.Count()).ToList();
        Assert.Equal([.. Enumerable.Repeat(13, 8), .. Enumerable.Repeat(11, 12)], newest);
        Assert.DoesNotContain(Returns, filed => filed.Filing.Signatory is null);
        Assert.Equal(
            ["sc-04 2017-18-q2", "sc-09 2017-18-q4", "sc-12 2018-19-q2", "sc-12 2018-19-q4", "sc-13 2018-19-q4", "sc-09 2019-20-q3", "sc-02 2020-21-q1", "sc-07 2020-21-q1", "sc-10 2020-21-q1", "sc-03 2020-21-q3", "sc-06 2021-22-q2", "sc-11 2021-22-q4"],
            Returns.Where(filed => filed.Filing.Revision == 1 && filed.Period.IsLate(filed.Filing.At)).OrderBy(filed => filed.Period.Start).ThenBy(filed => filed.Award.Id.Value, StringComparer.Ordinal).Select(filed => $"{filed.Award.Id} {filed.Period.Id}"));
    }

    [Fact]
    public void Filings_OfPeopleByCharacteristic_AddUpToTheNewPeopleAndHoldSmallNumbers()
    {
        var tables = Form.Questions.OfType<TableQuestion>().Where(table => table.Sensitive).ToList();
        Assert.All(Returns, filed => Assert.All(tables, table => Assert.Equal(filed.Figure("new-people"), filed.Figure(table.Id.Value))));
        Assert.InRange(Returns.Sum(filed => tables.Sum(table => ((TableAnswer)filed.Answers[table]!).Cells.Count(cell => cell is > 0 and < 5))), 500, 10_000);
    }

    [Fact]
    public void Filings_OfPartnerships_GiveEachPartnersFigures() =>
        Assert.All(Returns, filed => Assert.Equal(
            filed.Award.Partners.Count == 0 ? [] : [filed.Award.Provider.Name, .. filed.Award.Partners.Select(partner => partner.Name)],
            (Raw(filed, "partner-figures") as JsonArray ?? []).Select(row => row!["partner"]!.ToString())));

    [Fact]
    public void Filings_OfTheYearsLastQuarter_TellTheBoroughsOfTheYear() =>
        Assert.All(Returns, filed => Assert.Equal(filed.Period.End.Month == 3, Raw(filed, "for-boroughs") is not null));

    [Fact]
    public void Filings_WhereOneWorksNotInTheCity_LeaveItsRowEmptyAndNotZero()
    {
        Assert.All(Returns.Where(filed => filed.Award.Id.Value == "sc-08"), filed => Assert.Null(Raw(filed, "achieved-1")!["city-of-london"]));
        Assert.Contains(Returns, filed => Raw(filed, "achieved-1")!["city-of-london"]?["actual"]!.GetValue<int>() == 0);
    }

    [Fact]
    public void Correction_IsOneAndChangesOneBoroughsRowAndTheSentenceOnIt()
    {
        var correction = Assert.Single(Returns, filed => filed.Filing.Revision == 2);
        var first = Returns.Single(filed => filed.Award == correction.Award && filed.Period == correction.Period && filed.Filing.Revision == 1);
        // The sentence beside the table names the figure, so it changes too.
        var changed = correction.Filing.Answers.Except(first.Filing.Answers).ToList();
        Assert.Equal(["achieved-1", "progress-1"], changed.Select(answer => answer.Question));
        Assert.Equal("Corrected: one partner's people from Hackney had been counted twice.", changed[0].Comment);
        var (before, after) = (Raw(first, "achieved-1")!.AsObject(), Raw(correction, "achieved-1")!.AsObject());
        Assert.Equal(["hackney"], after.Where(row => !JsonNode.DeepEquals(row.Value, before[row.Key])).Select(row => row.Key));
        Assert.Equal(before["hackney"]!["actual"]!.GetValue<int>(), 2 * after["hackney"]!["actual"]!.GetValue<int>());
    }

    [Fact]
    public void Words_OfAQuarter_AreSaidByOneAloneAndAreNotMany()
    {
        Assert.All(Returns.Where(filed => filed.Filing.Revision == 1).GroupBy(filed => filed.Period.Id), ofPeriod =>
            Assert.All(["overall-progress", "went-well", "plan", "story"], question =>
                Assert.Distinct(ofPeriod.Select(filed => Raw(filed, question)?.ToString()).OfType<string>())));
        Assert.All(Returns, filed => Assert.InRange(filed.Filing.Answers.Select(answer => JsonNode.Parse(answer.ValueJson)).OfType<JsonValue>().Sum(value => value.ToString().Split(' ').Length), 40, 300));
        Assert.DoesNotContain(Returns, filed => filed.Filing.Answers.Any(answer => answer.ValueJson.Contains("{n}", StringComparison.Ordinal) || answer.ValueJson.Contains("{name}", StringComparison.Ordinal)
            || answer.ValueJson.Contains("{most}", StringComparison.Ordinal) || answer.ValueJson.Contains("{least}", StringComparison.Ordinal) || answer.ValueJson.Contains("{borough}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cuts_AreOfPeriodsAndFundersOfTheProgramme()
    {
        Assert.All(Case.Cuts, cut => Assert.True(Case.Programme.PlaceOf(cut.From) <= Case.Programme.PlaceOf(cut.To)));
        Assert.Equal(["GB-LAE-HCK", "GB-LAE-STN", null], Case.Cuts.Select(cut => cut.Funder?.Value));
        Assert.All(Case.Cuts, cut => Assert.True(cut.Funder is not { } funder || Case.Programme.CoFunders.Any(one => one.Id == funder)));
    }

    [Fact]
    public void Case_IsAmongTheDemonstrations() => Assert.IsType<SharedCommissionsCase>(Assert.Single(DemoCases.Of("shared-commissions")));

    private static JsonNode? Raw(DemoReturn filed, string question) =>
        filed.Filing.Answers.FirstOrDefault(answer => answer.Question == question) is { } answer ? JsonNode.Parse(answer.ValueJson) : null;

    private static List<string> Lines(IDemoCase demo) =>
        [.. demo.Programme.Calendar.SelectMany(period => demo.Filings(period.Id)).Select(filing =>
            $"{filing.Award} {filing.Revision} {filing.At:O} {filing.Minutes} {filing.Signatory} {string.Join('\n', filing.Answers)}")];
}
