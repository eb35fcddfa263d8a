using System.Text.Json.Nodes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Figures period by period: of indicators, and of everything that the form counts, through its versions.</summary>
internal static class TrendProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        CheckIndicators(expected, report.Table("Trend", "Indicators, period by period"));
        CheckLines(expected, report.Table("Trend", "Everything that is counted, period by period"));
    }

    private static void CheckIndicators(PlainReport expected, ShownTable table)
    {
        Assert.Equal(expected.Periods.Select(period => period.Name), table.Rows.Select(row => row["Period"]));
        foreach (var (period, row) in table.Rows.Index())
        {
            row.Says("Form version", $"{expected.Form(period).Version}{(IsChanged(expected, period) ? " (changed)" : "")}", period);
            row.Holds("Returns in", expected.Awards.Count(award => expected.Return(award, period).IsIn), period);
            foreach (var indicator in expected.Indicators)
            {
                var about = (expected.Key, indicator.Id, period);
                if (expected.Awards.Any(award => expected.Figure(award, period, indicator).IsAsked))
                    row.HoldsFigure(indicator.Name, indicator, expected.InPeriod(indicator, period).Actual?.Value, several: false, about);
                else
                    row.Says(indicator.Name, ShownCell.NotAsked, about);
            }
        }
    }

    private static void CheckLines(PlainReport expected, ShownTable table)
    {
        string[] periods = [.. expected.Periods.Select((period, place) => $"{period.Id} (form {expected.Form(place).Version}{(IsChanged(expected, place) ? ", changed" : "")})")];
        Assert.Equal(["What is counted", "Unit", .. periods], table.Headings);
        var lines = LinesOf(expected);
        Assert.Equal(lines.Select(line => line.Label).Order(StringComparer.Ordinal), table.Rows.Select(row => row["What is counted"]).Order(StringComparer.Ordinal));
        var rows = table.Rows.ToDictionary(row => row["What is counted"], StringComparer.Ordinal);
        foreach (var line in lines)
        {
            rows[line.Label].Says("Unit", line.Unit, line.Label);
            foreach (var (period, heading) in periods.Index())
                CheckCell(expected, line, period, rows[line.Label], heading);
        }
    }

    private static void CheckCell(PlainReport expected, Line line, int period, ShownRow row, string heading)
    {
        var about = (expected.Key, line.Label);
        var parts = line.In(expected.Form(period));
        var isIn = expected.Awards.Select(award => expected.Return(award, period)).Where(one => one.IsIn).ToList();
        if (!isIn.Exists(one => parts.Exists(part => one.IsPut(part.Question))))
            row.Says(heading, ShownCell.NotAsked, about);
        else
            row.Holds(heading, isIn.SelectMany(one => parts.Select(part => part.FigureOf(one))).OfType<decimal>().ToList() is { Count: > 0 } figures ? figures.Sum() : null, about);
    }

    /// <summary>A line for everything that any of the versions counts, by its own ids; under the words of the last version that has it.</summary>
    private static List<Line> LinesOf(PlainReport expected)
    {
        var forms = Enumerable.Range(0, expected.Periods.Count).Select(expected.Form).Distinct().ToList();
        return [.. forms.AsEnumerable().Reverse().SelectMany(form => form.Questions.Where(question => question.Outcome is null && Sees(question)).SelectMany(CountedIn))
            .DistinctBy(counted => counted.Id).Select(counted => new Line(counted, forms))];

        bool Sees(PlainQuestion question) => question.Type == "table" ? expected.SeesTableSums(question) : expected.Sees(question);
    }

    private static IEnumerable<Counted> CountedIn(PlainQuestion question) => question.Type switch
    {
        "count" or "number" => [new Counted(question, null, null, question.Label, "number")],
        "money" => [new Counted(question, null, null, question.Label, "£")],
        "oneChoice" or "manyChoices" => question.Choices.Select(choice => new Counted(question, choice.Id, null, $"{question.Label}: {choice.Label}", "returns")),
        "repeatingGroup" => question.Parted.Where(part => TypeOf(part) is "count" or "number" or "money")
            .Select(part => new Counted(question, null, part.Id, $"{question.Label}: {part.Label}", TypeOf(part) == "money" ? "£" : "number")),
        "table" => question.Rows.Select(row => (row.Id, row.Label)).Append((Counted.Total, "total")).SelectMany(row => question.Columns.Select(column => new Counted(
            question, row.Item1, column.Id, question.Columns.Count == 1 ? $"{question.Label}: {row.Item2}" : $"{question.Label}: {row.Item2}: {column.Label}",
            TypeOf(column) == "money" ? "£" : "number"))),
        _ => [],
    };

    private static string TypeOf(PlainPart part) => part.Definition["type"]!.GetValue<string>();

    private static bool IsChanged(PlainReport expected, int period) => period > 0 && expected.Form(period) != expected.Form(period - 1);

    /// <summary>Something that a version counts: a question, or a row and column of a table, a choice, or a part of a group.</summary>
    private sealed record Counted(PlainQuestion Question, string? Row, string? Column, string Label, string Unit)
    {
        public const string Total = "(total)";

        public (string, string?, string?) Id => (Question.Id, Row, Column);

        public decimal? FigureOf(PlainReturn one)
        {
            if (one.Answer(Question) is not { } answer)
                return null;
            return Question.Type switch
            {
                "oneChoice" => answer.ToString() == Row ? 1 : 0,
                "manyChoices" => answer.AsArray().Any(chosen => chosen!.ToString() == Row) ? 1 : 0,
                "repeatingGroup" => answer.AsArray().Sum(row => row![Column!]?.GetValue<decimal>() ?? 0),
                "table" when Row == Total => Sum(answer.AsObject().Select(row => row.Value?[Column!])),
                "table" => answer[Row!]?[Column!]?.GetValue<decimal>(),
                _ => answer.GetValue<decimal>(),
            };
        }

        private static decimal? Sum(IEnumerable<JsonNode?> cells) => cells.Where(cell => cell is not null).ToList() is { Count: > 0 } some ? some.Sum(cell => cell!.GetValue<decimal>()) : null;
    }

    /// <summary>One thing through the versions: where it is gone, the rows that took its place together, if any did; where it had not come yet, nothing.</summary>
    private sealed class Line(Counted known, List<PlainForm> forms)
    {
        public string Label => known.Label;

        public string Unit => known.Unit;

        public List<Counted> In(PlainForm form)
        {
            HashSet<string?> rows = [known.Row];
            var began = false;
            foreach (var version in forms.TakeWhile(version => version.Version <= form.Version))
            {
                if (!version.ById.TryGetValue(known.Question.Id, out var question))
                    continue;
                var counted = CountedIn(question).Where(one => one.Column == known.Column).ToList();
                began |= counted.Exists(one => one.Row == known.Row);
                foreach (var gone in rows.Where(row => began && counted.TrueForAll(one => one.Row != row)).ToList())
                {
                    rows.Remove(gone);
                    rows.UnionWith(question.Rows.Where(row => row.Definition["replaces"]?.AsArray().Any(old => old!.ToString() == gone) == true).Select(row => row.Id));
                }
            }
            return form.ById.TryGetValue(known.Question.Id, out var here) ? [.. CountedIn(here).Where(one => one.Column == known.Column && rows.Contains(one.Row))] : [];
        }
    }
}
