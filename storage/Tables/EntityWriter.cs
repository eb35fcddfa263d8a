using System.Buffers.Text;
using System.Text.Json;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// Writes a checked row as OData JSON: an annotation before each value whose type JSON does not show. All text beyond ASCII is escaped, so a
/// body is one ASCII line, which also keeps the boundaries of a transaction safe.
/// </summary>
internal static class EntityWriter
{
    public static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    private const string TypeSuffix = "@odata.type";
    private static readonly JsonEncodedText PartitionKey = JsonEncodedText.Encode(TableEntity.PartitionKeyName);
    private static readonly JsonEncodedText RowKey = JsonEncodedText.Encode(TableEntity.RowKeyName);
    private static readonly JsonEncodedText Int64 = JsonEncodedText.Encode("Edm.Int64");
    private static readonly JsonEncodedText Double = JsonEncodedText.Encode("Edm.Double");
    private static readonly JsonEncodedText Binary = JsonEncodedText.Encode("Edm.Binary");
    private static readonly JsonEncodedText DateAndTime = JsonEncodedText.Encode("Edm.DateTime");
    private static readonly JsonEncodedText Guid = JsonEncodedText.Encode("Edm.Guid");

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        json.WriteString(PartitionKey, entity.PartitionKey);
        json.WriteString(RowKey, entity.RowKey);
        foreach (var (name, value) in entity.Own)
            WriteValue(json, name, value);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case long number:
                WriteType(json, name, Int64);
                Span<byte> digits = stackalloc byte[20];
                Utf8Formatter.TryFormat(number, digits, out var length);
                json.WriteString(name, digits[..length]);
                break;
            case double number:
                WriteType(json, name, Double);
                WriteDouble(json, name, number);
                break;
            case byte[] bytes:
                WriteBinary(json, name, bytes);
                break;
            case BinaryData data:
                WriteBinary(json, name, data.ToMemory().Span);
                break;
            case ReadOnlyMemory<byte> memory:
                WriteBinary(json, name, memory.Span);
                break;
            case DateTimeOffset moment:
                WriteDate(json, name, moment.UtcDateTime);
                break;
            case DateTime moment:
                WriteDate(json, name, moment.ToUniversalTime());
                break;
            case Guid id:
                WriteType(json, name, Guid);
                json.WriteString(name, id);
                break;
        }
    }

    private static void WriteType(Utf8JsonWriter json, string name, JsonEncodedText type)
    {
        Span<char> annotation = stackalloc char[name.Length + TypeSuffix.Length];
        name.CopyTo(annotation);
        TypeSuffix.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation, type);
    }

    private static void WriteBinary(Utf8JsonWriter json, string name, ReadOnlySpan<byte> bytes)
    {
        WriteType(json, name, Binary);
        json.WriteBase64String(name, bytes);
    }

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTime utc)
    {
        WriteType(json, name, DateAndTime);
        Span<byte> text = stackalloc byte[33];
        Utf8Formatter.TryFormat(utc, text, out var length, 'O');
        json.WriteString(name, text[..length]);
    }
}
