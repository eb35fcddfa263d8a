using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Checks;

public sealed class CheckedReturnTests
{
    [Fact]
    public void Judge_WithoutARequiredAnswer_AsksForIt() =>
        Assert.Equal(
            [new Finding(Catalogue.AnswerRequired, FindingKind.PutRight, "q", "Answer “The q”.")],
            Judged.Of(A.Form(A.QuestionJson("q", "longText", "\"required\":true"), A.QuestionJson("free", "count"))));

    [Fact]
    public void Judge_WithoutARequiredDeclaration_AsksForIt()
    {
        var form = A.Form(A.QuestionJson("q", "declaration", "\"required\":true"));
        Assert.Equal([new Finding(Catalogue.DeclarationNeeded, FindingKind.PutRight, "q", "Confirm “The q”.")], Judged.Of(form));
        Assert.Empty(Judged.Of(form, ("q", "true")));
    }

    [Fact]
    public void Judge_WithZeroOrNo_TakesThemForAnswers() =>
        Assert.Empty(Judged.Of(
            A.Form(A.QuestionJson("a", "count", "\"required\":true"), A.QuestionJson("b", "yesNo", "\"required\":true")), ("a", "0"), ("b", "false")));

    [Fact]
    public void Judge_WithACommentInPlaceOfAnAnswer_AsksForTheAnswer()
    {
        var form = A.Form(A.QuestionJson("q", "count", "\"required\":true"));
        var sheet = new AnswerSheet(form);
        sheet.SetComment(form.Questions[0], "We did not count.");
        Assert.Single(Judged.Of(new AskedAnswers(sheet, An.Award(), A.Period())));
    }

    [Fact]
    public void Judge_OfWhatIsNotAsked_SaysNothing()
    {
        var form = A.Form(
            A.QuestionJson("more", "yesNo"),
            A.QuestionJson("q", "count", """ "required":true,"askIf":{"question":"more","is":["yes"]} """),
            A.QuestionJson("r", "count", """ "askIf":{"question":"more","is":["yes"]},"checks":[{"code":"c","rule":"min","value":5}] """),
            A.QuestionJson("s", "longText", """ "askIf":{"question":"more","is":["yes"]},"maxWords":1 """));
        Assert.Empty(Judged.Of(form, ("more", "false"), ("r", "1"), ("s", "\"two words\"")));
        Assert.Equal(["q", "r", "s"], Judged.Of(form, ("more", "true"), ("r", "1"), ("s", "\"two words\"")).Select(finding => finding.Place));
    }

    [Fact]
    public void Judge_OfSeveralFaults_GoesByTheFormsOrder()
    {
        var form = A.Form(
            A.QuestionJson("z", "count", """ "checks":[{"code":"c1","rule":"max","value":1},{"code":"c2","rule":"min","value":9}] """),
            A.QuestionJson("y", "longText", "\"minWords\":2"),
            A.QuestionJson("x", "repeatingGroup", $$""" "questions":[{{A.QuestionJson("a", "count")}},{{A.QuestionJson("b", "count", "\"required\":true")}}] """),
            A.QuestionJson("a", "count", "\"required\":true"));
        Assert.Equal(
            [("z", "c1"), ("z", "c2"), ("y", null), ("x/1/b", null), ("a", null)],
            Judged.Of(form, ("z", "5"), ("y", "\"one\""), ("x", "[{\"a\":1}]")).Select(finding => (finding.Place, finding.Check)));
    }
}
