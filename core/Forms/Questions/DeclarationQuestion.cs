using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A statement that a person makes by ticking it. Only <c>true</c> is a declaration; <c>false</c> is none.</summary>
public sealed class DeclarationQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "declaration";

    /// <summary>What its box sends when it is ticked.</summary>
    public const string Ticked = "yes";

    public override string Type => Name;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings) => json.TokenType switch
    {
        JsonTokenType.Null or JsonTokenType.False => null,
        JsonTokenType.True => YesNoAnswer.Of(true),
        _ => Refuse(ref json, findings, Catalogue.WrongType, $"Confirm “{Label}” with true, or leave it out."),
    };

    public override void Write(Utf8JsonWriter json, Answer answer) => json.WriteBooleanValue(true);

    public override bool IsIn(TypedBoxes typed, string place) => true;

    public override IEnumerable<Box> Boxes(Answer answer, string place) => [new(place, Ticked)];

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place)
    {
        switch (typed.Text(place))
        {
            case "":
                json.WriteNullValue();
                break;
            case Ticked:
                json.WriteBooleanValue(true);
                break;
            case var other:
                json.WriteStringValue(other);
                break;
        }
    }

    public override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfText("Declared");
}
