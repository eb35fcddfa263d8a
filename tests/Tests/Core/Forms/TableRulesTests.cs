using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>What a table in a form definition is refused for.</summary>
public sealed class TableRulesTests
{
    private const string Rows = """ "rows":[{"id":"a","label":"A"},{"id":"b","label":"B"}] """;
    private const string People = """{"id":"people","label":"People","type":"count"}""";
    private const string Spent = """{"id":"spent","label":"Spent","type":"money"}""";

    public static TheoryData<string, string> Refused => new()
    {
        { $"\"columns\":[{People}]", "a table needs a row and a column" },
        { Rows, "a table needs a row and a column" },
        { """ "rows":[{"id":"a","label":"A"},{"id":"a","label":"B"}],"columns":[""" + People + "]", "two rows have the same id" },
        { $"{Rows},\"columns\":[{People},{People}]", "two columns have the same id" },
        { $"{Rows},\"columns\":[{People.Replace("count", "number", StringComparison.Ordinal)}]", "column people is of type “number”; a table has columns of count or money" },
        { $"{Rows},\"columns\":[{People},{Spent}],\"rowTotals\":true", "a row has a total only where all columns count the same thing" },
        { $"{Rows},\"columns\":[{People}],\"wholeRows\":true", "a row is whole or empty only where there are several columns" },
        { """ "rows":[{"id":"a","label":"A","indicators":{"gone":"people"}}],"columns":[""" + People + "]", "row a names an indicator for the unknown column gone" },
        { $"{Rows},\"columns\":[{People},{Spent}],\"indicator\":\"people\"", "only a figure, a table with one column" },
        { $$"""{{Rows}},"indicator":"people","columns":[{"id":"c","label":"C","type":"count","indicator":"hours"}] """, "the table and its one column name two indicators" },
        { $"{Rows},\"sensitive\":true,\"columns\":[{People},{Spent}]", "a sensitive table counts people" },
        { $"{Rows},\"sensitive\":true,\"rowTotals\":true,\"columns\":[{People}]", "a sensitive table has no totals of rows" },
        { """ "sensitive":true,"rows":[{"id":"a","label":"A","indicators":{"people":"girls"}}],"columns":[""" + People + "]", "single cells of a sensitive table add to no indicator" },
        { """ "sensitive":true,"rows":[{"id":"a","label":"A","funder":"GB-LAE-CMD"}],"columns":[""" + People + "]", "a row of a sensitive table belongs to no funder" },
        { $"{Rows},\"columns\":[{People},{Spent}],\"checks\":[{{\"code\":\"c\",\"rule\":\"min\",\"value\":1}}]", "on a table with several columns it names the “column”" },
        { $"{Rows},\"columns\":[{People}],\"checks\":[{{\"code\":\"c\",\"rule\":\"min\",\"value\":1,\"column\":\"gone\"}}]", "checks a figure that the question doesn't have" },
        { $"{Rows},\"columns\":[{People},{Spent}],\"checks\":[{{\"code\":\"c\",\"rule\":\"equalsTotalOf\",\"column\":\"people\",\"of\":[\"q\"]}}]", "reads the unknown figure q" },
        { $"{Rows},\"columns\":[{People},{Spent}],\"checks\":[{{\"code\":\"c\",\"rule\":\"equalsTotalOf\",\"column\":\"people\",\"of\":[\"q/gone/people\"]}}]", "reads the unknown figure q/gone/people" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Read_WithAFaultInATable_IsRefusedWithItsPlace(string properties, string reason)
    {
        var refused = Assert.Throws<FormDefinitionException>(() => A.Question("table", properties));
        Assert.Equal("q", refused.Place);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAThousandCells_IsTakenAndOfMoreRefused()
    {
        string[] rows = [.. Enumerable.Range(1, 100).Select(row => $"r{row}")];
        string[] Columns(int count) => [.. Enumerable.Range(1, count).Select(column => $"c{column}:count")];
        Assert.Equal(1010, A.Question("table", TableJson.Properties(rows, Columns(10))).Columns.Count);
        var refused = Assert.Throws<FormDefinitionException>(() => A.Question("table", TableJson.Properties(rows, Columns(11))));
        Assert.Contains("1000 cells or fewer", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "names none")]
    [InlineData("""{"endingIn":[0]}""", "a month that is not 1 to 12")]
    [InlineData("""{"endingIn":[3,13]}""", "a month that is not 1 to 12")]
    [InlineData("""{"lastOfAward":false}""", "names none")]
    public void Read_WithAskInThatNamesNoPeriod_IsRefused(string askIn, string reason)
    {
        var refused = Assert.Throws<FormDefinitionException>(() => A.Question("count", $"\"askIn\":{askIn}"));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"askIn\":{\"lastOfAward\":true}")]
    [InlineData("\"visibleTo\":[\"GB-LAE-CMD\"]")]
    public void Read_WithAPeriodOrReaderInsideAGroup_IsRefused(string more) =>
        Assert.Throws<FormDefinitionException>(() => A.Question("repeatingGroup", $"\"questions\":[{A.QuestionJson("a", "count", more)}]"));

    [Fact]
    public void Read_WithATableInAGroup_IsRefused() =>
        Assert.Throws<FormDefinitionException>(() => A.Question("repeatingGroup", $"\"questions\":[{TableJson.Of("t", ["a"], ["n:count"])}]"));

    [Fact]
    public void Read_OfTableInAgreedOutcomes_NumbersItsFigures()
    {
        var form = FormVersion.Read(Encoding.UTF8.GetBytes(A.Document(A.OutcomeSection("o",
            TableJson.Of("t", ["a"], ["n:count"], "\"countsAgreedOutcome\":true"),
            A.QuestionJson("all", "count", """ "checks":[{"code":"c","rule":"equalsTotalOf","of":["t/n","t/a/n"]}] """)))));
        Assert.Equal(["t-2/n", "t-2/a/n"], form.Question(new("all-2")).Checks[0].Reads.Select(figure => figure.ToString()));
    }
}
