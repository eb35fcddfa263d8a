using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>Yes or no: <c>true</c> or <c>false</c>, or the words.</summary>
public sealed class YesNoQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "yesNo";

    public override string Type => Name;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.True: return YesNoAnswer.Of(true);
            case JsonTokenType.False: return YesNoAnswer.Of(false);
            case JsonTokenType.String when ReadText.TryGet(ref json, out var text):
                switch (text)
                {
                    case "": return null;
                    case "yes": return YesNoAnswer.Of(true);
                    case "no": return YesNoAnswer.Of(false);
                }
                break;
        }
        return Refuse(ref json, findings, Catalogue.WrongType, $"Answer “{Label}” with yes or no.");
    }

    public override void Write(Utf8JsonWriter json, Answer answer) => json.WriteBooleanValue(((YesNoAnswer)answer).Yes);

    public override bool IsIn(TypedBoxes typed, string place) => true;

    public override IEnumerable<Box> Boxes(Answer answer, string place) => [new(place, ((YesNoAnswer)answer).Yes ? "yes" : "no")];

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place) => json.WriteStringValue(typed.Text(place));

    public override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfText(((YesNoAnswer)answer).Yes ? "Yes" : "No");
}
