using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

public sealed class FormVersionTests
{
    private static readonly FormVersion Outcomes = A.FormOf(
        A.Section("about", A.QuestionJson("consortium", "yesNo"), A.QuestionJson("people", "count")),
        A.OutcomeSection("outcome",
            A.QuestionJson("changed", "yesNo"),
            A.QuestionJson("how", "longText", """ "askIf":{"question":"changed","is":["yes"]} """),
            A.QuestionJson("members", "longText", """ "askIf":{"question":"consortium","is":["yes"]} """),
            A.QuestionJson("counted", "count",
                """
                "countsAgreedOutcome":true,"checks":[
                  {"code":"most","rule":"sumAtMost","of":["lost"],"atMost":"people"},
                  {"code":"kept","rule":"sumAtMost","atMost":"lost"},
                  {"code":"total","rule":"equalsTotalOf","of":["lost","people"]}]
                """),
            A.QuestionJson("lost", "count"),
            A.QuestionJson("from", "date"),
            A.QuestionJson("to", "date", """ "checks":[{"code":"order","rule":"notBefore","before":"from"}] """)));

    [Fact]
    public void Read_OfADocument_KeepsWhatItSays()
    {
        var document = Encoding.UTF8.GetBytes(
            """
            {"form":"grant-aid","version":3,"title":"Grant aid","notes":"Shorter","minutes":45,"sections":[
              {"id":"z","title":"Reach","hint":"This period","questions":[
                {"id":"b","type":"count","label":"People","hint":"Once each","why":"To plan","usedBy":"Officers","required":true,"indicator":"people"},
                {"id":"a","type":"oneChoice","label":"District","breakdown":true,"choices":[{"id":"n","label":"North"},{"id":"s","label":"South"}]}]},
              {"id":"y","title":"Help","questions":[{"id":"c","type":"longText","label":"Help","asksForHelp":true,"maxWords":300}]}]}
            """);
        var version = FormVersion.Read(document);

        Assert.Equal(("grant-aid", 3, "Grant aid", "Shorter", 45), (version.Form.Value, version.Number, version.Title, version.Notes, version.Minutes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(document)), version.ContentHash);
        Assert.Equal([("z", "Reach", "This period"), ("y", "Help", null)], version.Sections.Select(section => (section.Id.Value, section.Title, section.Hint)));
        Assert.Equal(["b", "a", "c"], version.Questions.Select(question => question.Id.Value));
        Assert.Equal([0, 1, 2], version.Questions.Select(question => question.Ordinal));
        Assert.Equal(["a", "b", "c"], version.CanonicalOrder.Select(question => question.Id.Value));
        var people = version.Questions[0];
        Assert.Equal(("People", "Once each", "To plan", "Officers", true, "people"), (people.Label, people.Hint, people.Why, people.UsedBy, people.Required, people.Indicator?.Value));
        Assert.True(Assert.IsType<OneChoiceQuestion>(version.Questions[1]).Breakdown);
        Assert.True(Assert.IsType<LongTextQuestion>(version.Questions[2]).AsksForHelp);
        Assert.Equal("y", version.SectionOf(version.Questions[2]).Id.Value);
    }

    [Fact]
    public void Find_OfAnId_IsTheQuestionOrNothing()
    {
        Assert.Same(Outcomes.Questions[1], Outcomes.Find("people"));
        Assert.Null(Outcomes.Find("People"));
        Assert.Null(Outcomes.Find(""));
        Assert.Throws<KeyNotFoundException>(() => Outcomes.Question(Identifier.Parse<QuestionId>("gone")));
    }

    [Fact]
    public void CanonicalOrder_IsOrdinal()
    {
        var version = A.Form(A.QuestionJson("a-1", "count"), A.QuestionJson("b", "count"), A.QuestionJson("a1", "count"), A.QuestionJson("B", "count"), A.QuestionJson("a", "count"));
        Assert.Equal(["B", "a", "a-1", "a1", "b"], version.CanonicalOrder.Select(question => question.Id.Value));
    }

    [Fact]
    public void AgreedOutcomes_StandOnceForEach()
    {
        Assert.Equal(["about", "outcome-1", "outcome-2", "outcome-3", "outcome-4"], Outcomes.Sections.Select(section => section.Id.Value));
        Assert.Equal("Section outcome 3", Outcomes.Sections[3].Title);
        Assert.Equal(
            ["changed-3", "how-3", "members-3", "counted-3", "lost-3", "from-3", "to-3"], Outcomes.Sections[3].Questions.Select(question => question.Id.Value));
        Assert.All(Outcomes.Sections[3].Questions, question => Assert.Equal(3, question.AgreedOutcome));
        Assert.All(Outcomes.Sections[0].Questions, question => Assert.Null(question.AgreedOutcome));
        Assert.Equal("Outcome 3: The how", Find("how-3").Label);
    }

    [Fact]
    public void AgreedOutcomes_ConditionsAndChecks_StayInTheirOutcome()
    {
        Assert.Equal("changed-2", Find("how-2").AskIf!.Question.Value);
        Assert.Equal("consortium", Find("members-2").AskIf!.Question.Value);
        Assert.Equal(["most-2", "kept-2", "total-2"], Find("counted-2").Checks.Select(check => check.Code));
        Assert.Equal(["lost-2", "people", "lost-2", "lost-2", "people"], Find("counted-2").Checks.SelectMany(check => check.Reads).Select(figure => figure.ToString()));
        Assert.Equal("from-4", Find("to-4").Checks[0].ReadsDay?.Value);
    }

    private static Question Find(string id) => Outcomes.Question(Identifier.Parse<QuestionId>(id));
}
