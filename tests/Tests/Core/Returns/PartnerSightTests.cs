using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

/// <summary>A partner that fills in some sections: what the others answer reaches it in no way, but that it decides what is asked.</summary>
public sealed class PartnerSightTests
{
    private static readonly FormVersion Form = A.FormOf(
        A.Section("own",
            A.QuestionJson("visits", "count", """ "indicator":"met","checks":[{"code":"v-most","rule":"sumAtMost","atMost":"people"},{"code":"v-change","rule":"changeSinceLast","percent":10}] """),
            A.QuestionJson("total", "count", """ "checks":[{"code":"t-equals","rule":"equalsTotalOf","of":["people","staff"]},{"code":"t-share","rule":"shareAtMost","percent":10,"of":["people"]}] """),
            A.QuestionJson("calls", "count", """ "indicator":"calls","required":true,"checks":[{"code":"c-most","rule":"sumAtMost","atMost":"total"},{"code":"c-change","rule":"changeSinceLast","percent":10}] """)),
        A.Section("others",
            A.QuestionJson("people", "count", """ "indicator":"met","required":true,"checks":[{"code":"p-most","rule":"sumAtMost","atMost":"staff"}] """), A.QuestionJson("staff", "count")));

    [Fact]
    public void Judge_SeenThroughOnesOwnSections_DoesNotDependOnTheOthers() => Prop.ForAll(
        (from own in Figures from one in Figures from other in Figures select (own, one, other)).ToArbitrary(),
        both => Assert.Equal(Told(both.own, both.one), Told(both.own, both.other))).QuickCheckThrowOnFailure();

    [Fact]
    public void Judge_SeenThroughOnesOwnSections_StillTellsWhatIsOnesOwn()
    {
        Assert.Equal(["calls: MR1018", "calls: MR1020"], Told([5, 10, 30], [1, 1, 1]));
        Assert.Equal(["calls: MR1012"], Told([5, 10, null], [1, 1, 1]));
    }

    [Fact]
    public void Asked_ByAnAnswerThatIsNotSeen_IsAskedAndTheAnswerIsNotTold()
    {
        var form = A.FormOf(
            A.Section("others", A.QuestionJson("shared", "yesNo")), A.Section("own", A.QuestionJson("why", "longText", """ "required":true,"askIf":{"question":"shared","is":["yes"]} """)));
        var whole = new AskedAnswers(Answers.Sheet(form, ("shared", "true")), An.Award("a1"), A.Period());
        var seen = whole.SeenThrough(question => question.Id.Value == "why");
        Assert.True(seen.IsAsked(form.Questions[1]));
        Assert.Null(seen[form.Questions[0]]);
        Assert.Null(seen.Saved(form.Questions[0]));
        Assert.NotNull(whole[form.Questions[0]]);
    }

    private static Gen<int?[]> Figures => Gen.Choose(-1, 12).Select(figure => figure < 0 ? (int?)null : figure).ArrayOf(3);

    private static string[] Told(int?[] own, int?[] others)
    {
        var answers = new (string Id, int? Figure)[] { ("visits", own[0]), ("total", own[1]), ("calls", own[2]), ("people", others[0]), ("staff", others[1]) };
        var sheet = Answers.Sheet(Form, answers.Where(answer => answer.Figure is not null).Select(answer => (answer.Id, $"{answer.Figure}")));
        var last = new Results(1, new Dictionary<IndicatorId, decimal> { [new IndicatorId("met")] = others[2] ?? 1, [new IndicatorId("calls")] = 10 });
        var seen = new AskedAnswers(sheet, An.Award("a1"), A.Period()).SeenThrough(question => Form.Sections[0].Questions.Contains(question));
        return [.. new CheckedReturn(seen, A.Period().Id, last).Judge().All.Select(finding => $"{finding.Place}: {finding.Code}")];
    }
}
