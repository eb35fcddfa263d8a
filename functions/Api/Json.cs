using System.Text.Json;

namespace MonitoringReturns.Functions.Api;

internal static class Json
{
    /// <summary>Stored JSON as a value of an answer.</summary>
    public static JsonElement Element(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return JsonElement.ParseValue(ref reader);
    }
}
