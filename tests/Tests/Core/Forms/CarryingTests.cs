using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>What was answered last time, as answers to a later version.</summary>
public sealed class CarryingTests
{
    [Fact]
    public void Carry_ToAVersionThatAsksTheSame_KeepsEveryAnswer() =>
        Prop.ForAll(Arb.From(GeneratedAnswers.Some(GeneratedAnswers.EveryType)), answers =>
        {
            var carried = new Carrying([GeneratedAnswers.EveryType, GeneratedAnswers.EveryType]).Carry(GeneratedAnswers.SheetOf(GeneratedAnswers.EveryType, answers));
            foreach (var (question, answer, _) in answers)
                Assert.True(GeneratedAnswers.Same(answer, carried[question]), $"{question.Id}: {answer} became {carried[question]}.");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Carry_OfWhatWasReplacedOrJoined_FollowsAndAddsUp()
    {
        var (before, after) = (
            Brief.Version(1, Brief.Table("by-kind", "food,fuel,other", "number:count"), A.QuestionJson("people", "count"), A.QuestionJson("told", "longText")),
            Brief.Version(2, Brief.Table("by-kind", "fuel,all < food other", "number:count"), A.QuestionJson("helped", "count", Brief.Replaces("people")), A.QuestionJson("told", "shortText")));

        var carried = Carry([before, after], ("by-kind", """{"food":{"number":3},"fuel":{"number":1},"other":{"number":4}}"""), ("people", "42"), ("told", "\"It rained.\""));

        Assert.Equal("""{"all":{"number":7},"fuel":{"number":1}}""", Shown(after, carried, "by-kind"));
        Assert.Equal("42", Shown(after, carried, "helped"));
        Assert.Null(Shown(after, carried, "told"));
    }

    [Fact]
    public void Carry_OfWhatWasSplit_CarriesNothing()
    {
        var (before, after) = (
            Brief.Version(1, Brief.Table("by-kind", "food,fuel", "number:count"), Brief.Choices("where", "oneChoice", "town,country")),
            Brief.Version(2, Brief.Table("by-kind", "meals < food,parcels < food,fuel", "number:count"), Brief.Choices("where", "oneChoice", "centre < town,suburb < town,country")));

        var carried = Carry([before, after], ("by-kind", """{"food":{"number":3},"fuel":{"number":1}}"""), ("where", "\"town\""));

        Assert.Equal("""{"fuel":{"number":1}}""", Shown(after, carried, "by-kind"));
        Assert.Null(Shown(after, carried, "where"));
    }

    [Fact]
    public void Carry_OverAVersionBetween_FollowsStepByStep()
    {
        FormVersion[] versions = [Brief.Version(1, A.QuestionJson("a", "money")), Brief.Version(2, A.QuestionJson("b", "money", Brief.Replaces("a"))), Brief.Version(3, A.QuestionJson("c", "money", Brief.Replaces("b")))];

        Assert.Equal("2.5", Shown(versions[2], Carry(versions, ("a", "2.5")), "c"));
    }

    [Fact]
    public void Carry_OfChoicesAndGroups_FollowsTheirParts()
    {
        var (before, after) = (
            Brief.Version(1, Brief.Choices("ages", "manyChoices", "young,old"), Group("won", ("from", "")), Group("lost", ("from", ""))),
            Brief.Version(2, Brief.Choices("ages", "manyChoices", "elder < old,young"), Group("won", ("by", Brief.Replaces("from")))));

        var carried = Carry([before, after], ("ages", """["young","old"]"""), ("won", """[{"from":"A trust"}]"""), ("lost", """[{"from":"A bank"}]"""));

        Assert.Equal("""["elder","young"]""", Shown(after, carried, "ages"));
        Assert.Equal("""[{"by":"A trust"}]""", Shown(after, carried, "won"));
    }

    [Fact]
    public void Carry_OfWhatTheLaterVersionWouldRefuse_CarriesNothing()
    {
        var (before, after) = (Brief.Version(1, A.QuestionJson("q", "number", "\"decimals\":2")), Brief.Version(2, A.QuestionJson("q", "number", "\"decimals\":1")));

        Assert.Null(Shown(after, Carry([before, after], ("q", "1.25")), "q"));
        Assert.Equal("1.5", Shown(after, Carry([before, after], ("q", "1.5")), "q"));
    }

    [Fact]
    public void Carry_OfAgreedOutcomes_KeepsEachApart()
    {
        var (before, after) = (
            Brief.VersionOf(1, A.OutcomeSection("o", A.QuestionJson("how", "longText"))),
            Brief.VersionOf(2, A.OutcomeSection("o", A.QuestionJson("told", "longText", Brief.Replaces("how")))));

        var carried = Carry([before, after], ("how-1", "\"Well.\""), ("how-3", "\"Slowly.\""));

        Assert.Equal(("\"Well.\"", null, "\"Slowly.\""), (Shown(after, carried, "told-1"), Shown(after, carried, "told-2"), Shown(after, carried, "told-3")));
    }

    private static string Group(string id, (string Id, string More) part) => A.QuestionJson(id, "repeatingGroup", $"\"questions\":[{A.QuestionJson(part.Id, "shortText", part.More)}]");

    private static AnswerSheet Carry(IReadOnlyList<FormVersion> versions, params (string, string)[] answers) => new Carrying(versions).Carry(Answers.Sheet(versions[0], answers));

    private static string? Shown(FormVersion version, AnswerSheet sheet, string id) => sheet[version.Find(id)!] is { } answer ? version.Find(id)!.Json(answer) : null;
}
