using System.Globalization;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.History;

/// <summary>A line of the template: a question, or a cell of a table.</summary>
/// <param name="Place">The box that its value goes into.</param>
public sealed record TemplateLine(Question Question, string? Row, string? Column, string Place, string Label);

/// <summary>What came out of a filled-in template.</summary>
/// <param name="Boxes">The values as boxes of the page, where every line is usable.</param>
/// <param name="Findings">What is wrong, each with its line; nothing is taken while there are any.</param>
public sealed record ReadTemplate(TypedBoxes Boxes, IReadOnlyList<string> Findings);

/// <summary>
/// A past return as lines for a spreadsheet: the question's id, a table's row and column, what it is, and a value to fill in. Read back from
/// what a spreadsheet saves as CSV or copies: commas, semicolons or tabs.
/// </summary>
public static class PastTemplate
{
    private static readonly string[] Headings = ["question", "row", "column", "what it is", "value"];

    public static IEnumerable<TemplateLine> LinesOf(FoundHistory history)
    {
        foreach (var question in history.Questions)
            if (question is TableQuestion table)
                for (var row = 0; row < table.Rows.Count; row++)
                    for (var column = 0; column < table.TableColumns.Count; column++)
                        yield return new TemplateLine(
                            table, table.Rows[row].Id.Value, table.TableColumns[column].Id.Value, table.BoxOf(table.Id.Value, row, column),
                            $"{table.Label}: {table.Rows[row].Label}: {table.TableColumns[column].Label}");
            else if (question is not RepeatingGroupQuestion)
                yield return new TemplateLine(question, null, null, question.Id.Value, LabelOf(question));
    }

    /// <summary>The lines with their values left empty, for a spreadsheet in the United Kingdom.</summary>
    public static string Write(FoundHistory history)
    {
        var csv = new StringBuilder("\uFEFF").AppendJoin(',', Headings).Append("\r\n");
        foreach (var line in LinesOf(history))
            csv.AppendJoin(',', new[] { line.Question.Id.Value, line.Row ?? "", line.Column ?? "", Quoted(line.Label), "" }).Append("\r\n");
        return csv.ToString();
    }

    /// <summary>What was filled in, from the file that a spreadsheet saved as CSV: UTF-8, or the older Latin 1 that Excel saves where it isn't told otherwise.</summary>
    public static ReadTemplate Read(FoundHistory history, byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        // A workbook is a zip, or a compound file where it is an old one.
        if (file.AsSpan().StartsWith("PK"u8) || file.AsSpan().StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
            return new ReadTemplate(TypedBoxes.Of([]), ["This is a workbook. Save it as CSV in your spreadsheet, or copy its cells and paste them."]);
        try
        {
            return Read(history, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file));
        }
        catch (DecoderFallbackException)
        {
            return Read(history, Encoding.Latin1.GetString(file));
        }
    }

    /// <summary>What was filled in.</summary>
    public static ReadTemplate Read(FoundHistory history, string text)
    {
        var known = LinesOf(history).ToDictionary(line => (line.Question.Id.Value, line.Row ?? "", line.Column ?? ""));
        var (boxes, findings, lineAt) = (new List<Box>(), new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var number = 0;
        foreach (var cells in PlainCsv.Read(text))
        {
            number++;
            if (cells.All(string.IsNullOrWhiteSpace) || (number == 1 && cells[0].Trim() == Headings[0]))
                continue;
            if (cells.Count < Headings.Length)
                findings.Add(Invariant($"Line {number}: it has {cells.Count} columns and not {Headings.Length}. Copy all columns of the template."));
            else if (!known.TryGetValue((cells[0].Trim(), cells[1].Trim(), cells[2].Trim()), out var line))
                findings.Add(Invariant($"Line {number}: this form has no “{string.Join(' ', cells.Take(3).Where(cell => cell.Length > 0))}”. Take the line out, or use the template of today."));
            else if (cells[4].Trim() is { Length: > 0 } value)
            {
                if (!lineAt.TryAdd(line.Place, number))
                    findings.Add(Invariant($"Line {number}: line {lineAt[line.Place]} says the same. Leave one of them."));
                boxes.AddRange(BoxesOf(line, value));
            }
        }
        var typed = TypedBoxes.Of(boxes);
        foreach (var finding in KeepHistory.Understood(history, typed).Refused)
            findings.Add(lineAt.TryGetValue(finding.Place, out var at) || lineAt.TryGetValue(finding.Place.Split('/')[0], out at) ? Invariant($"Line {at}: {finding.Message}") : finding.Message);
        if (findings.Count == 0 && boxes.Count == 0)
            findings.Add("There is no value in the last column. Fill in at least one.");
        return new ReadTemplate(typed, findings);
    }

    /// <summary>Choices may be named as people read them, days as people write them.</summary>
    private static IEnumerable<Box> BoxesOf(TemplateLine line, string value)
    {
        switch (line.Question)
        {
            case DateQuestion:
                var names = DateQuestion.BoxesOf(line.Place);
                var parts = DateOnly.TryParseExact(value, ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? [Invariant($"{day.Day}"), Invariant($"{day.Month}"), Invariant($"{day.Year}")]
                    : new[] { value, "", "" };
                return names.Zip(parts, (name, part) => new Box(name, part));
            case ManyChoicesQuestion many:
                return value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => new Box(line.Place, IdOf(many, one)));
            case ChoiceQuestion choice:
                return [new Box(line.Place, IdOf(choice, value))];
            case YesNoQuestion:
                return [new Box(line.Place, value.ToLowerInvariant())];
            default:
                return [new Box(line.Place, value)];
        }
    }

    private static string IdOf(ChoiceQuestion question, string value) =>
        question.Choices.FirstOrDefault(choice => string.Equals(choice.Id, value, StringComparison.Ordinal) || string.Equals(choice.Label.En, value, StringComparison.OrdinalIgnoreCase))?.Id ?? value;

    private static string LabelOf(Question question) => question switch
    {
        ManyChoicesQuestion many => $"{question.Label} (any of: {string.Join("; ", many.Choices.Select(choice => choice.Label.En))})",
        ChoiceQuestion one => $"{question.Label} (one of: {string.Join(", ", one.Choices.Select(choice => choice.Label.En))})",
        YesNoQuestion => $"{question.Label} (yes or no)",
        DateQuestion => $"{question.Label} (a day, like 31/3/2026)",
        _ => question.Label,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
