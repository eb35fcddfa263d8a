using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>One answer to choose from: its permanent id and what people read.</summary>
public sealed record Choice(string Id, string Label);

/// <summary>What one choice and many choices share.</summary>
public abstract class ChoiceQuestion(QuestionDocument definition) : Question(definition)
{
    public IReadOnlyList<Choice> Choices { get; } = definition.Choices;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];

    public sealed override void Export(Answer answer, Span<Cell> cells)
    {
        var chosen = ((ChoicesAnswer)answer).Chosen;
        cells[0] = Cell.OfText(chosen.Count == 1 ? LabelOf(chosen[0]) : string.Join("; ", chosen.Select(LabelOf)));
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

    private string LabelOf(string id) => Choices[PlaceOf(id)].Label;
}
