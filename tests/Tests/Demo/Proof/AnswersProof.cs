using System.Globalization;
using System.Text.Json.Nodes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Every cell of the sheet of all answers, its columns, and of sensitive tables in cuts what must not be told.</summary>
internal static class AnswersProof
{
    private static readonly string[] Own = ["Award", "Provider", "Period", "Revision", "Submitted"];

    public static void Check(PlainReport expected, OpenedReport report)
    {
        var table = report.Table("Answers");
        CheckColumns(expected, table);
        Assert.Equal(expected.In.Select(one => (one.Award.Id.Value, one.Award.Provider.Name, one.Period.Id.Value)), table.Rows.Select(row => (row["Award"], row["Provider"], row["Period"])));
        foreach (var (one, row) in expected.In.Zip(table.Rows))
            CheckRow(expected, one, row);
    }

    /// <summary>The columns are those of the questions and rows that the reader may see, no others; in one version's form, in its order.</summary>
    private static void CheckColumns(PlainReport expected, ShownTable table)
    {
        Assert.Equal(Own, table.Headings.Take(Own.Length));
        var headings = table.Headings.Skip(Own.Length).ToList();
        var asked = expected.Forms.SelectMany(form => form.Questions).SelectMany(question => HeadingsOf(expected, question)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(asked.Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
        if (expected.Forms.Count == 1)
            Assert.Equal(asked, headings);
    }

    private static void CheckRow(PlainReport expected, PlainReturn one, ShownRow row)
    {
        var about = (expected.Key, one.Award.Id.Value, one.Period.Id.Value);
        row.Holds("Revision", one.Newest.Revision, about);
        var submitted = PlainReturn.InUk(one.Newest.At);
        Assert.Equal((about, submitted.AddTicks(-(submitted.Ticks % TimeSpan.TicksPerMinute))), (about, ShownCell.Moment(row["Submitted"])!.Value));
        var met = new HashSet<string>(Own, StringComparer.Ordinal);
        foreach (var question in one.Form.Questions.Where(expected.Sees))
        {
            met.UnionWith(HeadingsOf(expected, question));
            if (one.Answer(question) is not { } answer)
                foreach (var heading in HeadingsOf(expected, question))
                    row.Says(heading, one.IsAsked(question) ? null : ShownCell.NotAsked, about);
            else if (question.Type == "table")
                CheckTable(expected, question, answer, row, about);
            else if (question.Type == "repeatingGroup")
                CheckGroup(question, answer.AsArray(), row, about);
            else if (RawAnswers.Shown(question.Definition, answer) is decimal figure)
                row.Holds(question.Label, figure, about);
            else
                row.Says(question.Label, (string)RawAnswers.Shown(question.Definition, answer)!, about);
        }
        foreach (var heading in row.Table.Headings.Where(heading => !met.Contains(heading)))
            row.Says(heading, ShownCell.NotAsked, about);
    }

    private static void CheckTable(PlainReport expected, PlainQuestion table, JsonNode answer, ShownRow row, object about)
    {
        foreach (var column in table.Columns)
        {
            var cells = table.Rows.Select(line => answer[line.Id]?[column.Id]?.GetValue<decimal>()).ToList();
            decimal? total = cells.OfType<decimal>().ToList() is { Count: > 0 } some ? some.Sum() : null;
            if (table.IsSensitive && !expected.IsLead)
            {
                CheckHidden(table, column, cells, total, row, about);
                continue;
            }
            foreach (var (line, cell) in table.Rows.Zip(cells).Where(one => expected.SeesRowOf(one.First.Funder)))
                row.Holds(CellHeading(table, line.Label, column), cell, about);
            if (HasTotal(expected, table))
                row.Holds(CellHeading(table, "total", column), total, about);
        }
    }

    /// <summary>No 1 to 4 is told; and where one is not told, the others that are don't give it away by the total.</summary>
    private static void CheckHidden(PlainQuestion table, PlainPart column, List<decimal?> cells, decimal? total, ShownRow row, object about)
    {
        var hidden = 0;
        foreach (var (line, cell) in table.Rows.Zip(cells))
        {
            var heading = CellHeading(table, line.Label, column);
            var told = row[heading] is not ("<5" or "hidden");
            hidden += told ? 0 : 1;
            Assert.False(told && cell is >= 1 and <= 4, $"{about}: “{heading}” tells {cell}.");
            Assert.False(row[heading] == "<5" && cell is not (>= 1 and <= 4), $"{about}: “{heading}” says <5 of {cell}.");
            Assert.False(!told && cell is null or 0, $"{about}: “{heading}” hides what is nobody.");
            if (told)
                row.Holds(heading, cell, about);
        }
        var sum = row[CellHeading(table, "total", column)];
        Assert.Equal((about, cells.Any(cell => cell is >= 1 and <= 4)), (about, hidden > 0));
        Assert.False(hidden == 1 && sum != "hidden", $"{about}: “{table.Label}” hides one cell and shows its total.");
        if (sum != "hidden")
            row.Holds(CellHeading(table, "total", column), total, about);
    }

    private static void CheckGroup(PlainQuestion group, JsonArray rows, ShownRow row, object about)
    {
        row.Holds($"{group.Label}: how many", rows.Count, about);
        foreach (var part in FiguresOf(group))
            row.Holds($"{group.Label}: {part.Label}, total", rows.Sum(one => one![part.Id]?.GetValue<decimal>() ?? 0), about);
        row.Says(group.Label, string.Join("; ", rows.Select(one => string.Join(", ", group.Parted.Where(part => one![part.Id] is not null).Select(part => InWords(part, one![part.Id]!))))), about);
    }

    private static string InWords(PlainPart part, JsonNode value) => TypeOf(part) switch
    {
        "money" => value.GetValue<decimal>().ToString("£#,##0.00", CultureInfo.InvariantCulture),
        "count" => value.GetValue<decimal>().ToString("#,##0", CultureInfo.InvariantCulture),
        _ => value.ToString().Trim(),
    };

    private static IEnumerable<string> HeadingsOf(PlainReport expected, PlainQuestion question)
    {
        if (!expected.Sees(question))
            return [];
        return question.Type switch
        {
            "table" =>
            [
                .. question.Rows.Where(row => expected.SeesRowOf(row.Funder)).SelectMany(row => question.Columns.Select(column => CellHeading(question, row.Label, column))),
                .. HasTotal(expected, question) ? question.Columns.Select(column => CellHeading(question, "total", column)) : [],
            ],
            "repeatingGroup" => [$"{question.Label}: how many", .. FiguresOf(question).Select(part => $"{question.Label}: {part.Label}, total"), question.Label],
            _ => [question.Label],
        };
    }

    /// <summary>A total that holds other funders' rows is the lead's alone.</summary>
    private static bool HasTotal(PlainReport expected, PlainQuestion table) => expected.IsLead || table.Rows.All(row => row.Funder is null);

    private static string CellHeading(PlainQuestion table, string row, PlainPart column) => table.Columns.Count == 1 ? $"{table.Label}: {row}" : $"{table.Label}: {row}: {column.Label}";

    private static IEnumerable<PlainPart> FiguresOf(PlainQuestion group) => group.Parted.Where(part => TypeOf(part) is "count" or "money" or "number");

    private static string TypeOf(PlainPart part) => part.Definition["type"]!.GetValue<string>();
}
