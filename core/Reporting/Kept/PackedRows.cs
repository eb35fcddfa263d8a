using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Kept;

/// <summary>
/// Rows of a kept table as bytes: deflated JSON, an array a row. An empty cell is null, one that was not asked is false, text is a string, and a figure
/// a number, or its kind and the number where it is of another kind than its column.
/// </summary>
public static class PackedRows
{
    public static byte[] Pack(IReadOnlyList<Cell[]> rows, IReadOnlyList<KeptColumn> columns)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartArray();
                for (var place = 0; place < row.Length; place++)
                    Write(writer, row[place], columns[place].Kind);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        }
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(json.WrittenSpan);
        return packed.ToArray();
    }

    public static List<Cell[]> Unpack(ReadOnlyMemory<byte> packed, IReadOnlyList<KeptColumn> columns)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(deflate);
        var rows = new List<Cell[]>(json.RootElement.GetArrayLength());
        foreach (var row in json.RootElement.EnumerateArray())
        {
            var cells = new Cell[columns.Count];
            var place = 0;
            foreach (var cell in row.EnumerateArray())
            {
                cells[place] = Read(cell, columns[place].Kind);
                place++;
            }
            rows.Add(cells);
        }
        return rows;
    }

    private static void Write(Utf8JsonWriter writer, Cell cell, CellKind usual)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                writer.WriteNullValue();
                break;
            case CellKind.NotAsked:
                writer.WriteBooleanValue(false);
                break;
            case CellKind.Text:
                writer.WriteStringValue(cell.Text);
                break;
            case var kind when kind == usual:
                writer.WriteNumberValue(cell.Number);
                break;
            default:
                writer.WriteStartArray();
                writer.WriteNumberValue((byte)cell.Kind);
                writer.WriteNumberValue(cell.Number);
                writer.WriteEndArray();
                break;
        }
    }

    private static Cell Read(JsonElement cell, CellKind usual) => cell.ValueKind switch
    {
        JsonValueKind.Null => Cell.Empty,
        JsonValueKind.False => Cell.NotAsked,
        JsonValueKind.String => Cell.OfText(cell.GetString()),
        JsonValueKind.Number => Cell.OfKind(usual, cell.GetDecimal()),
        _ => Cell.OfKind((CellKind)cell[0].GetByte(), cell[1].GetDecimal()),
    };
}
