using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class TableQuestionTests
{
    private static readonly TableQuestion ByKind = Table(["food", "energy", "Other"], ["value:money", "number:count"], "\"wholeRows\":true");

    private static readonly TableQuestion ByAge = Table(["young", "old"], ["girls:count", "boys:count"], "\"rowTotals\":true");

    private static readonly TableQuestion ByBorough = Table(["camden", "barnet"], ["people:count"]);

    [Fact]
    public void Parse_OfRows_WritesThemInCanonicalOrder() =>
        Assert.Equal(
            """{"Other":{"value":0.01},"energy":{"number":3,"value":1250.5},"food":{"number":0}}""",
            ByKind.Json(ByKind.Accept("""{"food":{"number":0,"value":null},"energy":{"value":"£1,250.50","number":"3"},"\u004fther":{"value":0.010}}""")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"food":{}}""")]
    [InlineData("""{"food":null,"energy":{"value":null,"number":""}}""")]
    public void Parse_WithoutAnyCell_IsNoAnswer(string json)
    {
        var parsed = ByKind.Parse(json);
        Assert.Null(parsed.Answer);
        Assert.Empty(parsed.Findings);
    }

    [Fact]
    public void Parse_OfZero_IsNotTheSameAsNotAnswered()
    {
        var answer = ByKind.Accept("""{"food":{"number":0}}""");
        Assert.Equal(0, ByKind.ColumnTotal(answer, 1));
        Assert.Null(ByKind.ColumnTotal(answer, 0));
        Assert.Equal(["", "0", "", "", "", "", "", "0"], Export(ByKind, answer));
    }

    [Fact]
    public void Parse_OfWrongCells_PlacesEachInItsRowAndColumn()
    {
        var parsed = ByKind.Parse("""{"food":{"value":1.005,"number":2.5},"energy":{"value":-1,"number":true},"Other":{"number":[{}]}}""");
        Assert.Equal(
            [
                ("q/food/value", Catalogue.TooManyDecimals), ("q/food/number", Catalogue.NotWhole), ("q/energy/value", Catalogue.Negative),
                ("q/energy/number", Catalogue.WrongType), ("q/Other/number", Catalogue.WrongType),
            ],
            parsed.Findings.Select(finding => (finding.Place, finding.Code)));
        Assert.Equal("Enter “Column number” as a whole number, like 42.", parsed.Findings[1].Message);
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
    }

    [Theory]
    [InlineData("""{"food":{"value":1},"drink":{"value":[1]}}""", "unknown-row", "“The q” has no such row; its rows are food, energy, Other.")]
    [InlineData("""{"\ud800":1}""", "unknown-row", "“The q” has no such row; its rows are food, energy, Other.")]
    [InlineData("""{"food":{"total":{"a":1}}}""", "unknown-column", "“The q” has no such column; its columns are value, number.")]
    [InlineData("""{"food":5}""", "wrong-type", "Send “The q” as an object of rows, each an object of columns, like {\"food\":{\"value\":42}}.")]
    [InlineData("[[1,2]]", "wrong-type", "Send “The q” as an object of rows, each an object of columns, like {\"food\":{\"value\":42}}.")]
    [InlineData("\"5\"", "wrong-type", "Send “The q” as an object of rows, each an object of columns, like {\"food\":{\"value\":42}}.")]
    public void Parse_OfWhatIsNoTable_IsRefused(string json, string code, string message)
    {
        var parsed = ByKind.Parse(json);
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
        var finding = Assert.Single(parsed.Findings);
        Assert.Equal((code, FindingKind.Refused, "q", message), (finding.Code.Name, finding.Kind, finding.Place, finding.Message));
    }

    [Fact]
    public void ColumnTotal_OfPounds_IsRightToThePenny()
    {
        var answer = ByKind.Accept("""{"food":{"value":0.1},"energy":{"value":0.2},"Other":{"value":999999999999.99}}""");
        Assert.Equal(1_000_000_000_000.29m, ByKind.ColumnTotal(answer, 0));
    }

    [Fact]
    public void Columns_OfATable_AreItsCellsAndTotals()
    {
        Assert.Equal(
            [
                ("q/food/value", "The q: Row food: Column value", CellKind.Money), ("q/food/number", "The q: Row food: Column number", CellKind.Count),
                ("q/energy/value", "The q: Row energy: Column value", CellKind.Money), ("q/energy/number", "The q: Row energy: Column number", CellKind.Count),
                ("q/Other/value", "The q: Row Other: Column value", CellKind.Money), ("q/Other/number", "The q: Row Other: Column number", CellKind.Count),
                ("q//value", "The q: total: Column value", CellKind.Money), ("q//number", "The q: total: Column number", CellKind.Count),
            ],
            ByKind.Columns.Select(column => (column.Id, column.Heading, column.Kind)));
        Assert.Equal(["q/young/girls", "q/young/boys", "q/young", "q/old/girls", "q/old/boys", "q/old", "q//girls", "q//boys", "q//"], ByAge.Columns.Select(column => column.Id));
        Assert.Equal(["The q: Row camden", "The q: Row barnet", "The q: total"], ByBorough.Columns.Select(column => column.Heading));
    }

    [Fact]
    public void Export_WithTotalsOfRows_AddsUpBothWays() =>
        Assert.Equal(["3", "4", "7", "", "5", "5", "3", "9", "12"], Export(ByAge, ByAge.Accept("""{"young":{"girls":3,"boys":4},"old":{"boys":5}}""")));

    [Fact]
    public void CheckOwn_OfAHalfFilledRow_AsksForTheOtherHalf()
    {
        var findings = new Findings();
        ByKind.CheckOwn(ByKind.Accept("""{"food":{"value":5},"energy":{"value":0,"number":0},"Other":{"number":2}}"""), findings);
        Assert.Equal(
            [
                new Finding(Catalogue.RowIncomplete, FindingKind.PutRight, "q/food/number", "“Row food” in “The q” has an answer for “Column value” and none for “Column number”. Enter both, or clear both."),
                new Finding(Catalogue.RowIncomplete, FindingKind.PutRight, "q/Other/value", "“Row Other” in “The q” has an answer for “Column number” and none for “Column value”. Enter both, or clear both."),
            ],
            findings.All);
    }

    [Fact]
    public void CheckOwn_WithoutWholeRows_LeavesARowHalfFilled()
    {
        var findings = new Findings();
        ByAge.CheckOwn(ByAge.Accept("""{"young":{"girls":3}}"""), findings);
        Assert.Empty(findings.All);
    }

    [Theory]
    [InlineData("q", false, null, "")]
    [InlineData("q/value", true, 1251.5, "“The q: Column value” in total")]
    [InlineData("q/food/value", true, 1.0, "“The q: Row food: Column value”")]
    [InlineData("q/Other/value", true, null, "“The q: Row Other: Column value”")]
    [InlineData("q/food", false, null, "")]
    [InlineData("q/drink/value", false, null, "")]
    [InlineData("q/food/total", false, null, "")]
    public void Figure_ByItsName_IsTheCellOrTotal(string name, bool has, double? figure, string called)
    {
        Assert.True(FigureReference.TryParse(name, out var reference));
        Assert.Equal(has, ByKind.Has(reference));
        if (!has)
            return;
        Assert.Equal((decimal?)figure, ByKind.Figure(ByKind.Accept("""{"food":{"value":1},"energy":{"value":1250.5}}"""), reference));
        Assert.Equal(called, ByKind.NameOf(reference));
    }

    [Fact]
    public void Figure_OfOneColumn_NeedsNoColumnName()
    {
        var answer = ByBorough.Accept("""{"camden":{"people":3},"barnet":{"people":4}}""");
        Assert.True(ByBorough.IsFigure);
        Assert.Equal((7m, 7m), (ByBorough.Figure(answer), ByBorough.Figure(answer, ByBorough.Id)));
        Assert.Equal("“The q” in total", ByBorough.NameOf(ByBorough.Id));
        Assert.False(ByKind.IsFigure);
        Assert.Null(ByKind.Figure(ByKind.Accept("""{"food":{"value":1}}""")));
    }

    [Fact]
    public void Measures_OfATable_NameWhatEachCellAddsTo()
    {
        var table = (TableQuestion)A.Question("table",
            """
            "rows":[{"id":"camden","label":"Camden","funder":"GB-LAE-CMD","indicators":{"value":"camden-spent"}},{"id":"barnet","label":"Barnet"}],
            "columns":[{"id":"value","label":"Value","type":"money","indicator":"spent"},{"id":"number","label":"Number","type":"count"}]
            """);
        Assert.Equal(
            [
                ("q/camden/value", "spent camden-spent", "GB-LAE-CMD", MeasureKind.Cell), ("q/camden/number", "", "GB-LAE-CMD", MeasureKind.Cell), ("q/barnet/value", "spent", null, MeasureKind.Cell),
                ("q/barnet/number", "", null, MeasureKind.Cell), ("q//value", "", null, MeasureKind.ColumnTotal), ("q//number", "", null, MeasureKind.ColumnTotal),
            ],
            table.Measures.Select(measure => (measure.Id.ToString(), string.Join(' ', measure.Indicators), measure.Funder?.Value, measure.Kind)));
        var figures = new decimal?[table.Measures.Count];
        table.Count(table.Accept("""{"camden":{"value":1.5},"barnet":{"value":0}}"""), figures);
        Assert.Equal([1.5m, null, 0, null, 1.5m, null], figures);
    }

    [Theory]
    [InlineData("\"indicator\":\"people\"", "")]
    [InlineData("", ",\"indicator\":\"people\"")]
    [InlineData("\"indicator\":\"people\"", ",\"indicator\":\"people\"")]
    public void Indicator_OfOneColumn_IsTheTablesWhereverItIsWritten(string ofTable, string ofColumn)
    {
        var table = (TableQuestion)A.Question("table",
            $$"""{{ofTable}}{{(ofTable.Length == 0 ? "" : ",")}}"rows":[{"id":"a","label":"A"}],"columns":[{"id":"people","label":"People","type":"count"{{ofColumn}}}]""");
        Assert.Equal("people", table.Indicator?.Value);
        Assert.Equal(["people"], table.Measures[0].Indicators.Select(indicator => indicator.Value));
    }

    [Fact]
    public void Table_OfThirtyThreeRowsByTwelve_ComesBackAndAddsUp()
    {
        var table = Table([.. Enumerable.Range(1, 33).Select(row => $"borough-{row}")], [.. Enumerable.Range(1, 12).Select(column => $"m{column}:money")], "\"rowTotals\":true");
        Prop.ForAll(GeneratedAnswers.To(table).ToArbitrary(), answer =>
        {
            var cells = ((TableAnswer)answer).Cells;
            var exported = new Cell[table.Columns.Count];
            table.Export(answer, exported);
            return exported.Length == (34 * 13)
                && GeneratedAnswers.Same(answer, table.Accept(table.Json(answer)))
                && Enumerable.Range(0, 12).All(column => table.ColumnTotal(answer, column) == SumOf(cells.Where((_, cell) => cell % 12 == column)))
                && Enumerable.Range(0, 33).All(row => table.RowTotal(answer, row) == SumOf(cells.Skip(row * 12).Take(12)))
                && exported[^1].Number == SumOf(cells);
        }).QuickCheckThrowOnFailure();
    }

    private static decimal? SumOf(IEnumerable<decimal?> cells)
    {
        var answered = cells.Where(cell => cell is not null).ToList();
        return answered.Count == 0 ? null : answered.Sum();
    }

    private static TableQuestion Table(string[] rows, string[] columns, string more = "") => (TableQuestion)A.Question("table", TableJson.Properties(rows, columns, more));

    private static string[] Export(Question question, Answer answer)
    {
        var cells = new Cell[question.Columns.Count];
        question.Export(answer, cells);
        return [.. cells.Select(cell => cell.Kind == CellKind.Empty ? "" : cell.Number.ToString(CultureInfo.InvariantCulture))];
    }
}
