using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Spooled;

namespace MonitoringReturns.Workbooks.Json;

/// <summary>Writes the one object around the tables.</summary>
internal sealed class JsonReport(Stream output, ReportProperties properties) : SpooledReport
{
    protected override SpooledTable Begin(ReportSheet sheet, ReportTable table) => new JsonTable(sheet, table);

    protected override void Write(IReadOnlyList<SpooledSheet> sheets)
    {
        using (var json = new Utf8JsonWriter(output, JsonTable.Options))
        {
            json.WriteStartObject();
            json.WriteString("title"u8, properties.Title);
            json.WriteString("subject"u8, properties.Subject);
            json.WriteString("author"u8, properties.Author);
            json.WriteString("created"u8, properties.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteNotes(json, sheets);
        }
        // The tables lie ready as JSON, so the rest is written around them as it stands.
        output.Write(",\"tables\":["u8);
        var first = true;
        foreach (var table in sheets.SelectMany(sheet => sheet.Tables))
        {
            if (!first)
                output.Write(","u8);
            first = false;
            table.Spool.CopyAllTo(output);
        }
        output.Write("]}"u8);
        output.Flush();
    }

    private static void WriteNotes(Utf8JsonWriter json, IReadOnlyList<SpooledSheet> sheets)
    {
        json.WriteStartArray("notes"u8);
        foreach (var sheet in sheets)
        {
            json.WriteStartObject();
            json.WriteString("sheet"u8, sheet.Sheet.Name);
            json.WriteString("title"u8, sheet.Sheet.Title);
            json.WriteStartArray("notes"u8);
            foreach (var note in sheet.Sheet.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
