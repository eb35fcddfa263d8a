using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>
/// What a workbook must say, worked out from the demo's raw JSON alone, without any of the portal's own rules: the newest filing of each
/// award, the form's document read as plain JSON, and LINQ.
/// </summary>
internal sealed class RawAnswers(IDemoCase demo, string period)
{
    /// <summary>The newest submitted answers by award, then by question.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, JsonNode>> ByAward { get; } = demo.Filings(Identifier.Parse<PeriodId>(period))
        .Where(filing => filing.Signatory is not null)
        .GroupBy(filing => filing.Award.Value, StringComparer.Ordinal)
        .ToDictionary(
            ofAward => ofAward.Key,
            ofAward => ofAward.MaxBy(filing => filing.Revision)!.Answers.Where(answer => JsonNode.Parse(answer.ValueJson) is not null)
                .ToDictionary(answer => answer.Question, answer => JsonNode.Parse(answer.ValueJson)!, StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Each question's heading and definition by its id, agreed outcomes numbered, in the version that the period asks.</summary>
    public IReadOnlyDictionary<string, (string Label, JsonNode Definition)> Questions { get; } = Read(JsonNode.Parse(FormOf(demo, period).Span)!);

    /// <summary>The figure that an award reported for an indicator: the sum of the answers that count towards it; null for none.</summary>
    public decimal? Figure(string award, string indicator)
    {
        var figures = ByAward[award].SelectMany(answer => Counted(award, answer.Key, answer.Value))
            .Where(counted => counted.Indicator == indicator).Select(counted => counted.Figure).ToList();
        return figures.Count == 0 ? null : figures.Sum();
    }

    /// <summary>What an answer counts: its figure, or of a table each cell.</summary>
    private IEnumerable<(string Indicator, decimal Figure)> Counted(string award, string question, JsonNode value)
    {
        var definition = Questions[question].Definition;
        var whole = definition["countsAgreedOutcome"]?.GetValue<bool>() == true
            ? demo.Awards.Single(one => one.Id.Value == award).AgreedOutcomes[int.Parse(question[(question.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) - 1].Indicator?.Value
            : definition["indicator"]?.GetValue<string>();
        if (definition["type"]!.GetValue<string>() != "table")
        {
            if (whole is not null)
                yield return (whole, FigureOf(value));
            yield break;
        }
        foreach (var (row, cells) in value.AsObject())
            foreach (var (column, figure) in cells!.AsObject())
            {
                if ((Part(definition, "columns", column)["indicator"]?.ToString() ?? whole) is { } ofColumn)
                    yield return (ofColumn, figure!.GetValue<decimal>());
                if (Part(definition, "rows", row)["indicators"]?[column]?.ToString() is { } ofCell)
                    yield return (ofCell, figure!.GetValue<decimal>());
            }
    }

    private static JsonNode Part(JsonNode table, string parts, string id) => table[parts]!.AsArray().Single(part => part!["id"]!.ToString() == id)!;

    /// <summary>What a cell shows of an answer: a figure as a number, anything else as text; null for what a test of single cells leaves out.</summary>
    public static object? Shown(JsonNode definition, JsonNode value) => definition["type"]!.GetValue<string>() switch
    {
        "count" or "money" or "number" or "percentage" => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture),
        "yesNo" => value.GetValue<bool>() ? "Yes" : "No",
        "declaration" => "Declared",
        "oneChoice" => LabelOf(definition, value),
        "manyChoices" => string.Join("; ", definition["choices"]!.AsArray().Where(choice => value.AsArray().Any(chosen => chosen!.ToString() == choice!["id"]!.ToString())).Select(choice => choice!["label"]!.ToString())),
        "shortText" or "longText" => value.ToString().Trim(),
        _ => null,
    };

    /// <summary>A figure, or the total of the figures in a group's or a table's rows.</summary>
    private static decimal FigureOf(JsonNode value) => value switch
    {
        JsonArray rows => rows.Sum(TotalOf),
        JsonObject table => table.Sum(row => TotalOf(row.Value)),
        _ => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture),
    };

    private static decimal TotalOf(JsonNode? row) =>
        row!.AsObject().Where(part => part.Value!.GetValueKind() == JsonValueKind.Number).Sum(part => part.Value!.GetValue<decimal>());

    /// <summary>A cell that LibreOffice shows, as a number: £1,200.50 is 1200.5.</summary>
    public static decimal Number(string cell) => decimal.Parse(cell.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string LabelOf(JsonNode definition, JsonNode value) =>
        definition["choices"]!.AsArray().Single(choice => choice!["id"]!.ToString() == value.ToString())!["label"]!.ToString();

    /// <summary>The last version that starts with the period or one before it.</summary>
    private static ReadOnlyMemory<byte> FormOf(IDemoCase demo, string period)
    {
        var periods = demo.Programme.Calendar.Select(one => one.Id.Value).ToList();
        return demo.Forms[demo.Programme.FormVersions.Last(plan => periods.IndexOf(plan.From.Value) <= periods.IndexOf(period)).Version - 1];
    }

    /// <summary>Words in English, whether or not there are others too.</summary>
    private static string English(JsonNode words) => (words is JsonObject languages ? languages["en"]! : words).ToString();

    private static Dictionary<string, (string, JsonNode)> Read(JsonNode form)
    {
        var questions = new Dictionary<string, (string, JsonNode)>(StringComparer.Ordinal);
        foreach (var section in form["sections"]!.AsArray())
            foreach (var question in section!["questions"]!.AsArray())
            {
                var (id, label) = (question!["id"]!.ToString(), English(question["label"]!));
                if (section["agreedOutcomes"] is not { } most)
                    questions[id] = (label, question);
                else
                    foreach (var number in Enumerable.Range(1, most.GetValue<int>()))
                        questions[$"{id}-{number}"] = ($"Outcome {number}: {label}", question);
            }
        return questions;
    }
}
