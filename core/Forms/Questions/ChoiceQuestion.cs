using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>What one choice and many choices share.</summary>
public abstract class ChoiceQuestion(QuestionDocument definition) : Question(definition)
{
    public IReadOnlyList<Choice> Choices { get; } = definition.Choices;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];

    public sealed override bool IsIn(TypedBoxes typed, string place) => true;

    public sealed override IEnumerable<Box> Boxes(Answer answer, string place) => ((ChoicesAnswer)answer).Chosen.Select(id => new Box(place, id));

    public sealed override void Export(Answer answer, Span<Cell> cells)
    {
        var chosen = ((ChoicesAnswer)answer).Chosen;
        cells[0] = Cell.OfText(chosen.Count == 1 ? LabelOf(chosen[0]) : string.Join("; ", chosen.Select(LabelOf)));
    }

    public override IReadOnlyList<Measure> Measures => field ??=
        [.. Choices.Select(choice => new Measure(MeasureId.OfChoice(Id, choice.Id), $"{Label}: {choice.Label}", CellKind.Count, MeasureKind.Choice) { Returns = true })];

    public sealed override void Count(Answer answer, Span<decimal?> figures)
    {
        var chosen = ((ChoicesAnswer)answer).Chosen;
        for (var place = 0; place < figures.Length; place++)
            figures[place] = chosen.Contains(Choices[place].Id) ? 1 : 0;
    }

    /// <summary>The id's place among the choices; -1 where it is none of them.</summary>
    internal int PlaceOf(string id)
    {
        for (var place = 0; place < Choices.Count; place++)
            if (string.Equals(Choices[place].Id, id, StringComparison.Ordinal))
                return place;
        return -1;
    }

    protected string ChoiceList => string.Join(", ", Choices.Take(12).Select(choice => choice.Id)) + (Choices.Count > 12 ? ", …" : "");

    private string LabelOf(string id) => Choices[PlaceOf(id)].Label.En;
}
