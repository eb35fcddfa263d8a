using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Spooled;

namespace MonitoringReturns.Workbooks.Json;

/// <summary>One table as a JSON object.</summary>
internal sealed class JsonTable : SpooledTable
{
    /// <summary>The writer isn't asked to check: the report is begun by one and ended by hand.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int MostPending = 16 * 1024;

    private readonly Utf8JsonWriter _json;
    private bool _ended;

    public JsonTable(ReportSheet sheet, ReportTable table) : base(table)
    {
        _json = new Utf8JsonWriter(Spool, Options);
        _json.WriteStartObject();
        _json.WriteString("id"u8, table.Id);
        _json.WriteString("sheet"u8, sheet.Name);
        _json.WriteString("title"u8, table.Title);
        _json.WriteStartArray("columns"u8);
        foreach (var column in table.Columns)
        {
            _json.WriteStartObject();
            _json.WriteString("id"u8, column.Id);
            _json.WriteString("heading"u8, column.Heading);
            _json.WriteString("kind"u8, PlainCell.NameOf(column.Kind));
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("rows"u8);
    }

    public override void WriteRow(ReadOnlySpan<Cell> cells)
    {
        _json.WriteStartArray();
        foreach (var cell in cells)
            Write(cell);
        _json.WriteEndArray();
        // The writer keeps all it is given until it is told.
        if (_json.BytesPending > MostPending)
            _json.Flush();
    }

    public override void End()
    {
        if (_ended)
            return;
        _ended = true;
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void Write(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                _json.WriteNullValue();
                break;
            case CellKind.Text:
                _json.WriteStringValue(cell.Text);
                break;
            case CellKind.NotAsked:
                _json.WriteStartObject();
                _json.WriteBoolean("notAsked"u8, value: true);
                _json.WriteEndObject();
                break;
            case CellKind.Date or CellKind.Moment:
                _json.WriteStringValue(PlainCell.Day(cell));
                break;
            default:
                _json.WriteNumberValue(cell.Number);
                break;
        }
    }
}
