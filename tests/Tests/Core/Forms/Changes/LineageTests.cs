using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

public sealed class LineageTests
{
    [Fact]
    public void Lines_OfHouseholdSupport_CarryFoodAsTheSumOfItsParts()
    {
        var lines = LinesOf([.. HouseholdSupport.Versions]);
        Assert.Contains("The b: The food: The value = b/food/value | b/food/value | b/school-meals/value+b/other-food/value | b/school-meals/value+b/other-food/value", lines);
        Assert.Contains("The b: The school-meals: The value =  |  | b/school-meals/value | b/school-meals/value", lines);
        Assert.Contains("The b: The other-food: The number =  |  | b/other-food/number | b/other-food/number", lines);
        Assert.Contains("The b: The energy: The value = b/energy/value | b/energy/value | b/energy/value | b/energy/value", lines);
        Assert.Contains("The b: total: The value = b//value | b//value | b//value | b//value", lines);
        Assert.Contains("The awards = awards | awards | awards | awards", lines);
        Assert.Contains("The first-time =  |  |  | first-time", lines);
    }

    [Fact]
    public void Lines_OfASplitRow_CarryItIntoTheSumAlone()
    {
        var lines = LinesOf([.. HouseholdSupport.Versions]).Where(line => line.Contains("a/w", StringComparison.Ordinal) || line.Contains("a/o", StringComparison.Ordinal));
        Assert.Equal(
            [
                "The a: The with-children: The number = a/with-children/number | a/with-children/number | a/with-children/number | a/with-children/number",
                "The a: The without-children: The number = a/without-children/number | a/with-pensioners/number+a/other/number | a/with-pensioners/number+a/other/number | a/with-pensioners/number+a/other/number",
                "The a: The with-pensioners: The number =  | a/with-pensioners/number | a/with-pensioners/number | a/with-pensioners/number",
                "The a: The with-disabled: The number =  |  | a/with-disabled/number | a/with-disabled/number",
                "The a: The other: The number =  | a/other/number | a/other/number | a/other/number",
            ],
            lines.Where(line => line.Contains("number", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_OfMergedRows_GoBackAsTheirSum() => Assert.Equal(
        ["The t: The c = t/a/n+t/b/n | t/c/n", "The t: total = t//n | t//n", "The t: The a = t/a/n | ", "The t: The b = t/b/n | "],
        LinesOf(Brief.Version(1, Brief.Table("t", "a,b", "n:count")), Brief.Version(2, Brief.Table("t", "c<a b", "n:count"))));

    [Fact]
    public void Lines_OfARejoinedSplit_RunThroughIt() => Assert.Equal(
        ["The t: The d = t/a/n | t/b/n+t/c/n | t/d/n", "The t: total = t//n | t//n | t//n", "The t: The b =  | t/b/n | ", "The t: The c =  | t/c/n | "],
        LinesOf(
            Brief.Version(1, Brief.Table("t", "a", "n:count")), Brief.Version(2, Brief.Table("t", "b<a,c<a", "n:count")),
            Brief.Version(3, Brief.Table("t", "d<b c", "n:count"))));

    [Fact]
    public void Lines_WhereAPartGoesElsewhere_End() => Assert.Equal(
        ["The x =  | x", "The y =  | y", "The a = a | ", "The b = b | "],
        LinesOf(
            Brief.Version(1, Count("a"), Count("b")),
            Brief.Version(2, Count("x", Brief.Replaces("a", "b")), Count("y", Brief.Replaces("b")))));

    [Fact]
    public void Lines_WhereAPartIsDropped_End() => Assert.Equal(
        ["The b =  | b | b", "The a = a | b+c | ", "The c =  | c | "],
        LinesOf(
            Brief.Version(1, Count("a")), Brief.Version(2, Count("b", Brief.Replaces("a")), Count("c", Brief.Replaces("a"))), Brief.Version(3, Count("b"))));

    [Fact]
    public void Lines_OfAnIdAskedAgain_GoOnAfterTheGap() => Assert.Equal(
        ["The kept = kept | kept | kept", "The a = a |  | a"],
        LinesOf(Brief.Version(1, Count("a"), Count("kept")), Brief.Version(2, Count("kept")), Brief.Version(3, Count("kept"), Count("a"))));

    [Fact]
    public void Lines_OfAPartWhileItWasMerged_HaveAGap() => Assert.Equal(
        ["The c = a+b | c | a+b", "The a = a |  | a", "The b = b |  | b"],
        LinesOf(
            Brief.Version(1, Count("a"), Count("b")), Brief.Version(2, Count("c", Brief.Replaces("a", "b"))),
            Brief.Version(3, Count("a", Brief.Replaces("c")), Count("b", Brief.Replaces("c")))));

    [Fact]
    public void Lines_AcrossUnits_AreNotJoined() => Assert.Equal(
        ["The b =  | b", "The a = a | "],
        LinesOf(Brief.Version(1, Count("a")), Brief.Version(2, A.QuestionJson("b", "money", Brief.Replaces("a")))));

    [Fact]
    public void Lines_OfAReplacedTableAndColumn_KeepTheirRows() => Assert.Equal(
        ["The u: The r = t/r/n | u/r/m", "The u: total = t//n | u//m"],
        LinesOf(
            Brief.Version(1, Brief.Table("t", "r", "n:count")),
            Brief.Version(2, Brief.Table("u", "r", "m:count<n", "," + Brief.Replaces("t")))));

    [Fact]
    public void Lines_OfOneChoice_AddUpASplit() => Assert.Equal(
        ["The q: The n = q/n | q/n", "The q: The s = q/s | q/s1+q/s2", "The q: The s1 =  | q/s1", "The q: The s2 =  | q/s2"],
        LinesOf(Brief.Version(1, Brief.Choices("q", "oneChoice", "n,s")), Brief.Version(2, Brief.Choices("q", "oneChoice", "n,s1<s,s2<s"))));

    [Fact]
    public void Lines_OfManyChoices_AreNeverAddedUp() => Assert.Equal(
        ["The q: The n = q/n | q/n", "The q: The s1 =  | q/s1", "The q: The s2 =  | q/s2", "The q: The s = q/s | "],
        LinesOf(Brief.Version(1, Brief.Choices("q", "manyChoices", "n,s")), Brief.Version(2, Brief.Choices("q", "manyChoices", "n,s1<s,s2<s"))));

    [Fact]
    public void Lines_OfPercentages_AreNeverAddedUp() => Assert.Equal(
        ["The c =  | c", "The a = a | ", "The b = b | "],
        LinesOf(
            Brief.Version(1, A.QuestionJson("a", "percentage"), A.QuestionJson("b", "percentage")),
            Brief.Version(2, A.QuestionJson("c", "percentage", Brief.Replaces("a", "b")))));

    [Fact]
    public void Lines_OfAgreedOutcomes_AreNone()
    {
        var version = Brief.VersionOf(1, A.Section("s", Count("people")), A.OutcomeSection("o", Count("counted", "\"countsAgreedOutcome\":true")));
        Assert.Equal(["The people = people"], LinesOf(version));
    }

    [Fact]
    public void Lines_OfAGroup_FollowItsFigures() => Assert.Equal(
        ["The g: The sum = g//amount | g//sum"],
        LinesOf(
            Brief.Version(1, A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("amount", "money")}]")),
            Brief.Version(2, A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("sum", "money", Brief.Replaces("amount"))}]"))));

    [Fact]
    public void Lines_KnowTheirUnitAndWhetherTheyCountReturns()
    {
        var lines = Lineage.LinesOf([Brief.Version(1, Brief.Choices("q", "oneChoice", "n,s"), A.QuestionJson("m", "money"))]);
        Assert.Equal([(CellKind.Count, true), (CellKind.Count, true), (CellKind.Money, false)], lines.Select(line => (line.Unit, line.Returns)));
    }

    [Fact]
    public void Lines_OfManyLargeTables_AreFoundAtOnce()
    {
        var rows = string.Join(',', Enumerable.Range(1, 33).Select(row => $"r{row}"));
        var columns = string.Join(',', Enumerable.Range(1, 12).Select(column => $"c{column}:count"));
        var versions = Enumerable.Range(1, 20).Select(number => Brief.Version(number, [.. Enumerable.Range(1, 5).Select(table => Brief.Table($"t{table}", rows, columns))])).ToArray();
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(5 * ((33 * 12) + 12), Lineage.LinesOf(versions).Count);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private static string Count(string id, string more = "") => A.QuestionJson(id, "count", more);

    /// <summary>Each line as its label and, per version, the measures it adds up.</summary>
    private static List<string> LinesOf(params FormVersion[] versions) =>
        [.. Lineage.LinesOf(versions).Select(line => $"{line.Label} = {string.Join(" | ", line.Parts.Select((part, version) => string.Join('+', part.Select(place => versions[version].Measures[place].Id))))}")];
}
