using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

/// <summary>Who is asked what: modules of co-funders, and questions of some periods.</summary>
public sealed class AskedModulesTests
{
    private const string Trust = "GB-CHC-204279";
    private const string Nhs = "GB-NHS-QH8";

    private static readonly FormVersion WithModule = A.FormOf(
        A.Section("core", A.QuestionJson("people", "count")),
        $$"""
        {"id":"health","title":"Health","module":"{{Trust}}","visibleTo":["{{Trust}}"],"questions":[
          {{A.QuestionJson("referrals", "count", "\"required\":true")}},
          {{A.QuestionJson("story", "longText", $"\"visibleTo\":[\"{Nhs}\",\"{Trust}\"]")}}]}
        """);

    [Fact]
    public void IsAsked_OfAModule_IsAskedOnlyOfAwardsItsFunderPaysFor()
    {
        var theirs = An.Award() with { Contributions = [new Contribution(A.Council.Id, 1), new Contribution(OrganisationId.Parse(Trust), 0)] };
        Assert.Equal("people referrals story", Asked(WithModule, theirs, A.Period()));
        Assert.Equal("people", Asked(WithModule, An.Award(), A.Period()));
        Assert.Equal("people", Asked(WithModule, An.Award() with { Contributions = [new Contribution(A.Council.Id, 1)] }, A.Period()));
        Assert.Single(Judged.Of(WithModule, theirs, null, ("people", "1")));
        Assert.Empty(Judged.Of(WithModule, An.Award(), null, ("people", "1")));
    }

    /// <summary>The period begins on 1 July: what came on that day came to a return that may be open.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-07-10", false)]
    [InlineData("2026-12-31", false)]
    public void IsAsked_OfWhatCameToTheAward_IsAskedInPeriodsThatBeginAfterIt(string? since, bool asked)
    {
        DateOnly? day = since is null ? null : DateOnly.Parse(since, CultureInfo.InvariantCulture);
        var paid = An.Award() with { Contributions = [new Contribution(OrganisationId.Parse(Trust), 1, day)] };
        Assert.Equal(asked ? "people referrals story" : "people", Asked(WithModule, paid, A.Period()));
        Assert.True(paid.IsFundedBy(OrganisationId.Parse(Trust)));

        var outcomes = A.FormOf(A.OutcomeSection("o", A.QuestionJson("told", "longText"), A.QuestionJson("count", "count", "\"countsAgreedOutcome\":true")));
        var agreed = new AgreedOutcome("Less lonely", "Weekly", Identifier.Parse<IndicatorId>("people"));
        Assert.Equal(asked ? "told-1 count-1" : "", Asked(outcomes, An.Award() with { AgreedOutcomes = [agreed with { Since = day }] }, A.Period()));
        Assert.Equal(asked ? "told-1 count-1" : "told-1", Asked(outcomes, An.Award() with { AgreedOutcomes = [agreed with { CountedSince = day }] }, A.Period()));
    }

