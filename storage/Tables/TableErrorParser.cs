using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>Reads code and message of an error, in the service's OData JSON or in the XML that an emulator answers at times.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static readonly TableErrorParser Instance = new();

    private TableErrorParser()
    {
    }

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not MemoryStream)
            return false;
        error = Parse(response.Content.ToMemory());
        return error is not null;
    }

    /// <summary>Null when the body is no error the service is known to write.</summary>
    public static ResponseError? Parse(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.TrimStart(" \t\r\n\uFEFF"u8);
        return text.IsEmpty ? null : text[0] switch
        {
            (byte)'{' => ParseJson(body[^text.Length..]),
            (byte)'<' => ParseXml(body),
            _ => null,
        };
    }

    private static ResponseError? ParseJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("odata.error", out var error) || error.ValueKind != JsonValueKind.Object)
                return null;
            return new(TextOf(error, "code"), error.TryGetProperty("message", out var message) ? TextOf(message, "value") : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;

    private static ResponseError? ParseXml(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            var parts = root.DescendantsAndSelf().ToLookup(part => part.Name.LocalName.ToUpperInvariant(), part => part.Value);
            return parts.Contains("CODE") ? new(parts["CODE"].First(), parts["MESSAGE"].FirstOrDefault()) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
