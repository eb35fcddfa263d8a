using System.Text;
using System.Text.Json;
using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>A repeating group as a figure.</summary>
public sealed class GroupFigureTests
{
    private const string From = """{ "id": "from", "type": "shortText", "label": "From whom" }""";
    private const string Amount = """{ "id": "amount", "type": "money", "label": "Amount" }""";
    private const string Years = """{ "id": "years", "type": "count", "label": "Years" }""";

    [Fact]
    public void Figure_OfAGroupWithOneFigure_IsTheTotalOfItsRows() =>
        Assert.Equal(1750.50m, FigureOf([From, Amount], """[{ "from": "A trust", "amount": 1250.5 }, { "from": "A shop" }, { "amount": 500 }]"""));

    [Fact]
    public void Figure_OfAGroupWithTwoFigures_IsNone() =>
        Assert.Null(FigureOf([From, Amount, Years], """[{ "amount": 1250.5, "years": 2 }]"""));

    [Fact]
    public void Read_WithAnIndicatorOnAGroupWithoutOneFigure_IsRefused() =>
        Assert.Throws<FormDefinitionException>(() => FormWith([From], """, "indicator": "other-funding" """));

    [Fact]
    public void Read_WithAnIndicatorOnAGroupWithOneFigure_IsTaken() =>
        Assert.Equal("other-funding", FormWith([From, Amount], """, "indicator": "other-funding" """).Questions[0].Indicator?.Value);

    private static decimal? FigureOf(string[] questions, string answer)
    {
        var group = FormWith(questions, "").Questions[0];
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer));
        json.Read();
        return group.Figure(group.Parse(ref json, new Findings())!);
    }

    private static FormVersion FormWith(string[] questions, string more) => FormVersion.Read(Encoding.UTF8.GetBytes(
        $$"""
        { "form": "a-form", "version": 1, "title": "A form", "sections": [{ "id": "money", "title": "Money", "questions": [
          { "id": "group", "type": "repeatingGroup", "label": "Other funding", "questions": [{{string.Join(", ", questions)}}]{{more}} }] }] }
        """));
}
