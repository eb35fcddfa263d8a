using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>Reads the body of a save. Values are handed on as they came; their questions judge them.</summary>
internal static class AnswerChanges
{
    private const int MostAnswers = 2000;

    public static Outcome<List<AnswerChange>> Read(ReadOnlyMemory<byte> body)
    {
        var changes = new List<AnswerChange>();
        var json = new Utf8JsonReader(body.Span);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject || !json.Read() || json.TokenType != JsonTokenType.PropertyName
                || !json.ValueTextEquals("answers"u8) || !json.Read() || json.TokenType != JsonTokenType.StartObject)
                return Shape;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (changes.Count == MostAnswers)
                    return Bodies.NotJson($"Send {MostAnswers} answers or fewer at once.");
                if (!TryName(ref json, out var id) || !TryChange(ref json, body, id, out var change))
                    return Shape;
                changes.Add(change);
            }
            if (!json.Read() || json.TokenType != JsonTokenType.EndObject || json.Read())
                return Shape;
        }
        catch (JsonException error)
        {
            return Bodies.NotJson($"The body stops being JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        }
        if (changes.DistinctBy(change => change.Question, StringComparer.Ordinal).Count() != changes.Count)
            return Bodies.NotJson("Send each answer once.");
        return changes.Count == 0 ? Bodies.NotJson("Send one answer or more under answers.") : changes;
    }

    private static bool TryChange(ref Utf8JsonReader json, ReadOnlyMemory<byte> body, string id, out AnswerChange change)
    {
        change = new AnswerChange(id, null, -1, HasComment: false, null);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("value"u8))
            {
                json.Read();
                var from = (int)json.TokenStartIndex;
                json.Skip();
                change = change with { ValueJson = body[from..(int)json.BytesConsumed] };
            }
            else if (json.ValueTextEquals("basedOn"u8))
            {
                if (!json.Read() || json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out var version) || version < 0)
                    return false;
                change = change with { BasedOn = version };
            }
            else if (json.ValueTextEquals("comment"u8))
            {
                if (!json.Read() || !TryText(ref json, out var comment))
                    return false;
                change = change with { HasComment = true, Comment = comment };
            }
            else
                return false;
        }
        return change.BasedOn >= 0 && (change.ValueJson is not null || change.HasComment);
    }

    private static bool TryName(ref Utf8JsonReader json, out string name) => TryText(ref json, out name!) && name is not null;

    private static bool TryText(ref Utf8JsonReader json, out string? text)
    {
        text = null;
        if (json.TokenType == JsonTokenType.Null)
            return true;
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return false;
        try
        {
            text = json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: valid JSON, but no text.
            return false;
        }
    }

    private static Problem Shape => Bodies.NotJson(
        """Send {"answers": {"question-id": {"value": …, "basedOn": 0, "comment": "…"}}}: value or comment, and basedOn always, 0 for an answer that was not there.""");
}