    /// <summary>Whatever is sent, and however often the award changes: what was asked in a period before a change is asked after it, where it is still there, and nothing else.</summary>
    [Fact]
    public void AskedAfter_AnyChanges_AddsNothingToAPeriodThatHasBegun() => Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
    {
        var dice = new Random(seed);
        var funders = new[] { Trust, Nhs, A.Council.Id.Value }.Select(OrganisationId.Parse).ToList();
        DateOnly? Day() => dice.Next(3) == 0 ? A.Period().Start.AddDays(dice.Next(-200, 200)) : null;
        Award Any(Award award) => award with
        {
            Contributions = [.. funders.Where(_ => dice.Next(2) == 0).Select(funder => new Contribution(funder, dice.Next(100), Day()))],
            AgreedOutcomes = [.. Enumerable.Range(0, dice.Next(4)).Select(number => new AgreedOutcome($"Outcome {number}", "Planned", dice.Next(2) == 0 ? Identifier.Parse<IndicatorId>("people") : null, Day(), Day()))],
        };
        var award = Any(An.Award()).AskedAfter(An.Award(), null);
        Assert.All(award.Contributions, part => Assert.Null(part.Since));
        for (var change = 0; change < 4; change++)
        {
            var after = Any(award).AskedAfter(award, A.Period().Start.AddDays(dice.Next(100)));
            foreach (var funder in funders)
                Assert.Equal(award.IsAskedBy(funder, A.Period()) && after.IsFundedBy(funder), after.IsAskedBy(funder, A.Period()) && award.IsFundedBy(funder));
            Assert.All(funders, funder => Assert.True(award.IsAskedBy(funder, A.Period()) || !after.IsAskedBy(funder, A.Period())));
            Assert.All(Enumerable.Range(1, 4), number =>
            {
                Assert.Equal(award.IsAgreedIn(number, A.Period()) && number <= after.AgreedOutcomes.Count, after.IsAgreedIn(number, A.Period()));
                Assert.True(award.IsCountedIn(number, A.Period()) || !after.IsCountedIn(number, A.Period()));
            });
            award = after;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Question_OfASectionWithReaders_HasThemUnlessItNamesItsOwn()
    {
        Assert.Equal(["", Trust, $"{Nhs} {Trust}"], WithModule.Questions.Select(question => string.Join(' ', question.VisibleTo)));
        Assert.Equal([null, Trust, Trust], WithModule.Questions.Select(question => question.Module?.Value));
        Assert.Equal([null, Trust], WithModule.Sections.Select(section => section.Module?.Value));
    }

    [Fact]
    public void Section_OfAgreedOutcomesInAModule_KeepsModuleAndReaders()
    {
        var form = FormVersion.Read(Encoding.UTF8.GetBytes(A.Document(
            A.OutcomeSection("o", A.QuestionJson("q", "count")).Replace("\"agreedOutcomes\"", $"\"module\":\"{Trust}\",\"visibleTo\":[\"{Trust}\"],\"agreedOutcomes\"", StringComparison.Ordinal))));
        Assert.All(form.Questions, question => Assert.Equal((Trust, Trust), (question.Module?.Value, question.VisibleTo.Single().Value)));
    }

    [Theory]
    [InlineData("""{"endingIn":[12]}""", "2026-12-31", "2029-03-31", true)]
    [InlineData("""{"endingIn":[3,12]}""", "2026-12-31", "2029-03-31", true)]
    [InlineData("""{"endingIn":[3]}""", "2026-12-31", "2029-03-31", false)]
    [InlineData("""{"lastOfAward":true}""", "2026-12-31", "2029-03-31", false)]
    [InlineData("""{"lastOfAward":true}""", "2026-12-31", "2026-12-31", true)]
    [InlineData("""{"lastOfAward":true}""", "2026-12-31", "2026-09-30", true)]
    [InlineData("""{"lastOfAward":true}""", "2026-12-31", "2027-01-01", false)]
    [InlineData("""{"endingIn":[3],"lastOfAward":true}""", "2026-12-31", "2026-10-01", true)]
    [InlineData("""{"endingIn":[12],"lastOfAward":true}""", "2026-12-31", "2029-03-31", true)]
    public void IsAsked_InSomePeriods_FollowsTheirEndAndTheAwards(string askIn, string periodEnds, string awardEnds, bool asked)
    {
        var form = A.Form(A.QuestionJson("q", "count", $"\"askIn\":{askIn}"));
        var period = A.Period() with { End = DateOnly.Parse(periodEnds) };
        Assert.Equal(asked ? "q" : "", Asked(form, An.Award() with { End = DateOnly.Parse(awardEnds) }, period));
    }

    [Fact]
    public void IsAsked_InTheLastPeriod_KnowsAProviderThatLeftEarly()
    {
        var form = A.Form(A.QuestionJson("q", "count", """ "askIn":{"lastOfAward":true} """));
        Assert.Equal("q", Asked(form, An.Award() with { EndedOn = new DateOnly(2026, 12, 31) }, A.Period()));
        Assert.Equal("", Asked(form, An.Award() with { EndedOn = new DateOnly(2027, 1, 1) }, A.Period()));
    }

    [Fact]
    public void IsAsked_AfterAQuestionOfAnotherPeriod_IsNot()
    {
        var form = A.Form(
            A.QuestionJson("final", "yesNo", """ "askIn":{"endingIn":[3]} """), A.QuestionJson("q", "count", """ "askIf":{"question":"final","is":["yes"]} """));
        Assert.Equal("", Asked(form, An.Award(), A.Period(), ("final", "true")));
    }

    private static string Asked(FormVersion form, Award award, ReportingPeriod period, params (string, string)[] answers)
    {
        var asked = new AskedAnswers(Answers.Sheet(form, answers), award, period);
        return string.Join(' ', form.Questions.Where(asked.IsAsked).Select(question => question.Id));
    }
}
