using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

public sealed class AskedAnswersTests
{
    private static readonly FormVersion Chain = A.Form(
        A.QuestionJson("consortium", "yesNo"),
        A.QuestionJson("lead", "yesNo", """ "askIf":{"question":"consortium","is":["yes"]} """),
        A.QuestionJson("members", "count", """ "askIf":{"question":"lead","is":["yes"]} """),
        A.QuestionJson("why-alone", "shortText", """ "askIf":{"question":"consortium","is":["no"]} """));

    private static readonly FormVersion Outcomes = A.FormOf(A.OutcomeSection("o",
        A.QuestionJson("how", "longText", "\"required\":true"), A.QuestionJson("counted", "count", "\"countsAgreedOutcome\":true")));

    [Theory]
    [InlineData("true", "true", "consortium lead members")]
    [InlineData("true", "false", "consortium lead")]
    [InlineData("false", "true", "consortium why-alone")]
    [InlineData("null", "true", "consortium")]
    public void IsAsked_AlongAChain_FollowsTheAnswers(string consortium, string lead, string asked)
    {
        var answers = consortium == "null" ? [("lead", lead), ("members", "3")] : new[] { ("consortium", consortium), ("lead", lead), ("members", "3") };
        Assert.Equal(asked, Asked(Chain, An.Award(), answers));
    }

    [Theory]
    [InlineData("[\"n\"]", false)]
    [InlineData("[\"n\",\"w\"]", true)]
    [InlineData("[\"e\"]", true)]
    public void IsAsked_ByChoices_TakesAnyOfThem(string chosen, bool asked)
    {
        var form = A.Form(
            A.QuestionJson("areas", "manyChoices", """ "choices":[{"id":"n","label":"North"},{"id":"e","label":"East"},{"id":"w","label":"West"}] """),
            A.QuestionJson("q", "count", """ "askIf":{"question":"areas","is":["e","w"]} """));
        Assert.Equal(asked ? "areas q" : "areas", Asked(form, An.Award(), ("areas", chosen)));
    }

    [Fact]
    public void Answer_ToWhatIsNotAsked_DoesntCount()
    {
        var sheet = Answers.Sheet(Chain, ("consortium", "false"), ("lead", "true"), ("why-alone", "\"Small\""));
        var (lead, alone) = (Chain.Questions[1], Chain.Questions[3]);
        sheet.SetComment(lead, "Since May");
        sheet.SetComment(alone, "For now");
        var asked = new AskedAnswers(sheet, An.Award(), A.Period());
        Assert.Null(asked[lead]);
        Assert.Null(asked.Comment(lead));
        Assert.Equal(new TextAnswer("Small"), asked[alone]);
        Assert.Equal("For now", asked.Comment(alone));

        var revision = Revision.Of(new ReturnKey(), 1, asked, new Signatory("", ""), null, default);
        Assert.Null(revision.Answers[lead]);
        Assert.Null(revision.Answers.Comment(lead));
        Assert.Equal("For now", revision.Answers.Comment(alone));
        Assert.Equal([false, true, true, false], revision.NotAsked);
    }

    [Fact]
    public void IsAsked_OfAgreedOutcomes_IsAsManyAsTheAwardHas()
    {
        Assert.Equal("", Asked(Outcomes, An.Award()));
        Assert.Equal("how-1 counted-1", Asked(Outcomes, An.Award().WithOutcome("friends")));
        Assert.Equal("how-1 how-2 counted-2", Asked(Outcomes, An.Award().WithOutcome(null).WithOutcome("jobs")));
        var five = Enumerable.Repeat("x", 5).Aggregate(An.Award(), (award, indicator) => award.WithOutcome(indicator));
        Assert.EndsWith("how-4 counted-4", Asked(Outcomes, five), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_OfCountedOutcomes_GoToTheAwardsIndicators()
    {
        var award = An.Award().WithOutcome("friends").WithOutcome(null).WithOutcome("jobs").WithOutcome("friends");
        var sheet = Answers.Sheet(Outcomes, ("counted-1", "5"), ("counted-2", "100"), ("counted-3", "0"), ("counted-4", "7"));
        var figures = Results.Of(Revision.Of(new ReturnKey(), 1, new AskedAnswers(sheet, award, A.Period()), new Signatory("", ""), null, default).Answers, award);
        Assert.Equal([("friends", 12m), ("jobs", 0m)], figures.Select(figure => (figure.Key.Value, figure.Value)).Order());
    }

    [Fact]
    public void Results_OfWhatIsNotAnswered_AreAbsent()
    {
        var form = A.Form(A.QuestionJson("a", "count", "\"indicator\":\"people\""), A.QuestionJson("b", "count", "\"indicator\":\"hours\""), A.QuestionJson("c", "count"));
        Assert.Equal([Identifier.Parse<IndicatorId>("people")], Results.Of(Answers.Sheet(form, ("a", "0"), ("c", "9")), An.Award()).Keys);
    }

    [Fact]
    public void IndicatorOf_AnOutcomeThatTheAwardDoesntHave_IsNone()
    {
        var form = A.FormOf(A.OutcomeSection("o", A.QuestionJson("met", "count", "\"indicator\":\"meetings\"")));
        Assert.Equal("meetings", Results.IndicatorOf(form.Questions[0], An.Award().WithOutcome(null))?.Value);
        Assert.Null(Results.IndicatorOf(form.Questions[1], An.Award().WithOutcome(null)));
    }

    private static string Asked(FormVersion form, Award award, params (string, string)[] answers)
    {
        var asked = new AskedAnswers(Answers.Sheet(form, answers), award, A.Period());
        return string.Join(' ', form.Questions.Where(asked.IsAsked).Select(question => question.Id));
    }
}
