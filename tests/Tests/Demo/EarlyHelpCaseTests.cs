using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.EarlyHelp;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The scene of one service, three funders and three calendars, as it is generated; nothing is stored or sent.</summary>
public sealed class EarlyHelpCaseTests
{
    private static readonly EarlyHelpCase Case = new();
    private static readonly IReadOnlyList<DemoReturn> Returns = DemoReturn.AllOf(Case);
    private static readonly EarlyHelpFigures Figures = new(Case);

    private static readonly OrganisationId Council = Case.Programme.LeadFunder.Id;
    private static readonly OrganisationId HealthBoard = Case.Programme.CoFunders[0].Id;
    private static readonly OrganisationId Trust = Case.Programme.CoFunders[1].Id;

    [Fact]
    public void Filings_AsTheFormChecksThem_HaveNothingToPutRight() =>
        Assert.All(Returns, filed => Assert.True(filed.Findings.Count == 0, $"{Place(filed)}: {string.Join(' ', filed.Findings.Select(finding => finding.Message))}"));

    [Fact]
    public void Filings_OfEveryAward_AnswerOnlyWhatItIsAsked() =>
        Assert.All(Returns, filed => Assert.All(filed.Filing.Answers, answer => Assert.True(filed.Answers.IsAsked(filed.Answers.Version.Find(answer.Question)!), $"{Place(filed)} {answer.Question}")));

    [Fact]
    public void Filings_GeneratedTwice_AreTheSame() => Assert.Equal(Lines(Case), Lines(new EarlyHelpCase()));

    [Fact]
    public void Filings_OfAPeriod_ComeWhileItTakesThem() =>
        Assert.All(Returns, filed => Assert.True(
            UkTime.DayOf(filed.Filing.At) > filed.Period.End && filed.Period.StandingAt(filed.Filing.At) is var standing
            && (standing is PeriodStanding.Open or PeriodStanding.Overdue || (filed.Filing.Revision > 1 && standing is PeriodStanding.AmendOnly)),
            $"{Place(filed)} at {filed.Filing.At:O}"));

