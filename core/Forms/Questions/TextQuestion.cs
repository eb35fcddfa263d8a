using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>What short and long text share.</summary>
public abstract class TextQuestion(QuestionDocument definition) : Question(definition)
{
    /// <summary>The most characters that are kept, whatever the word limit says.</summary>
    public abstract int MaxCharacters { get; }

    public sealed override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.String)
            return Refuse(ref json, findings, Catalogue.WrongType, $"Write “{Label}” as text in quotes.");
        if (!ReadText.TryGet(ref json, out var text))
            return Refuse(ref json, findings, Catalogue.TextNotUsable, $"Take the control characters out of “{Label}”.");
        if (text.Length > MaxCharacters)
            return Refuse(ref json, findings, Catalogue.TextTooLong, $"Shorten “{Label}” to {MaxCharacters:N0} characters or fewer; it has {text.Length:N0}.");
        return text.Length == 0 ? null : new TextAnswer(text);
    }

    public sealed override void Write(Utf8JsonWriter json, Answer answer) => json.WriteStringValue(((TextAnswer)answer).Text);

    public sealed override IEnumerable<Box> Boxes(Answer answer, string place) => [new(place, ((TextAnswer)answer).Text)];

    public sealed override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place) => json.WriteStringValue(typed.Text(place));

    public sealed override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfText(((TextAnswer)answer).Text);
}
