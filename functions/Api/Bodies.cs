using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>Reads JSON bodies.</summary>
internal static class Bodies
{
    /// <summary>The most bytes of a body of answers: some five hundred pages.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>The whole body, or why it is not taken.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            return NotJsonType;
        if (http.Request.ContentLength > Most)
            return TooLarge;
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > Most)
                return TooLarge;
            body.Write(buffer, 0, read);
        }
        return (ReadOnlyMemory<byte>)body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>The whole body as an object, or why it is none.</summary>
    /// <param name="what">What to send, in a sentence.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, string what) where T : class
    {
        var body = await ReadAsync(http);
        if (body.Problem is { } refused)
            return refused;
        try
        {
            return JsonSerializer.Deserialize(body.Value.Span, type) is { } read ? read : NotJson(what);
        }
        catch (JsonException)
        {
            return NotJson(what);
        }
    }

    public static Problem NotJsonType { get; } = new(Catalogue.NotJsonType, "Set the header Content-Type: application/json.");

    public static Problem NotJson(string what) => new(Catalogue.BodyNotJson, what);

    private static Problem TooLarge => new(Catalogue.BodyTooLarge, "Send 1 MB or less at once: fewer answers in a request.");
}