    [Fact]
    public void Case_HasFourProvidersAndEightQuartersOfTwoFinancialYears()
    {
        Assert.Equal(["eh-1", "eh-2", "eh-3", "eh-4"], Figures.Awards);
        Assert.Equal(["2024-25-q1", "2024-25-q2", "2024-25-q3", "2024-25-q4", "2025-26-q1", "2025-26-q2", "2025-26-q3", "2025-26-q4"], Figures.Quarters);
        var calendar = Case.Programme.Calendar;
        Assert.Equal((new DateOnly(2024, 4, 1), new DateOnly(2026, 3, 31)), (calendar[0].Start, calendar[^1].End));
        Assert.All(calendar.Zip(calendar.Skip(1)), pair => Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start));
        Assert.Equal("January to March 2025", calendar[3].Name);
        Assert.Equal(new DateOnly(2025, 4, 30), calendar[3].Due);
    }

    [Fact]
    public void Funders_PayTheirYearlySumsAndEachAwardHasAnotherMix()
    {
        decimal Yearly(OrganisationId funder) => Case.Awards.SelectMany(award => award.Contributions).Where(part => part.Funder == funder).Sum(part => part.Amount) / 2;
        Assert.Equal((180_000m, 60_000m, 40_000m), (Yearly(Council), Yearly(HealthBoard), Yearly(Trust)));
        Assert.All(Case.Awards, award => Assert.Equal(award.Amount, award.Contributions.Sum(part => part.Amount)));
        Assert.Distinct(Case.Awards.Select(award => string.Join(' ', award.Contributions.Select(part => $"{part.Funder} {part.Amount / award.Amount:0.00}"))));
        Assert.Equal(3, Case.Awards.Select(award => string.Join(' ', award.Contributions.Select(part => part.Funder))).Distinct().Count());
        Assert.True(Case.Awards.Max(award => award.Amount) > 20 * Case.Awards.Min(award => award.Amount));
    }

    [Fact]
    public void Organisations_HaveIdsOfTheirRegisters()
    {
        Assert.Matches("^GB-LAE-", Council.Value);
        Assert.Matches("^GB-NHS-", HealthBoard.Value);
        Assert.Matches("^GB-CHC-9[0-9]{6}$", Trust.Value);
        var large = Case.Awards[0];
        Assert.Equal(2, large.Partners.Count);
        Assert.All(Case.Awards.Take(3).Select(award => award.Provider).Concat(large.Partners), charity => Assert.Matches("^GB-CHC-9[0-9]{6}$", charity.Id.Value));
        Assert.Matches("^MR-[0-9]{6}$", Case.Awards[3].Provider.Id.Value);
        Assert.Contains("Council for Voluntary Service", Case.Awards[3].Project, StringComparison.Ordinal);
        Assert.Distinct(Case.Awards.Select(award => award.Provider.Id).Concat(large.Partners.Select(partner => partner.Id)));
    }

    [Fact]
    public void Modules_AreAskedOnlyWhereTheirFunderPays()
    {
        foreach (var filed in Returns)
        {
            Assert.Equal(filed.Award.IsFundedBy(HealthBoard), Has(filed, "waiting-days"));
            Assert.Equal(filed.Award.IsFundedBy(Trust) && filed.Period.End.Month is 6 or 12, Has(filed, "trust-story"));
        }
        Assert.Equal(["eh-1", "eh-2", "eh-4"], Figures.AwardsOf(HealthBoard.Value));
        Assert.Equal(["eh-1", "eh-3", "eh-4"], Figures.AwardsOf(Trust.Value));
    }

    [Fact]
    public void Markers_StandInEveryAnswerThatNotAllMayReadAndInNoOther()
    {
        foreach (var (marker, question, readers) in new (string, string, OrganisationId[])[]
        {
            (EarlyHelpCase.TrustMarker, "trust-story", [Trust]),
            (EarlyHelpCase.SafeguardingMarker, "safeguarding-words", [Council]),
            (EarlyHelpCase.HealthMarker, "health-words", [HealthBoard, Council]),
        })
        {
            var answers = Returns.SelectMany(filed => filed.Filing.Answers).ToList();
            Assert.All(answers, answer => Assert.Equal(answer.Question == question, answer.ValueJson.Contains(marker, StringComparison.Ordinal)));
            Assert.InRange(answers.Count(answer => answer.Question == question), 8, 16);
            Assert.All(Versions, version => Assert.Equal(readers, version.Find(question)!.VisibleTo));
            Assert.All(Case.Forms, form => Assert.DoesNotContain(marker, System.Text.Encoding.UTF8.GetString(form.Span), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Markers_StandInTheQuartersOfTheCuts()
    {
        // January to June 2025, and the last quarter before it alone.
        Assert.NotNull(Figures.Answer("eh-1", "2025-26-q1", "trust-story"));
        Assert.NotNull(Figures.Answer("eh-1", "2024-25-q4", "safeguarding-words"));
        Assert.NotNull(Figures.Answer("eh-2", "2024-25-q4", "health-words"));
        Assert.Equal(
            [("2024-25-q4", "2025-26-q1", Trust), ("2024-25-q4", "2024-25-q4", HealthBoard), ("2025-26-q1", "2025-26-q4", HealthBoard)],
            Case.Cuts.Select(cut => (cut.From.Value, cut.To.Value, cut.Funder!.Value)));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30)), (Case.Programme.Period(Case.Cuts[0].From)!.Start, Case.Programme.Period(Case.Cuts[0].To)!.End));
    }

    [Fact]
    public void Indicators_ServeTheFiveOutcomesAndAddUpAsTheyShould()
    {
        var indicators = Case.Programme.Indicators;
        string[] five = ["Be healthy", "Economic well-being", "Enjoy and achieve", "Make a positive contribution", "Stay safe"];
        Assert.Equal(five, Case.Programme.Priorities.Select(priority => priority.Name).Order(StringComparer.Ordinal));
        Assert.Equal(five, indicators.Where(indicator => indicator.Kind == IndicatorKind.Outcome).Select(indicator => indicator.Framework).Distinct().Order(StringComparer.Ordinal));
        Assert.All(indicators, indicator => Assert.Equal(Case.Programme.Priorities.SingleOrDefault(priority => priority.Id == indicator.Priority)?.Name, indicator.Framework));
        Assert.All(indicators.Where(indicator => indicator.AddsUp == AddsUpAs.Ratio), share =>
            Assert.All(new[] { share.Numerator, share.Denominator }, part => Assert.Equal(AddsUpAs.Sum, Case.Programme.Indicator(part!.Value)!.AddsUp)));
        Assert.Equal(["attendance-share", "improved-share"], indicators.Where(indicator => indicator.AddsUp == AddsUpAs.Ratio).Select(indicator => indicator.Id.Value).Order(StringComparer.Ordinal));
        var asked = Versions[^1].Measures.SelectMany(measure => measure.Indicators).Distinct().ToHashSet();
        Assert.All(indicators, indicator => Assert.Equal(indicator.AddsUp != AddsUpAs.Ratio, asked.Contains(indicator.Id)));
    }

    [Fact]
    public void Case_HasOneLateReturnOneMissingAndOneRestatedAfterAcceptance()
    {
        Assert.Equal(("eh-3", "2024-25-q3"), Assert.Single(Returns.Where(filed => filed.Period.IsLate(filed.Filing.At) && filed.Filing.Revision == 1).Select(filed => (filed.Award.Id.Value, filed.Period.Id.Value))));
        var missing = Figures.Quarters.SelectMany(quarter => Figures.Awards.Where(award => !Figures.IsIn(award, quarter)).Select(award => (award, quarter)));
        Assert.Equal(("eh-4", "2025-26-q2"), Assert.Single(missing));

        var again = Assert.Single(Returns, filed => filed.Filing.Revision == 2);
        Assert.NotNull(again.Filing.ReopenedBecause);
        Assert.All(Returns.Where(filed => filed != again), filed => Assert.Null(filed.Filing.ReopenedBecause));
        var first = Returns.Single(filed => filed.Award == again.Award && filed.Period == again.Period && filed.Filing.Revision == 1);
        Assert.Equal(first.Filing.Answers.Select(answer => answer.Question), again.Filing.Answers.Select(answer => answer.Question));
        Assert.Equal(["finished", "improved"], again.Filing.Answers.Except(first.Filing.Answers).Select(answer => answer.Question));
        Assert.True(again.Figure("improved") > first.Figure("improved") && again.Figure("finished") > first.Figure("finished"));
        Assert.True(again.Filing.At > Returns.Single(filed => filed.Award == again.Award && filed.Period.Id.Value == "2024-25-q3").Filing.At, "a later quarter had been reported by then");
    }

    [Fact]
    public void Case_HasOneProfileRenegotiatedInTheMiddleAndNeverBackwards()
    {
        var award = Assert.Single(Case.Awards, award => award.ProfileChanges.Count > 0);
        var change = Assert.Single(award.ProfileChanges);
        Assert.Equal((2, "2025-26-q1"), (change.Version, change.From.Value));
        Assert.True(change.AgreedOn < Case.Programme.Period(change.From)!.Start && change.Reason.Length > 40);
        Assert.All(award.Profiles.Where(profile => profile.Version == 2), profile => Assert.True(Case.Programme.PlaceOf(profile.Period) >= Case.Programme.PlaceOf(change.From)));
        foreach (var indicator in new[] { "children-helped", "sessions" })
        {
            Assert.True(Figures.Profile(award.Id.Value, indicator, "2025-26-q1") < Figures.Profile(award.Id.Value, indicator, "2024-25-q4"));
            Assert.All(Figures.Quarters.Skip(4), quarter => Assert.Contains(award.Profiles, old => old.Version == 1 && old.Indicator.Value == indicator && old.Period.Value == quarter));
        }
        Assert.All(Case.Awards.Where(other => other != award).SelectMany(other => other.Profiles), profile => Assert.Equal(1, profile.Version));
    }

    [Fact]
    public void Profiles_AreNearTheFiguresAndNameIndicatorsOfTheProgramme()
    {
        Assert.Equal(
            ["children-helped", "improved-share", "sessions", "waiting-days"],
            Case.Awards.SelectMany(award => award.Profiles).Select(profile => profile.Indicator.Value).Distinct().Order(StringComparer.Ordinal));
        foreach (var award in Case.Awards)
            foreach (var profile in award.Profiles.Where(profile => profile.Indicator.Value is not "improved-share"))
                if (Figures.Figure(award.Id.Value, profile.Indicator.Value, profile.Period.Value) is { } actual)
                    Assert.InRange(actual, profile.Figure * 0.6m, profile.Figure * 1.6m);
        Assert.InRange(Figures.TotalOver(Figures.Awards, "improved-share", Figures.First, Figures.Quarters[^1])!.Value, 60, 90);
        Assert.InRange(Figures.ProfileOver(Figures.Awards, "improved-share", Figures.First, Figures.Quarters[^1])!.Value, 60, 90);
        Assert.All(Case.Awards, award => Assert.InRange(Figures.Over(award.Id.Value, "spend", Figures.First, Figures.Quarters[^1])!.Value, award.Amount * 0.8m, award.Amount * 1.02m));
    }

    [Fact]
    public void SmallGroups_CountFewerThanFiveInSensitiveTables()
    {
        var sensitive = Versions[0].Questions.OfType<TableQuestion>().ToList();
        Assert.Equal(["by-age", "by-sex", "by-ethnicity", "by-send"], sensitive.Select(table => table.Id.Value));
        Assert.All(sensitive, table => Assert.True(table.Sensitive));
        foreach (var small in new[] { "eh-3", "eh-4" })
            Assert.All(Figures.Quarters.Where(quarter => Figures.IsIn(small, quarter)), quarter =>
                Assert.Contains(sensitive.SelectMany(table => table.Rows.Select(row => Figures.Cell(small, table.Id.Value, row.Id.Value, quarter))), cell => cell is > 0 and < 5));
        Assert.Contains(sensitive.SelectMany(table => table.Rows.Select(row => Figures.Cell("eh-1", table.Id.Value, row.Id.Value, "2025-26-q1"))), cell => cell >= 50);
    }

    [Fact]
    public void Tables_AddUpToTheChildrenHelped()
    {
        foreach (var filed in Returns)
            foreach (var table in filed.Answers.Version.Questions.OfType<TableQuestion>())
                Assert.Equal(filed.Figure("children-helped"), filed.Figure(table.Id.Value));
        // The large leave nothing open; the small leave out what nobody was counted for.
        Assert.Contains(Figures.Quarters, quarter => Figures.Cell("eh-4", "by-send", "not-known", quarter) is null);
        Assert.All(Figures.Quarters, quarter => Assert.NotNull(Figures.Cell("eh-2", "by-sex", "not-known", quarter)));
    }

    [Fact]
    public void Case_HasAShareOfNothing()
    {
        Assert.Equal(0, Figures.Figure("eh-4", "finished", "2024-25-q3"));
        Assert.Null(Figures.Figure("eh-4", "improved-share", "2024-25-q3"));
    }

    [Fact]
    public void Texts_AreEachToldOnce()
    {
        var texts = Returns.Where(filed => filed.Filing.Revision == 1)
            .SelectMany(filed => filed.Filing.Answers.Where(answer => filed.Answers.Version.Find(answer.Question) is LongTextQuestion)).Select(answer => answer.ValueJson).ToList();
        Assert.InRange(texts.Count, 90, 150);
        Assert.Distinct(texts);
        Assert.InRange(texts.Sum(text => text.Split(' ').Length), 2_500, 5_000);
        Assert.True(Figures.Quarters.All(quarter => Figures.Awards.Any(award => Figures.Answer(award, quarter, "what-would-help") is not null)), "somebody asks for help in every quarter");
    }

    [Fact]
    public void EarlyHelpFigures_OfEveryReturn_AreWhatThePortalCounts()
    {
        var compared = 0;
        foreach (var filed in Returns.GroupBy(filed => (filed.Award.Id, filed.Period.Id)).Select(ofOne => ofOne.Last()))
        {
            var key = new ReturnKey(Case.Programme.Id, filed.Period.Id, filed.Award.Id);
            var counted = Results.Of(Revision.Of(key, filed.Filing.Revision, filed.Answers, filed.Filing.Signatory!, filed.Filing.Minutes, filed.Filing.At).Answers, filed.Award);
            foreach (var indicator in Case.Programme.Indicators.Where(indicator => indicator.AddsUp != AddsUpAs.Ratio))
            {
                Assert.Equal(counted.TryGetValue(indicator.Id, out var figure) ? figure : (decimal?)null, Figures.Figure(filed.Award.Id.Value, indicator.Id.Value, filed.Period.Id.Value));
                compared++;
            }
        }
        Assert.Equal(31 * 15, compared);
    }

    [Fact]
    public void EarlyHelpFigures_OverASpan_FollowHowEachIndicatorAddsUp()
    {
        var (from, to) = ("2024-25-q4", "2025-26-q1");
        decimal Of(string indicator, string quarter) => Figures.Figure("eh-1", indicator, quarter)!.Value;
        Assert.Equal(Of("sessions", from) + Of("sessions", to), Figures.Over("eh-1", "sessions", from, to));
        Assert.Equal(Of("staff", to), Figures.Over("eh-1", "staff", from, to));
        Assert.Null(Figures.Over("eh-1", "children-helped", from, to));
        Assert.Equal((Of("improved", from) + Of("improved", to)) * 100 / (Of("finished", from) + Of("finished", to)), Figures.Over("eh-1", "improved-share", from, to));
        // The newest figure of a group that missed the quarter is the one before; its profile there counts for nothing.
        Assert.Equal(Figures.Figure("eh-4", "volunteers", "2025-26-q1"), Figures.Over("eh-4", "volunteers", from, "2025-26-q2"));
        Assert.Equal(
            Figures.Awards.SkipLast(1).Sum(award => Figures.Profile(award, "sessions", "2025-26-q2")), Figures.ProfileOver(Figures.Awards, "sessions", "2025-26-q2", "2025-26-q2"));
        var parts = Case.Programme.Funders.Sum(funder => Figures.AttributedTotal("improved", from, to, funder.Id.Value));
        Assert.Equal(Figures.TotalOver(Figures.Awards, "improved", from, to)!.Value, parts!.Value, 10);
    }

    private static IReadOnlyList<FormVersion> Versions { get; } = [.. Case.Forms.Select(form => FormVersion.Read(form.Span))];

    private static string Place(DemoReturn filed) => $"{filed.Award.Id} {filed.Period.Id}";

    private static bool Has(DemoReturn filed, string question) => filed.Filing.Answers.Any(answer => answer.Question == question);

    private static List<string> Lines(IDemoCase demo) =>
        [.. demo.Programme.Calendar.SelectMany(period => demo.Filings(period.Id)).Select(filing =>
            $"{filing.Award} {filing.Revision} {filing.At:O} {filing.Minutes} {filing.Signatory} {filing.ReopenedBecause} {string.Join('\n', filing.Answers)}")];
}
