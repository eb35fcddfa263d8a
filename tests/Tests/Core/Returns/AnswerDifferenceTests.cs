using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

/// <summary>How one revision differs from another.</summary>
public sealed class AnswerDifferenceTests
{
    private static readonly FormVersion Form = A.Form(
        A.QuestionJson("people", "count"), A.QuestionJson("more", "yesNo"), A.QuestionJson("part", "count"),
        TableJson.Of("by-kind", ["food", "energy"], ["value:money", "number:count"]),
        A.QuestionJson("funding", "repeatingGroup", $$""" "questions":[{{A.QuestionJson("who", "shortText")}},{{A.QuestionJson("amount", "money")}}] """));

    [Fact]
    public void Between_AnswersCellsRowsAndComments_NamesEachPartThatDiffers()
    {
        var before = Sheet(("people", "40"), ("more", "true"), ("by-kind", """{"food":{"value":10,"number":1},"energy":{"number":7}}"""), ("funding", """[{"who":"Lottery","amount":500},{"who":"Shop"}]"""));
        var after = Sheet(("people", "1240"), ("by-kind", """{"food":{"value":10,"number":2},"energy":{"value":0.5}}"""), ("funding", """[{"who":"Lottery","amount":400}]"""));
        after.SetComment(Form.Questions[0], "A second group.");

        Assert.Equal(
        [
            "people [] 40 > 1,240 Changed", "people/comment [Comment] - > A second group. Added", "more [] Yes > - Cleared", "by-kind/food/number [Row food: Column number] 1 > 2 Changed",
            "by-kind/energy/value [Row energy: Column value] - > £0.50 Added", "by-kind/energy/number [Row energy: Column number] 7 > - Cleared", "funding/1/amount [Row 1: The amount] £500.00 > £400.00 Changed",
            "funding/2/who [Row 2: The who] Shop > - Cleared",
        ], Between(before, after).Select(Told));
    }

    [Fact]
    public void Between_AQuestionThatIsNoLongerPut_SaysThatItIsNotAsked()
    {
        var (before, after) = (RevisionOf(Sheet(("part", "3"))), RevisionOf(Sheet(), notAsked: "part"));
        Assert.Equal("part [] 3 > not asked Cleared", Told(Assert.Single(AnswerDifference.Between(before, after))));
        Assert.Equal("part [] not asked > 3 Added", Told(Assert.Single(AnswerDifference.Between(after, before))));
        // Not put and not answered are not the same, but neither is an answer that somebody changed.
        Assert.Empty(AnswerDifference.Between(RevisionOf(Sheet()), after));
    }

    [Fact]
    public void Between_AppliedToTheOlder_GivesTheNewer() => Prop.ForAll((from before in GeneratedRevisions.Any from after in GeneratedRevisions.Any select (before, after)).ToArbitrary(), pair =>
    {
        var parts = AnswerParts.Of(pair.before).ToDictionary(part => part.Place, part => Shown(part.Value), StringComparer.Ordinal);
        foreach (var change in AnswerDifference.Between(pair.before, pair.after))
            if (change.Kind == DifferenceKind.Cleared)
                Assert.True(parts.Remove(change.Place, out var was) && was == Shown(change.Before));
            else
            {
                Assert.Equal(change.Kind == DifferenceKind.Changed, parts.TryGetValue(change.Place, out var was));
                Assert.True(was is null || (was == Shown(change.Before) && was != Shown(change.After)));
                parts[change.Place] = Shown(change.After);
            }
        Assert.Equal(
            AnswerParts.Of(pair.after).Select(part => (part.Place, Shown(part.Value))).OrderBy(part => part.Place, StringComparer.Ordinal),
            parts.Select(part => (part.Key, part.Value)).OrderBy(part => part.Key, StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    /// <summary>Nothing that is signed escapes the comparison: where it finds no difference, the canonical JSON of all answers is the same.</summary>
    [Fact]
    public void Between_SameRevision_FindsNothing_AndOneAnswerMore_FindsIt() => Prop.ForAll(
        (from revision in GeneratedRevisions.Any from place in Gen.Choose(0, revision.Answers.Version.Questions.Count - 1) select (revision, place)).ToArbitrary(), one =>
        {
            Assert.Empty(AnswerDifference.Between(one.revision, one.revision));
            var question = one.revision.Answers.Version.Questions[one.place];
            if (one.revision.Answers[question] is not { } answer)
                return;
            var without = GeneratedAnswers.SheetOf(one.revision.Answers.Version, one.revision.Answers.Version.Questions
                .Select(each => (each, each == question ? null : one.revision.Answers[each], one.revision.Answers.Comment(each))));
            var changes = AnswerDifference.Between(one.revision with { Answers = without }, one.revision);
            Assert.NotEmpty(changes);
            Assert.All(changes, change => Assert.Equal((question.Id, DifferenceKind.Added), (change.Question.Id, change.Kind)));
            Assert.Equal(answer, one.revision.Answers[question]);
        }).QuickCheckThrowOnFailure();

    private static AnswerSheet Sheet(params (string, string)[] answers) => Answers.Sheet(Form, answers);

    private static IReadOnlyList<AnswerDifference> Between(AnswerSheet before, AnswerSheet after) => AnswerDifference.Between(RevisionOf(before), RevisionOf(after));

    private static Revision RevisionOf(AnswerSheet answers, string? notAsked = null) => new(
        default, 1, answers, [.. Form.Questions.Select(question => question.Id.Value == notAsked)], new Signatory("Ann Lee", "Chair"), null, DateTimeOffset.UnixEpoch);

    private static string Shown(Cell cell) => $"{cell.Kind} {cell.Text} {cell.Number.ToString("0.#######", CultureInfo.InvariantCulture)}";

    private static string Told(AnswerDifference change) =>
        $"{change.Place} [{change.Where}] {(change.Before.Kind == CellKind.Empty ? "-" : ReadableCell.Of(change.Before))} > {(change.After.Kind == CellKind.Empty ? "-" : ReadableCell.Of(change.After))} {change.Kind}";
}
