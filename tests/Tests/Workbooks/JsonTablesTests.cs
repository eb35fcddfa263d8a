using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Workbooks.Json;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class JsonTablesTests
{
    private static readonly JsonTables Json = new();

    [Fact]
    public void Write_OfASmallReport_GivesTheseBytes()
    {
        var json = TextFiles.Of(Json, report =>
        {
            var summary = report.AddSheet(new ReportSheet("Summary", "Early help", ["Made on 21 July", "From 3 returns"]));
            report.AddSheet(new ReportSheet("Empty", "", []));
            summary.BeginTable(new ReportTable("Key", "Key figures", [new("what", "What", CellKind.Text), new("q/a", "Value", CellKind.Money)]));
            summary.WriteRow([Cell.OfText("=Spent & \"ŵ\""), Cell.OfMoney(1250.50m)]);
            summary.WriteRow([Cell.Empty, Cell.NotAsked]);
            summary.BeginTable(new ReportTable("None", "", [new("a", "A", CellKind.NotAsked)]));
            summary.BeginTable(new ReportTable("Days", "", [new("a", "A", CellKind.Date), new("b", "B", CellKind.Moment), new("c", "C", CellKind.Percentage)]));
            summary.WriteRow([Cell.OfDate(new DateOnly(2026, 6, 30)), Cell.OfMoment(new DateTime(2026, 6, 30, 21, 15, 0)), Cell.OfPercentage(12.5m)]);
        });

        Assert.Equal(
            """
            {"title":"Early help","subject":"Chwarter 1, “Łódź”","author":"The Council","created":"2026-07-21T09:30:07Z",
            "notes":[{"sheet":"Summary","title":"Early help","notes":["Made on 21 July","From 3 returns"]},{"sheet":"Empty","title":"","notes":[]}],
            "tables":[
            {"id":"Key","sheet":"Summary","title":"Key figures","columns":[{"id":"what","heading":"What","kind":"text"},{"id":"q/a","heading":"Value","kind":"money"}],
            "rows":[["=Spent & \"ŵ\"",1250.50],[null,{"notAsked":true}]]},
            {"id":"None","sheet":"Summary","title":"","columns":[{"id":"a","heading":"A","kind":"notAsked"}],"rows":[]},
            {"id":"Days","sheet":"Summary","title":"","columns":[{"id":"a","heading":"A","kind":"date"},{"id":"b","heading":"B","kind":"moment"},{"id":"c","heading":"C","kind":"percentage"}],
            "rows":[["2026-06-30","2026-06-30T21:15",12.5]]}]}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(json));
    }

    [Fact]
    public void Write_WithoutATable_IsAnObjectWithNone()
    {
        using var json = JsonDocument.Parse(TextFiles.Of(Json, report => report.AddSheet(new ReportSheet("S", "", []))));
        Assert.Equal(0, json.RootElement.GetProperty("tables").GetArrayLength());
    }

    [Fact]
    public void Write_OfAnyTables_ReadsBackTheSame() => Prop.ForAll(GeneratedTables.Some.ToArbitrary(), tables =>
    {
        using var json = JsonDocument.Parse(TextFiles.Of(Json, tables));
        Assert.All(tables.Zip(json.RootElement.GetProperty("tables").EnumerateArray()), pair =>
        {
            var (table, written) = pair;
            Assert.Equal(
                (table.Table.Id, $"Sheet {table.Table.Id}", table.Table.Title),
                (written.GetProperty("id").GetString(), written.GetProperty("sheet").GetString(), written.GetProperty("title").GetString()));
            Assert.Equal(
                table.Table.Columns.Select(column => (column.Id, column.Heading, $"{column.Kind}".ToUpperInvariant())),
                written.GetProperty("columns").EnumerateArray().Select(column =>
                    (column.GetProperty("id").GetString()!, column.GetProperty("heading").GetString()!, column.GetProperty("kind").GetString()!.ToUpperInvariant())));
            var rows = written.GetProperty("rows");
            Assert.Equal(table.Rows.Count, rows.GetArrayLength());
            Assert.All(table.Rows.Zip(rows.EnumerateArray()), row => Assert.All(row.First.Zip(row.Second.EnumerateArray()), cell => Assert.True(IsSame(cell.First, cell.Second))));
        });
    }).QuickCheckThrowOnFailure();

    private static bool IsSame(Cell cell, JsonElement written) => cell.Kind switch
    {
        CellKind.Empty => written.ValueKind == JsonValueKind.Null,
        CellKind.NotAsked => written.GetRawText() == """{"notAsked":true}""",
        CellKind.Text => written.ValueKind == JsonValueKind.String && written.GetString() == cell.Text,
        CellKind.Date => DateOnly.ParseExact(written.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1899, 12, 30).DayNumber == cell.Number,
        CellKind.Moment => Cell.OfMoment(DateTime.ParseExact(written.GetString()!, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)).Number == cell.Number,
        _ => written.GetDecimal() == cell.Number,
    };
}
