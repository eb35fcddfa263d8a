using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Checks;

/// <summary>Checks between tables and figures, as a national fund's return has them.</summary>
public sealed class TableCheckTests
{
    private static readonly string[] ValueAndNumber = ["value:money", "number:count"];

    private static readonly FormVersion Fund = A.Form(
        A.QuestionJson("awards-value", "money"),
        A.QuestionJson("awards-number", "count"),
        A.QuestionJson("administration", "money", """ "checks":[{"code":"share","rule":"shareAtMost","percent":10,"of":["awards-value","administration"]}] """),
        TableJson.Of("by-kind", ["food", "energy"], ValueAndNumber,
            """
            "checks":[
              {"code":"kind-value","rule":"equalsTotalOf","column":"value","of":["awards-value"]},
              {"code":"kind-number","rule":"equalsTotalOf","column":"number","of":["awards-number"]}]
            """),
        TableJson.Of("by-household", ["children", "others"], ValueAndNumber,
            """ "checks":[{"code":"household","rule":"equalsTotalOf","column":"value","of":["by-kind/value"]}] """));

    [Fact]
    public void EqualsTotalOf_TablesThatAgreeToThePenny_SaysNothing() =>
        Assert.Empty(Judged.Of(Fund,
            ("awards-value", "1250.55"), ("awards-number", "3"), ("administration", "100"),
            ("by-kind", """{"food":{"value":1000.50,"number":2},"energy":{"value":250.05,"number":1}}"""),
            ("by-household", """{"others":{"value":1250.55,"number":3}}""")));

    [Fact]
    public void EqualsTotalOf_APennyApart_NamesTheTableAndColumn() =>
        Assert.Equal(
            [
                new Finding(Catalogue.TotalsDiffer, FindingKind.PutRight, "by-kind", "“The by-kind: Column value” in total is 1,250.54, but its parts add up to 1,250.55. Change one so that they agree.", "kind-value"),
                new Finding(Catalogue.TotalsDiffer, FindingKind.PutRight, "by-kind", "“The by-kind: Column number” in total is 2, but its parts add up to 3. Change one so that they agree.", "kind-number"),
                new Finding(Catalogue.TotalsDiffer, FindingKind.PutRight, "by-household", "“The by-household: Column value” in total is 1,250.55, but its parts add up to 1,250.54. Change one so that they agree.", "household"),
            ],
            Judged.Of(Fund,
                ("awards-value", "1250.55"), ("awards-number", "3"),
                ("by-kind", """{"food":{"value":1000.50,"number":2},"energy":{"value":250.04}}"""),
                ("by-household", """{"others":{"value":1250.55}}""")));

    [Fact]
    public void EqualsTotalOf_AColumnThatIsNotAnswered_SaysNothing() =>
        Assert.DoesNotContain(Judged.Of(Fund, ("awards-number", "3"), ("by-kind", """{"food":{"value":0}}""")), finding => finding.Check == "kind-number");

    [Theory]
    [InlineData("900", "100", true)]
    [InlineData("899.99", "100", false)]
    [InlineData("0", "0", true)]
    [InlineData("0", "0.01", false)]
    public void ShareAtMost_OfTheWhole_AsksWhyAboveIt(string awards, string administration, bool quiet) =>
        Assert.Equal(
            quiet ? [] : [new Finding(Catalogue.ShareAboveLimit, FindingKind.Explain, "administration",
                "“The administration” is more than 10% of “The awards-value” and “The administration”. Say in a sentence why.", "share")],
            Judged.Of(Fund, ("awards-value", awards), ("administration", administration)));

    [Fact]
    public void ShareAtMost_WithASentenceBesideIt_IsSettled()
    {
        var sheet = Answers.Sheet(Fund, ("awards-value", "10"), ("administration", "100"));
        sheet.SetComment(Fund.Questions[2], "We set up a new office.");
        Assert.Empty(Judged.Of(new AskedAnswers(sheet, An.Award(), A.Period())));
    }

