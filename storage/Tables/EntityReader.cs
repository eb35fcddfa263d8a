using System.Globalization;
using System.Text.Json;
using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// Reads rows straight from an answer's bytes (OData JSON, minimal metadata). Throws <see cref="JsonException"/> for anything else.
/// </summary>
internal static class EntityReader
{
    private enum Edm
    {
        Unsaid,
        Text,
        Int32,
        Int64,
        Double,
        Boolean,
        Binary,
        Date,
        Guid,
    }

    public static List<TableEntity> ReadPage(ReadOnlySpan<byte> utf8, PropertyNames names)
    {
        var rows = new List<TableEntity>();
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isRows)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    rows.Add(ReadRow(ref reader, names));
        }
        return rows;
    }

    public static TableEntity ReadRow(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return ReadRow(ref reader, new PropertyNames());
    }

    private static TableEntity ReadRow(ref Utf8JsonReader reader, PropertyNames names)
    {
        var row = new TableEntity(names.RowSize);
        string? annotated = null;
        var type = Edm.Unsaid;
        names.StartRow();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = names.Find(ref reader);
            reader.Read();
            switch (name.Kind)
            {
                case NameKind.PartitionKey:
                    row.PartitionKey = names.Partition(ref reader);
                    break;
                case NameKind.RowKey:
                    row.RowKey = reader.GetString()!;
                    break;
                case NameKind.Timestamp:
                    row.Timestamp = reader.GetDateTimeOffset();
                    break;
                case NameKind.ETag:
                    row.ETag = new ETag(reader.GetString()!);
                    break;
                case NameKind.TypeOf:
                    (annotated, type) = (name.Text, ReadType(ref reader));
                    break;
                case NameKind.Own when reader.TokenType != JsonTokenType.Null:
                    row.Append(name.Text, ReadValue(ref reader, name.Text == annotated ? type : Edm.Unsaid));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        names.RowSize = row.Own.Length;
        return row;
    }

    private static Edm ReadType(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("Edm.Binary"u8) ? Edm.Binary
        : reader.ValueTextEquals("Edm.Int64"u8) ? Edm.Int64
        : reader.ValueTextEquals("Edm.DateTime"u8) ? Edm.Date
        : reader.ValueTextEquals("Edm.Double"u8) ? Edm.Double
        : reader.ValueTextEquals("Edm.Guid"u8) ? Edm.Guid
        : reader.ValueTextEquals("Edm.String"u8) ? Edm.Text
        : reader.ValueTextEquals("Edm.Int32"u8) ? Edm.Int32
        : reader.ValueTextEquals("Edm.Boolean"u8) ? Edm.Boolean
        : throw new JsonException($"A value has the unknown type {reader.GetString()}.");

    private static object ReadValue(ref Utf8JsonReader reader, Edm type) => (reader.TokenType, type) switch
    {
        (JsonTokenType.True, _) => Truth.Yes,
        (JsonTokenType.False, _) => Truth.No,
        (JsonTokenType.Number, Edm.Int64) => reader.GetInt64(),
        (JsonTokenType.Number, Edm.Double) => reader.GetDouble(),
        (JsonTokenType.Number, _) => reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble(),
        (JsonTokenType.String, Edm.Unsaid or Edm.Text) => reader.GetString()!,
        (JsonTokenType.String, Edm.Binary) => reader.GetBytesFromBase64(),
        (JsonTokenType.String, Edm.Int64) => long.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
        (JsonTokenType.String, Edm.Date) => reader.GetDateTimeOffset(),
        (JsonTokenType.String, Edm.Guid) => reader.GetGuid(),
        (JsonTokenType.String, Edm.Double) => reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" or "INF" => double.PositiveInfinity,
            "-Infinity" or "-INF" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        },
        _ => throw new JsonException($"A {reader.TokenType} was found where a value of type {type} belongs."),
    };

    private static class Truth
    {
        public static readonly object Yes = true;
        public static readonly object No = false;
    }
}
