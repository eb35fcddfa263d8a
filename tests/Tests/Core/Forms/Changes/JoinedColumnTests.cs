using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

public sealed class JoinedColumnTests
{
    [Fact]
    public void Columns_OfOneVersion_AreItsOwn()
    {
        var columns = Lineage.ColumnsOf([HouseholdSupport.Versions[3]]);
        Assert.Equal(HouseholdSupport.Versions[3].Questions.SelectMany(question => question.Columns), columns.Select(column => column.Column));
        Assert.Equal(Enumerable.Range(0, columns.Count).Select(place => (int?)place), columns.Select(column => column.Places[0]));
    }

    [Fact]
    public void Columns_OfASplitRow_StandSideBySide()
    {
        var columns = ColumnsOf([.. HouseholdSupport.Versions]);
        Assert.Contains("b/energy/value = b/energy/value | b/energy/value | b/energy/value | b/energy/value", columns);
        Assert.Contains("b//value = b//value | b//value | b//value | b//value", columns);
        Assert.Equal(
            ["b/food/value = b/food/value | b/food/value |  | ", "b/food/number = b/food/number | b/food/number |  | ", "b/school-meals/value =  |  | b/school-meals/value | b/school-meals/value"],
            columns.SkipWhile(column => !column.StartsWith("b/food/value", StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public void Columns_OfARenamedQuestion_AreJoinedUnderItsNewName() => Assert.Equal(
        ["b = a | b"],
        ColumnsOf(Brief.Version(1, A.QuestionJson("a", "shortText")), Brief.Version(2, A.QuestionJson("b", "shortText", Brief.Replaces("a")))));

    [Fact]
    public void Columns_OfTwoQuestionsMadeOne_StandSideBySide() => Assert.Equal(
        ["a = a | ", "b = b | ", "c =  | c"],
        ColumnsOf(
            Brief.Version(1, A.QuestionJson("a", "longText"), A.QuestionJson("b", "longText")),
            Brief.Version(2, A.QuestionJson("c", "longText", Brief.Replaces("a", "b")))));

    [Fact]
    public void Columns_AskedAgainAfterAGap_AreOneColumn() => Assert.Equal(
        ["kept = kept | kept | kept", "a = a |  | a"],
        ColumnsOf(
            Brief.Version(1, A.QuestionJson("a", "date"), A.QuestionJson("kept", "count")), Brief.Version(2, A.QuestionJson("kept", "count")),
            Brief.Version(3, A.QuestionJson("kept", "count"), A.QuestionJson("a", "date"))));

    [Fact]
    public void Columns_OfAnotherType_HaveIdsOfTheirOwn() => Assert.Equal(
        ["a-v1 = a |  | ", "a-v2 =  | a | ", "a =  |  | a"],
        ColumnsOf(Brief.Version(1, A.QuestionJson("a", "count")), Brief.Version(2, A.QuestionJson("a", "money")), Brief.Version(3, A.QuestionJson("a", "date"))));

    [Fact]
    public void Columns_OfAQuestionNamedAsAGroupsPart_AreNotThePart() => Assert.Equal(
        ["g-rows-v1 = g-rows | ", "g-rows =  | g-rows", "g-n =  | g-n", "g =  | g"],
        ColumnsOf(
            Brief.Version(1, A.QuestionJson("g-rows", "count")),
            Brief.Version(2, A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("n", "count")}]"))));

    [Fact]
    public void Columns_OfARetiredQuestion_StandAfterTheOneBeforeIt() => Assert.Equal(
        ["gone = gone | ", "a = a | a", "left = left | ", "new =  | new", "b = b | b"],
        ColumnsOf(
            Brief.Version(1, A.QuestionJson("gone", "count"), A.QuestionJson("a", "count"), A.QuestionJson("left", "count"), A.QuestionJson("b", "count")),
            Brief.Version(2, A.QuestionJson("a", "count"), A.QuestionJson("new", "count"), A.QuestionJson("b", "count"))));

    [Fact]
    public void Columns_OfARowsTotals_AreJoinedByItsRow() => Assert.Equal(
        ["t/b/x = t/a/x | t/b/x", "t/b/y = t/a/y | t/b/y", "t/b = t/a | t/b", "t//x = t//x | t//x", "t//y = t//y | t//y", "t// = t// | t//"],
        ColumnsOf(
            Brief.Version(1, Brief.Table("t", "a", "x:count,y:count", ",\"rowTotals\":true")),
            Brief.Version(2, Brief.Table("t", "b<a", "x:count,y:count", ",\"rowTotals\":true"))));

    [Fact]
    public void Columns_OfAgreedOutcomes_AreJoinedOutcomeByOutcome()
    {
        var columns = ColumnsOf(
            Brief.VersionOf(1, A.OutcomeSection("o", A.QuestionJson("told", "longText"), A.QuestionJson("n", "count"))),
            Brief.VersionOf(2, A.OutcomeSection("o", A.QuestionJson("said", "longText", Brief.Replaces("told")), A.QuestionJson("n", "count"))));
        Assert.Equal(["said-1 = told-1 | said-1", "n-1 = n-1 | n-1", "said-2 = told-2 | said-2", "n-2 = n-2 | n-2"], columns.Take(4));
        Assert.Equal(8, columns.Count);
    }

    [Fact]
    public void Columns_OfNoVersion_AreNone() => Assert.Empty(Lineage.ColumnsOf([]));

    private static List<string> ColumnsOf(params FormVersion[] versions)
    {
        var ids = versions.Select(version => version.Questions.SelectMany(question => question.Columns).Select(column => column.Id).ToArray()).ToArray();
        return [.. Lineage.ColumnsOf(versions).Select(joined => $"{joined.Column.Id} = {string.Join(" | ", joined.Places.Select((place, version) => place is { } known ? ids[version][known] : ""))}")];
    }
}
