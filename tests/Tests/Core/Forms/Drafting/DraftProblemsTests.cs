using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>All that is wrong with a draft is told at once, in the form's order.</summary>
public sealed class DraftProblemsTests
{
    [Fact]
    public void Problems_OfABrokenDraft_AreAllToldInOrderWithTheirPlaces()
    {
        var document = Form($"{A.QuestionJson("first", "oneChoice")},{A.QuestionJson("second", "count", """ "checks":[{"code":"C1","rule":"min"},{"code":"C2","rule":"odd"}] """)},{A.QuestionJson("third", "table")},{A.QuestionJson("fourth", "number", "\"decimals\":9,\"indicator\":\"unknown\"")},{A.QuestionJson("fifth", "postcode")}");
        var problems = DraftProblems.Of(document, [], null, Samples.Programme("p"));
        Assert.Equal(["first", "second", "second", "third", "fourth", "fourth", "fifth"], problems.Select(problem => problem.Question?.Value));
        Assert.Contains("two answers or more", problems[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("needs “value”", problems[1].Sentence, StringComparison.Ordinal);
        Assert.Contains("unknown rule “odd”", problems[2].Sentence, StringComparison.Ordinal);
        Assert.Contains("a row and a column", problems[3].Sentence, StringComparison.Ordinal);
        Assert.Equal(new IndicatorId("unknown"), problems[5].Indicator);
        Assert.Contains("no question type", problems[6].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OfASoundDraft_AreNone() => Assert.Empty(DraftProblems.Of(Form(A.QuestionJson("first", "count", "\"indicator\":\"people-helped\"")), [], null, Samples.Programme("p")));

    [Fact]
    public void Problems_AreThoseThatReadingRefusesFor()
    {
        // One rule, one place: what a version is refused for is the first thing that a draft is told.
        foreach (var questions in new[] { A.QuestionJson("q", "number", "\"decimals\":-1"), A.QuestionJson("q", "table"), A.QuestionJson("q", "count") + "," + A.QuestionJson("q", "money"), A.QuestionJson("q", "yesNo", """ "askIf":{"question":"q","is":["yes"]} """) })
        {
            var document = Form(questions);
            var refused = Assert.Throws<FormDefinitionException>(() => FormVersion.Read(document.ToJson()));
            Assert.Contains(new FormFault(refused.Place, refused.Reason), FormVersion.ReadBroken(document).Faults);
        }
    }

    [Fact]
    public void Problems_AgainstTheVersionBefore_AreToldToo()
    {
        var before = FormVersion.Read(Form(A.QuestionJson("first", "count")).ToJson());
        var problems = DraftProblems.Of(Form(A.QuestionJson("first", "money")) with { Version = 2 }, [before], before, Samples.Programme("p"));
        Assert.Contains("an id never changes its type", Assert.Single(problems).Sentence, StringComparison.Ordinal);
        // Also where a version in between did without it.
        var between = FormVersion.Read((Form(A.QuestionJson("other", "count")) with { Version = 2 }).ToJson());
        Assert.Contains("an id is never used again", Assert.Single(DraftProblems.Of(Form(A.QuestionJson("first", "money")) with { Version = 3 }, [before, between], between, Samples.Programme("p"))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void PersonalData_WithoutAReason_IsAProblem()
    {
        var question = A.QuestionJson("dob", "date").Replace("\"dob\"", "\"born\"", StringComparison.Ordinal);
        var document = Form(question);
        document = document.With(new QuestionId("born"), one => one with { Label = "Date of birth" });
        Assert.Contains("date of birth", Assert.Single(DraftProblems.Of(document, [], null, Samples.Programme("p"))).Sentence, StringComparison.Ordinal);
        Assert.Empty(DraftProblems.Of(document.With(new QuestionId("born"), one => one with { PersonalData = "The court asks for it." }), [], null, Samples.Programme("p")));
    }

    private static FormDocument Form(string questions) => FormDocument.Read(Encoding.UTF8.GetBytes(
        $$"""{"form":"quarterly","version":1,"title":"A form","sections":[{"id":"main","title":"Main","questions":[{{questions}}]}]}"""));
}
