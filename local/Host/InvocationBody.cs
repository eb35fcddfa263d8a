using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues.Models;

namespace MonitoringReturns.Local.Host;

/// <summary>The JSON that the host sends to a queue or timer function.</summary>
internal static class InvocationBody
{
    private static readonly JsonSerializerOptions AsTheHostWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Body for a message: text is a JSON string within a JSON string.</summary>
    public static string ForMessage(QueueFunction function, QueueMessage message, string text, DateTimeOffset now)
    {
        // The host looks metadata up without regard to case: a field "id" of the message hides Id.
        var metadata = new OrderedDictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = $"{message.DequeueCount}",
            ["ExpirationTime"] = Time(message.ExpiresOn),
            ["Id"] = Quoted(message.MessageId),
            ["InsertionTime"] = Time(message.InsertedOn),
            ["NextVisibleTime"] = Time(message.NextVisibleOn),
            ["PopReceipt"] = Quoted(message.PopReceipt),
            ["sys"] = Sys(function.Name, now),
        };
        foreach (var (name, value) in TopLevelFields(text))
            metadata[name] = value;
        return Write(new JsonObject { [function.Binding] = Quoted(text) }, new JsonObject(metadata));
    }

    public static string ForTimer(TimerFunction function, TimerStatus status, bool isPastDue, DateTimeOffset now)
    {
        var timer = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = new JsonObject
            {
                ["Last"] = JsonValue.Create(status.Last),
                ["Next"] = JsonValue.Create(status.Next),
                ["LastUpdated"] = JsonValue.Create(status.LastUpdated),
            },
            ["IsPastDue"] = isPastDue,
        };
        return Write(new JsonObject { [function.Binding] = timer }, new JsonObject { ["sys"] = Sys(function.Name, now) });
    }

    private static string Write(JsonObject data, JsonObject metadata) =>
        new JsonObject { ["Data"] = data, ["Metadata"] = metadata }.ToJsonString(AsTheHostWrites);

    private static JsonObject Sys(string function, DateTimeOffset now) => new()
    {
        ["MethodName"] = function,
        ["UtcNow"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["RandGuid"] = $"{Guid.NewGuid()}",
    };

    /// <summary>Fields of a JSON message, as the host copies them: scalars as text, objects as they are, lists not at all.</summary>
    private static IEnumerable<(string Name, JsonNode? Value)> TopLevelFields(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
            yield break;
        JsonObject? parsed;
        try
        {
            parsed = JsonNode.Parse(text)?.AsObject();
        }
        catch (JsonException)
        {
            yield break;
        }
        foreach (var (name, value) in parsed ?? [])
        {
            if (value is JsonArray || name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase))
                continue;
            yield return (name, value is JsonObject ? value.DeepClone() : Quoted(AsText(value)));
        }
    }

    private static string AsText(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, AsTheHostWrites);

    private static string Time(DateTimeOffset? time) =>
        (time ?? default).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
