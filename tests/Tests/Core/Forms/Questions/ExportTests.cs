using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class ExportTests
{
    private const string Choices = """ "choices":[{"id":"n","label":"North"},{"id":"s","label":"South"}] """;

    [Theory]
    [InlineData("shortText", "", "\"=1+1\"", CellKind.Text, "=1+1")]
    [InlineData("longText", "", "\"One\\ntwo\"", CellKind.Text, "One\ntwo")]
    [InlineData("count", "", "1234", CellKind.Count, "1,234")]
    [InlineData("number", "", "2.5", CellKind.Number, "2.5")]
    [InlineData("money", "", "1250.5", CellKind.Money, "£1,250.50")]
    [InlineData("percentage", "", "12.5", CellKind.Percentage, "12.5%")]
    [InlineData("date", "", "\"2026-06-30\"", CellKind.Date, "30 June 2026")]
    [InlineData("yesNo", "", "true", CellKind.Text, "Yes")]
    [InlineData("yesNo", "", "false", CellKind.Text, "No")]
    [InlineData("declaration", "", "true", CellKind.Text, "Declared")]
    [InlineData("oneChoice", Choices, "\"s\"", CellKind.Text, "South")]
    [InlineData("manyChoices", Choices, "[\"s\",\"n\"]", CellKind.Text, "North; South")]
    public void Export_OfAnAnswer_FillsItsColumn(string type, string more, string json, CellKind kind, string shown)
    {
        var question = A.Question(type, more);
        var cell = Assert.Single(Export(question, json));
        Assert.Equal(kind, cell.Kind);
        Assert.Equal(shown, ReadableCell.Of(cell));
        var column = Assert.Single(question.Columns);
        Assert.Equal(("q", "The q", kind), (column.Id, column.Heading, column.Kind));
    }

    [Fact]
    public void Columns_OfAGroup_AreItsRowsItsTotalsAndItsWords() =>
        Assert.Equal(
            [
                ("q-rows", "The q: how many", CellKind.Count), ("q-people", "The q: People, total", CellKind.Count),
                ("q-hours", "The q: Hours, total", CellKind.Number), ("q-amount", "The q: Amount, total", CellKind.Money), ("q", "The q", CellKind.Text),
            ],
            Group.Columns.Select(column => (column.Id, column.Heading, column.Kind)));

    [Fact]
    public void Export_OfAGroup_AddsUpEachFigureButPercentages()
    {
        var cells = Export(Group,
            """[{"who":"Trust","people":3,"amount":"£1,000.25"},{"people":4,"share":50,"hours":1.5,"amount":0.75,"day":"2026-06-30"},{"who":"Last"}]""");
        Assert.Equal(
            ["3", "7", "1.5", "£1,001.00", "Trust, 3, £1,000.25; 4, 50%, 1.5, £0.75, 30 June 2026; Last"],
            cells.Select(ReadableCell.Of));
        Assert.Equal([CellKind.Count, CellKind.Count, CellKind.Number, CellKind.Money, CellKind.Text], cells.Select(cell => cell.Kind));
    }

    [Fact]
    public void Figure_IsOfFiguresOnly()
    {
        foreach (var (type, more, json, figure) in new[]
        {
            ("count", "", "3", 3m), ("number", "", "2.5", 2.5m), ("money", "", "0.01", 0.01m), ("percentage", "", "12.5", 12.5m),
            ("yesNo", "", "true", default(decimal?)), ("date", "", "\"2026-06-30\"", null), ("oneChoice", Choices, "\"n\"", null), ("shortText", "", "\"3\"", null),
        })
        {
            var question = A.Question(type, more);
            Assert.Equal(figure, question.Figure(question.Accept(json)));
        }
    }

    private static readonly Question Group = A.Question("repeatingGroup",
        """
        "questions":[
          {"id":"who","type":"shortText","label":"Who"},{"id":"people","type":"count","label":"People"},
          {"id":"share","type":"percentage","label":"Share"},{"id":"hours","type":"number","label":"Hours"},
          {"id":"amount","type":"money","label":"Amount"},{"id":"day","type":"date","label":"Day"}]
        """);

    private static Cell[] Export(Question question, string json)
    {
        var cells = new Cell[question.Columns.Count];
        question.Export(question.Accept(json), cells);
        return cells;
    }
}
