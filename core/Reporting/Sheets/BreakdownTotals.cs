using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Adds figures up by the answer to one choice, such as the main district. Every choice has a row, so that what nobody reached is seen. Outputs
/// only: outcomes differ from award to award, and the table stays a page wide.
/// </summary>
internal sealed class BreakdownTotals
{
    private readonly OneChoiceQuestion _question;
    private readonly Cut _cut;
    private readonly (Indicator Indicator, int Place)[] _outputs;
    private readonly List<string> _choices;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<int> _returns = [];
    private readonly List<Amount?[]> _figures = [];

    /// <param name="question">As the newest version asks it.</param>
    private BreakdownTotals(OneChoiceQuestion question, Cut cut)
    {
        _question = question;
        _cut = cut;
        // Over several periods, people counted once and figures that stand for the time so far don't add up.
        _outputs = [.. cut.Programme.Indicators.Select((indicator, place) => (indicator, place))
            .Where(one => one.indicator.Kind == IndicatorKind.Output && (!cut.IsSpan || one.indicator.AddsUp is AddsUpAs.Sum or AddsUpAs.Ratio))];
        _choices = [];
        foreach (var choice in question.Choices)
            PlaceOf(choice.Id, choice.Label.En);
    }

    /// <summary>One for each question that the form breaks figures down by.</summary>
    public static BreakdownTotals[] All(Cut cut) =>
    [
        .. cut.ReportedVersions.Reverse().SelectMany(version => version.Questions).OfType<OneChoiceQuestion>().Where(question => question.Breakdown && cut.Sight.Sees(question))
            .DistinctBy(question => question.Id).Select(question => new BreakdownTotals(question, cut)),
    ];

    /// <summary>The label inside a sentence: “main district”, but still “NHS area”.</summary>
    private string Name =>
        _question.Label is { Length: > 1 } label && !char.IsUpper(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : _question.Label;

    public void Add(Revision revision, IndicatorFigure[] figures)
    {
        if (revision.Answers.Version.Find(_question.Id.Value) is not OneChoiceQuestion asked || revision.Answers[asked] is not ChoicesAnswer answer)
            return;
        var choice = PlaceOf(answer.Chosen[0], asked.Choices[asked.PlaceOf(answer.Chosen[0])].Label.En);
        _returns[choice]++;
        for (var column = 0; column < _outputs.Length; column++)
            _figures[choice][column] = Amount.Add(_figures[choice][column], figures[_outputs[column].Place].Counted);
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
        for (var choice = 0; choice < _choices.Count; choice++)
        {
            row[0] = Cell.OfText(_choices[choice]);
            row[1] = Cell.OfCount(_returns[choice]);
            for (var column = 0; column < _outputs.Length; column++)
                row[2 + column] = IndicatorCells.Of(_outputs[column].Indicator, _figures[choice][column]?.Value);
            writer.WriteRow(row);
        }
        var empty = _choices.Where((_, choice) => _returns[choice] == 0).ToArray();
        writer.AddChart(new ReportChart(
            ChartKind.Bars, $"Returns in, by {Name}",
            $"Bars: returns in by {Name}. {(empty.Length == 0 ? "Every one has a return." : $"None in {string.Join(", ", empty)}.")}",
            id, "choice", ["returns"]));
    }

    private int PlaceOf(string choice, string label)
    {
        if (_places.TryGetValue(choice, out var place))
            return place;
        _places[choice] = _choices.Count;
        _choices.Add(label);
        _returns.Add(0);
        _figures.Add(new Amount?[_outputs.Length]);
        return _choices.Count - 1;
    }
}