    [Fact]
    public void EqualsTotalOf_SeveralFiguresOfTables_AddsThemUp()
    {
        var form = A.Form(
            TableJson.Of("by-kind", ["food", "energy"], ValueAndNumber), A.QuestionJson("awards-value", "money"),
            A.QuestionJson("all", "money", """ "checks":[{"code":"c","rule":"equalsTotalOf","of":["awards-value","by-kind/value","by-kind/food/number"]}] """));
        var table = ("by-kind", """{"food":{"value":1.5,"number":2},"energy":{"value":3}}""");
        Assert.Empty(Judged.Of(form, table, ("awards-value", "10"), ("all", "16.5")));
        Assert.Contains("add up to 16.5", Assert.Single(Judged.Of(form, table, ("awards-value", "10"), ("all", "14.5"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void SumAtMost_WithCellsOfTables_IsMetUpToTheTotal(int newPeople, bool met)
    {
        var form = A.Form(
            TableJson.Of("people", ["girls", "boys"], ["all:count", "new:count"]),
            TableJson.Of("again", ["girls", "boys"], ["people:count"], """ "checks":[{"code":"c","rule":"sumAtMost","of":["people/boys/new"],"atMost":"people/all"}] """));
        Assert.Equal(
            met ? [] : [new Finding(Catalogue.MoreThanTotal, FindingKind.PutRight, "again", "“The again” in total can't be more than “The people: Column all” in total: 11 is more than 10.", "c")],
            Judged.Of(form, ("people", """{"girls":{"all":6,"new":4},"boys":{"all":4,"new":2}}"""), ("again", $"{{\"girls\":{{\"people\":{newPeople}}}}}")));
    }

    [Fact]
    public void WholeRows_WhenARowIsHalfFilled_StandsInTheWayOfSubmitting()
    {
        var form = A.Form(TableJson.Of("q", ["food"], ValueAndNumber, "\"wholeRows\":true"));
        Assert.Equal([("q/food/number", Catalogue.RowIncomplete)], Judged.Of(form, ("q", """{"food":{"value":5}}""")).Select(finding => (finding.Place, finding.Code)));
    }

    [Fact]
    public void BelowProfile_OfATablesColumn_TakesThatColumnsIndicator()
    {
        var form = A.Form(A.QuestionJson("q", "table",
            """
            "rows":[{"id":"a","label":"A"},{"id":"b","label":"B"}],
            "columns":[{"id":"value","label":"Value","type":"money","indicator":"spent"},{"id":"number","label":"Number","type":"count","indicator":"people"}],
            "checks":[{"code":"c","rule":"belowProfile","column":"number","percent":10},{"code":"d","rule":"changeSinceLast","column":"value","percent":50}]
            """));
        var award = An.Award().WithProfile("people", 100).WithProfile("spent", 1_000_000);
        Assert.Equal(
            [(Catalogue.BelowProfile, "“The q: Number” in total is 89; the profile is 100. Say what happened and what would help."), (Catalogue.ChangeSinceLast, "“The q: Value” in total was 10 last time and is 16 now. Say in a sentence why it changed.")],
            Judged.Of(form, award, Judged.Last("spent", 10), ("q", """{"a":{"value":16,"number":80},"b":{"number":9}}""")).Select(finding => (finding.Code, finding.Message)));
    }

    [Fact]
    public void BelowProfile_OfOneColumnWithItsOwnIndicator_TakesIt()
    {
        var form = A.Form(A.QuestionJson("q", "table",
            """
            "rows":[{"id":"a","label":"A"}],"columns":[{"id":"number","label":"Number","type":"count","indicator":"people"}],
            "checks":[{"code":"c","rule":"belowProfile","percent":0},{"code":"d","rule":"belowProfile","column":"number","percent":0}]
            """));
        Assert.Equal(["c", "d"], Judged.Of(form, An.Award().WithProfile("people", 10), null, ("q", """{"a":{"number":9}}""")).Select(finding => finding.Check));
    }
}
