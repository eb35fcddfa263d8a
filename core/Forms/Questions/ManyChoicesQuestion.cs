using System.Text.Json;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>Any of several choices, sent as a list of ids; kept in the form's order, each once.</summary>
public sealed class ManyChoicesQuestion(QuestionDocument definition) : ChoiceQuestion(definition)
{
    public const string Name = "manyChoices";

    public override string Type => Name;

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartArray)
            return Refuse(ref json, findings, Catalogue.WrongType, ListSentence);
        var chosen = new bool[Choices.Count];
        string? stranger = null;
        var onlyTexts = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String || !ReadText.TryGet(ref json, out var id))
            {
                onlyTexts = false;
                json.Skip();
                continue;
            }
            var place = PlaceOf(id);
            if (place >= 0)
                chosen[place] = true;
            else
                stranger = id;
        }
        if (!onlyTexts)
            return Refuse(ref json, findings, Catalogue.WrongType, ListSentence);
        if (stranger is not null)
            return Refuse(ref json, findings, Catalogue.UnknownChoice, $"Choose answers to “{Label}” that the form has: {ChoiceList}.");
        var ids = Choices.Where((_, place) => chosen[place]).Select(choice => choice.Id).ToArray();
        return ids.Length == 0 ? null : new ChoicesAnswer(ids);
    }

    public override void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray();
        foreach (var id in ((ChoicesAnswer)answer).Chosen)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place)
    {
        json.WriteStartArray();
        foreach (var id in typed.All(place))
            if (id.Length > 0)
                json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private string ListSentence => $"Send the answers to “{Label}” as a list of ids: {ChoiceList}.";
}
