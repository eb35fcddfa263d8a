using System.Text.Json.Nodes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A report that was fetched as JSON, read as a reader of the workbook has it before him.</summary>
internal static class ReportAsJson
{
    public static OpenedReport Open(JsonNode report)
    {
        var lines = report["notes"]!.AsArray().ToDictionary(
            sheet => sheet!["sheet"]!.ToString(), sheet => sheet!["notes"]!.AsArray().Select(note => note!.ToString()).Prepend(sheet["title"]!.ToString()).ToList(), StringComparer.Ordinal);
        return new OpenedReport(report["tables"]!.AsArray().GroupBy(table => table!["sheet"]!.ToString(), StringComparer.Ordinal).ToDictionary(
            tables => tables.Key,
            tables => new OpenedSheet(lines[tables.Key], [.. tables.Select(table => new TitledTable(table!["title"]!.ToString(), TableOf(table)))]),
            StringComparer.Ordinal));
    }

    /// <summary>The cells of a table of the report, by its id.</summary>
    public static ShownTable Table(JsonNode report, string id) => TableOf(report["tables"]!.AsArray().Single(table => table!["id"]!.ToString() == id)!);

    /// <summary>A row for each cell of an answer says the same as the sheet of all answers does.</summary>
    public static void CheckAnswerCells(JsonNode report)
    {
        var (answers, cells) = (Table(report, "Answers"), Table(report, "AnswerCells"));
        var places = report["tables"]!.AsArray().Single(table => table!["id"]!.ToString() == "Answers")!["columns"]!.AsArray().Index().ToDictionary(column => column.Item!["id"]!.ToString(), column => column.Index, StringComparer.Ordinal);
        var rows = answers.Rows.ToDictionary(row => (row["Award"], row["Period"]), row => row.Cells);
        foreach (var cell in cells.Rows)
            Assert.Equal((cell["Award"], cell["Period"], cell["Cell"], rows[(cell["Award"], cell["Period"])][places[cell["Cell"]]]), (cell["Award"], cell["Period"], cell["Cell"], cell["Answer"]));
        Assert.Equal(rows.Keys.Order(), cells.Rows.Select(cell => (cell["Award"], cell["Period"])).Distinct().Order());
    }

    private static ShownTable TableOf(JsonNode table) => new(
        [.. table["columns"]!.AsArray().Select(column => column!["heading"]!.ToString())],
        [.. table["rows"]!.AsArray().Select(row => row!.AsArray().Select(Text).ToArray())]);

    private static string Text(JsonNode? cell) => cell switch
    {
        null => "",
        JsonObject => ShownCell.NotAsked,
        _ => cell.ToString(),
    };
}
