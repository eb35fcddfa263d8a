using System.Text.Json;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>One of several choices, sent as the choice's id.</summary>
public sealed class OneChoiceQuestion(QuestionDocument definition) : ChoiceQuestion(definition)
{
    public const string Name = "oneChoice";

    public override string Type => Name;

    /// <summary>The report's summary shows figures by it, also for choices that nobody made.</summary>
    public bool Breakdown { get; } = definition.Breakdown;

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.String || !ReadText.TryGet(ref json, out var id))
            return Refuse(ref json, findings, Catalogue.WrongType, $"Choose one answer to “{Label}” by its id: {ChoiceList}.");
        if (id.Length == 0)
            return null;
        var place = PlaceOf(id);
        return place >= 0
            ? new ChoicesAnswer([Choices[place].Id])
            : Refuse(ref json, findings, Catalogue.UnknownChoice, $"Choose an answer to “{Label}” that the form has: {ChoiceList}.");
    }

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place) => json.WriteStringValue(typed.Text(place));

    public override void Write(Utf8JsonWriter json, Answer answer) => json.WriteStringValue(((ChoicesAnswer)answer).Chosen[0]);
}
