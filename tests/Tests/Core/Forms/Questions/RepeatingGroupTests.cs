using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class RepeatingGroupTests
{
    private static readonly Question Others = A.Question("repeatingGroup",
        """
        "maxRows":3,"questions":[
          {"id":"who","type":"shortText","label":"From whom","required":true},
          {"id":"amount","type":"money","label":"Amount"},
          {"id":"areas","type":"manyChoices","label":"Where","choices":[{"id":"n","label":"North"},{"id":"s","label":"South"}]}]
        """);

    [Fact]
    public void Parse_OfRows_WritesThemInCanonicalOrder()
    {
        var answer = Others.Accept("""[{"who":" The Trust ","amount":"£1,250.50","areas":["s","n"]},{"amount":0}]""");
        Assert.Equal("""[{"amount":1250.5,"areas":["n","s"],"who":"The Trust"},{"amount":0}]""", Others.Json(answer));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("""[{"who":" ","amount":null,"areas":[]},{}]""")]
    public void Parse_OfEmptyRows_IsNoAnswer(string json)
    {
        var parsed = Others.Parse(json);
        Assert.Null(parsed.Answer);
        Assert.Empty(parsed.Findings);
    }

    [Fact]
    public void Parse_OfAnEmptyRowAmongOthers_LeavesItOut() =>
        Assert.Equal("""[{"who":"A"},{"who":"B"}]""", Others.Json(Others.Accept("""[{"who":"A"},{},{"who":"B"}]""")));

    [Fact]
    public void Parse_OfAWrongAnswerInARow_PlacesItThere()
    {
        var parsed = Others.Parse("""[{"who":"A"},{"who":"B","amount":"some","areas":["w"]},{"who":[1,{"x":2}],"amount":-1}]""");
        Assert.Equal(
            [
                ("q/2/amount", Catalogue.WrongType), ("q/2/areas", Catalogue.UnknownChoice), ("q/3/who", Catalogue.WrongType), ("q/3/amount", Catalogue.Negative),
            ],
            parsed.Findings.Select(finding => (finding.Place, finding.Code)));
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
    }

    [Theory]
    [InlineData("{\"who\":\"A\"}")]
    [InlineData("\"A\"")]
    [InlineData("7")]
    [InlineData("true")]
    public void Parse_OfWhatIsNoList_IsRefused(string json) =>
        AssertRefused(json, new Finding(Catalogue.WrongType, FindingKind.Refused, "q", "Send “The q” as a list of rows."));

    [Theory]
    [InlineData("[{\"who\":\"A\"},[{\"who\":\"B\"}]]")]
    [InlineData("[{\"who\":\"A\"},\"B\"]")]
    [InlineData("[{\"who\":\"A\"},null]")]
    public void Parse_OfARowThatIsNoObject_IsRefused(string json) =>
        AssertRefused(json, new Finding(Catalogue.WrongType, FindingKind.Refused, "q", "Send each row of “The q” as an object of answers; row 2 is none."));

    [Theory]
    [InlineData("[{\"who\":\"A\"},{\"whom\":{\"a\":[1]},\"amount\":1}]")]
    [InlineData("[{\"who\":\"A\"},{\"\\ud800\":1}]")]
    [InlineData("[{\"who\":\"A\"},{\"\":null}]")]
    [InlineData("[{\"who\":\"A\"},{\"who\\u0000\":null}]")]
    public void Parse_OfAQuestionThatTheGroupDoesntHave_IsRefused(string json) =>
        AssertRefused(json, new Finding(
            Catalogue.UnknownQuestion, FindingKind.Refused, "q", "“The q” has no such question as row 2 answers: its questions are who, amount, areas."));

    [Fact]
    public void Parse_OfTooManyRows_IsRefused()
    {
        Assert.Empty(Others.Parse("[{},{},{}]").Findings);
        AssertRefused("[{},{},{},{}]", new Finding(Catalogue.TooManyRows, FindingKind.Refused, "q", "Enter 3 rows or fewer for “The q”; there are 4."));
    }

    [Fact]
    public void Parse_WithoutALimitInTheForm_AllowsFiftyRows()
    {
        var question = A.Question("repeatingGroup", """ "questions":[{"id":"n","type":"count","label":"N"}] """);
        string Rows(int count) => $"[{string.Join(',', Enumerable.Repeat("{\"n\":1}", count))}]";
        Assert.Empty(question.Parse(Rows(50)).Findings);
        Assert.Equal(Catalogue.TooManyRows, Assert.Single(question.Parse(Rows(51)).Findings).Code);
    }

    [Fact]
    public void CheckOwn_WithARequiredAnswerMissing_NamesTheRow()
    {
        var findings = new Findings();
        Others.CheckOwn(Others.Accept("""[{"who":"A"},{"amount":5}]"""), findings);
        Assert.Equal(
            [new Finding(Catalogue.AnswerRequired, FindingKind.PutRight, "q/2/who", "Enter “From whom” in row 2 of “The q”.")], findings.All);
    }

    [Fact]
    public void CheckOwn_WithTooManyWordsInARow_NamesTheRow()
    {
        var question = A.Question("repeatingGroup", """ "questions":[{"id":"text","type":"longText","label":"Text","maxWords":1}] """);
        var findings = new Findings();
        question.CheckOwn(question.Accept("""[{"text":"one"},{"text":"one two"}]"""), findings);
        Assert.Equal(("q/2/text", Catalogue.TooManyWords), Assert.Single(findings.All.Select(finding => (finding.Place, finding.Code))));
    }

    private static void AssertRefused(string json, Finding finding)
    {
        var parsed = Others.Parse(json);
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
        Assert.Equal(finding, Assert.Single(parsed.Findings));
    }
}
