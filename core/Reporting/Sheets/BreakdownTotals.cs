using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>Adds figures up by the answer to one choice, such as the main district. Every choice has a row, so that what nobody reached is seen. Outputs
/// only: outcomes differ from award to award, and the table stays a page wide.</summary>
internal sealed class BreakdownTotals
{
    private readonly OneChoiceQuestion _question;
    private readonly (Indicator Indicator, int Place)[] _outputs;
    private readonly int[] _returns;
    private readonly decimal?[,] _figures;

    public BreakdownTotals(OneChoiceQuestion question, IReadOnlyList<Indicator> indicators)
    {
        _question = question;
        _outputs = [.. indicators.Select((indicator, place) => (indicator, place)).Where(one => one.indicator.Kind == IndicatorKind.Output)];
        _returns = new int[question.Choices.Count];
        _figures = new decimal?[question.Choices.Count, _outputs.Length];
    }

    /// <summary>The label inside a sentence: “main district”, but still “NHS area”.</summary>
    private string Name =>
        _question.Label is { Length: > 1 } label && !char.IsUpper(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : _question.Label;

    public void Add(Revision revision, IndicatorFigure[] figures)
    {
        if (revision.Answers[_question] is not ChoicesAnswer answer)
            return;
        var choice = _question.PlaceOf(answer.Chosen[0]);
        _returns[choice]++;
        for (var column = 0; column < _outputs.Length; column++)
            if (figures[_outputs[column].Place].Actual is { } actual)
                _figures[choice, column] = (_figures[choice, column] ?? 0) + actual;
    }

    public void Write(IReportSheetWriter writer)
    {
        var id = $"By{_question.Ordinal}";
        writer.BeginTable(new ReportTable(id, $"By {Name}",
        [
            new("choice", _question.Label, CellKind.Text, 34), new("returns", "Returns in", CellKind.Count, 12),
            .. _outputs.Select(output => new Column($"{output.Indicator.Id}-actual", output.Indicator.Name, CellKind.Number, 14)),
        ]));
        Span<Cell> row = new Cell[2 + _outputs.Length];
        for (var choice = 0; choice < _returns.Length; choice++)
        {
            row[0] = Cell.OfText(_question.Choices[choice].Label.En);
            row[1] = Cell.OfCount(_returns[choice]);
            for (var column = 0; column < _outputs.Length; column++)
                row[2 + column] = IndicatorFigures.CellOf(_outputs[column].Indicator, _figures[choice, column]);
            writer.WriteRow(row);
        }
        var empty = _question.Choices.Where((_, choice) => _returns[choice] == 0).Select(choice => choice.Label.En).ToArray();
        writer.AddChart(new ReportChart(
            ChartKind.Bars, $"Returns in, by {Name}",
            $"Bars: returns in by {Name}. {(empty.Length == 0 ? "Every one has a return." : $"None in {string.Join(", ", empty)}.")}",
            id, "choice", ["returns"]));
    }
}
