using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Checks;

public sealed class LimitAndTotalCheckTests
{
    [Theory]
    [InlineData("5", true)]
    [InlineData("5.01", true)]
    [InlineData("4.99", false)]
    [InlineData("0", false)]
    public void Min_AtItsValue_IsMet(string figure, bool met) =>
        AssertFinding(met, Catalogue.BelowMinimum, "Enter “The q” as 5 or more.", Judged.Of(With("number", Check("min", "\"value\":5")), ("q", figure)));

    [Theory]
    [InlineData("1250.50", true)]
    [InlineData("0", true)]
    [InlineData("1250.51", false)]
    public void Max_AtItsValue_IsMet(string figure, bool met) =>
        AssertFinding(met, Catalogue.AboveMaximum, "Enter “The q” as 1,250.5 or less.", Judged.Of(With("money", Check("max", "\"value\":1250.5")), ("q", figure)));

    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-06-30", false)]
    public void NotBefore_ADay_IsMetOnThatDay(string day, bool met) =>
        AssertFinding(met, Catalogue.TooEarly, "Enter “The q” as 1 July 2026 or later.", Judged.Of(With("date", Check("notBefore", "\"day\":\"2026-07-01\"")), ("q", $"\"{day}\"")));

    [Theory]
    [InlineData("\"2026-07-01\"", true)]
    [InlineData("\"2026-07-02\"", false)]
    [InlineData("null", true)]
    public void NotBefore_AnotherAnswer_IsMetOnThatDayAndWithoutIt(string other, bool met)
    {
        var form = A.Form(A.QuestionJson("from", "date"), A.QuestionJson("q", "date", Check("notBefore", "\"before\":\"from\"")));
        var findings = other == "null" ? Judged.Of(form, ("q", "\"2026-07-01\"")) : Judged.Of(form, ("from", other), ("q", "\"2026-07-01\""));
        AssertFinding(met, Catalogue.TooEarly, "Enter “The q” as 2 July 2026 or later.", findings);
    }

    [Theory]
    [InlineData("12.5", true)]
    [InlineData("12.4", false)]
    [InlineData("12.6", false)]
    public void EqualsTotalOf_ItsParts_IsMetWhenEqual(string figure, bool met)
    {
        var form = A.Form(
            A.QuestionJson("a", "number"), A.QuestionJson("b", "number"), A.QuestionJson("c", "number"), A.QuestionJson("q", "number", Check("equalsTotalOf", "\"of\":[\"a\",\"b\",\"c\"]")));
        AssertFinding(met, Catalogue.TotalsDiffer, $"“The q” is {figure}, but its parts add up to 12.5. Change one so that they agree.",
            Judged.Of(form, ("a", "10"), ("b", "2.50"), ("q", figure)));
    }

    [Theory]
    [InlineData("8", true)]
    [InlineData("9", false)]
    public void SumAtMost_WithOthers_IsMetUpToTheTotal(string figure, bool met)
    {
        var form = A.Form(
            A.QuestionJson("people", "count"), A.QuestionJson("old", "count"), A.QuestionJson("gone", "count"),
            A.QuestionJson("q", "count", Check("sumAtMost", "\"of\":[\"old\",\"gone\"],\"atMost\":\"people\"")));
        AssertFinding(met, Catalogue.MoreThanTotal, "“The q” can't be more than “The people”: 11 is more than 10.",
            Judged.Of(form, ("people", "10"), ("old", "2"), ("q", figure)));
    }

    [Fact]
    public void SumAtMost_WithoutTheTotal_SaysNothing()
    {
        var form = A.Form(A.QuestionJson("people", "count"), A.QuestionJson("q", "count", Check("sumAtMost", "\"atMost\":\"people\"")));
        Assert.Empty(Judged.Of(form, ("q", "9")));
        Assert.Single(Judged.Of(form, ("people", "0"), ("q", "9")));
    }

    [Fact]
    public void Check_WithAMessageOfTheForm_SaysThat()
    {
        var form = With("count", Check("min", "\"value\":5,\"message\":\"Five at least, please.\""));
        Assert.Equal([new Finding(Catalogue.BelowMinimum, FindingKind.PutRight, "q", "Five at least, please.", "c")], Judged.Of(form, ("q", "4")));
    }

    [Fact]
    public void Check_OnAQuestionThatIsNotAnswered_SaysNothing() =>
        Assert.Empty(Judged.Of(With("count", Check("min", "\"value\":5"))));

    [Fact]
    public void Check_ReadingAnAnswerThatIsNotAsked_ReadsNone()
    {
        var form = A.Form(
            A.QuestionJson("more", "yesNo"), A.QuestionJson("part", "count", """ "askIf":{"question":"more","is":["yes"]} """),
            A.QuestionJson("q", "count", Check("equalsTotalOf", "\"of\":[\"part\"]")));
        Assert.Empty(Judged.Of(form, ("more", "true"), ("part", "3"), ("q", "3")));
        Assert.Contains("add up to 0", Assert.Single(Judged.Of(form, ("more", "false"), ("part", "3"), ("q", "3"))).Message, StringComparison.Ordinal);
    }

    private static MonitoringReturns.Core.Forms.FormVersion With(string type, string check) => A.Form(A.QuestionJson("q", type, check));

    private static string Check(string rule, string more) => $$""" "checks":[{"code":"c","rule":"{{rule}}",{{more}}}] """;

    private static void AssertFinding(bool met, Code code, string message, IReadOnlyList<Finding> findings) =>
        Assert.Equal(met ? [] : [new Finding(code, FindingKind.PutRight, "q", message, "c")], findings);
}
