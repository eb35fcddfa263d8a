using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

/// <summary>What holds for every type of question, whatever it is sent.</summary>
public sealed class AnyQuestionTests
{
    public static TheoryData<string> Types => [.. QuestionTypes.Names];

    [Theory, MemberData(nameof(Types))]
    public void Parse_OfAnyJsonValue_AnswersOrRefusesAndStopsAtItsEnd(string type)
    {
        var question = Of(type);
        Prop.ForAll(GeneratedJson.Value.ToArbitrary(), json =>
        {
            var parsed = question.Parse(json);
            return parsed.EndsOnValue
                && parsed.Findings.All(finding => finding.Kind == MonitoringReturns.Core.Problems.FindingKind.Refused)
                && (!parsed.IsRefused || parsed.Answer is null);
        }).QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Types))]
    public void Write_OfWhatWasParsed_IsAFixedPoint(string type)
    {
        var question = Of(type);
        Prop.ForAll(GeneratedJson.Value.ToArbitrary(), json =>
        {
            if (question.Parse(json).Answer is not { } answer)
                return true;
            var written = question.Json(answer);
            return string.Equals(written, question.Json(question.Accept(written)), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Types))]
    public void Parse_OfAWrittenAnswer_IsTheAnswer(string type)
    {
        var question = Of(type);
        Prop.ForAll(GeneratedAnswers.To(question).ToArbitrary(), answer => GeneratedAnswers.Same(answer, question.Accept(question.Json(answer))))
            .QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Types))]
    public void Export_OfAnAnswer_WritesTheFirstAndLastOfItsColumns(string type)
    {
        var question = Of(type);
        var (first, last) = (question.Columns[0].Kind, question.Columns[^1].Kind);
        Prop.ForAll(GeneratedAnswers.To(question).ToArbitrary(), answer =>
        {
            // Export takes exactly a cell a column: in a shorter row it would throw, and each cell gets something, save a table's that are not answered.
            var cells = new Cell[question.Columns.Count];
            question.Export(answer, cells);
            return question is TableQuestion
                ? cells.Zip(question.Columns).All(pair => pair.First.Kind == CellKind.Empty || pair.First.Kind == pair.Second.Kind) && cells.Any(cell => cell.Kind != CellKind.Empty)
                : cells[0].Kind == first && cells[^1].Kind == last && cells.All(cell => cell.Kind != CellKind.Empty);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Export_OfAGroup_TotalsAsPlainSumsDo()
    {
        var question = Of(RepeatingGroupQuestion.Name);
        Prop.ForAll(GeneratedAnswers.To(question).ToArbitrary(), answer =>
        {
            var rows = JsonNode.Parse(question.Json(answer))!.AsArray();
            decimal Sum(string name) => rows.Sum(row => row![name] is { } figure ? decimal.Parse(figure.ToJsonString(), CultureInfo.InvariantCulture) : 0);
            var cells = new Cell[question.Columns.Count];
            question.Export(answer, cells);
            return cells[0].Number == rows.Count && cells[1].Number == Sum("amount") && cells[2].Number == Sum("people");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Export_OfATable_TotalsAsPlainSumsDo()
    {
        var question = Of(TableQuestion.Name);
        Prop.ForAll(GeneratedAnswers.To(question).ToArbitrary(), answer =>
        {
            var rows = JsonNode.Parse(question.Json(answer))!.AsObject().Select(row => row.Value!.AsObject()).ToList();
            decimal Sum(string name) => rows.Sum(row => row[name] is { } figure ? decimal.Parse(figure.ToJsonString(), CultureInfo.InvariantCulture) : 0);
            var cells = new Cell[question.Columns.Count];
            question.Export(answer, cells);
            return cells[^2].Number == Sum("people") && cells[^1].Number == Sum("amount")
                && (cells[^1].Kind == CellKind.Empty) == !rows.Exists(row => row.ContainsKey("amount"));
        }).QuickCheckThrowOnFailure();
    }

    private static Question Of(string type) => GeneratedAnswers.EveryType.Questions.Single(question => string.Equals(question.Type, type, StringComparison.Ordinal));
}
