using System.Text;
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
