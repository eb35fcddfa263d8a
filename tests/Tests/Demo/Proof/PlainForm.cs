using System.Text.Json.Nodes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A row or column of a table, or a choice.</summary>
internal sealed record PlainPart(string Id, string Label, string? Funder, JsonNode Definition);

/// <summary>A question as its form's JSON has it.</summary>
/// <param name="Definition">The question's own JSON.</param>
/// <param name="Outcome">The number of the award's agreed outcome that it asks about; null for none.</param>
/// <param name="Own">The ids of the questions of its section, as the JSON writes them.</param>
internal sealed record PlainQuestion(string Id, string Label, JsonNode Definition, string Section, string? Module, IReadOnlyList<string> VisibleTo, int? Outcome, IReadOnlyList<string> Own)
{
    public string Type => Definition["type"]!.GetValue<string>();

    public bool IsSensitive => Is("sensitive");

    public bool CountsAgreedOutcome => Is("countsAgreedOutcome");

    public IReadOnlyList<PlainPart> Rows => Parts("rows");

    public IReadOnlyList<PlainPart> Columns => Parts("columns");

    public IReadOnlyList<PlainPart> Choices => Parts("choices");

    /// <summary>The questions of a group.</summary>
    public IReadOnlyList<PlainPart> Parted => Parts("questions");

    public bool IsSeenBy(string funder) => VisibleTo.Count == 0 || VisibleTo.Contains(funder, StringComparer.Ordinal);

    public bool Is(string property) => Definition[property]?.GetValue<bool>() == true;

    /// <summary>The id that the section's JSON gives to another question, as this version of it has it.</summary>
    public string Other(string id) => Outcome is { } number && Own.Contains(id, StringComparer.Ordinal) ? $"{id}-{number}" : id;

    private List<PlainPart> Parts(string name) =>
        [.. (Definition[name]?.AsArray() ?? []).Select(part => new PlainPart(part!["id"]!.ToString(), PlainForm.English(part["label"]!), part["funder"]?.ToString(), part))];
}

/// <summary>A version of a form, read as plain JSON.</summary>
internal sealed class PlainForm
{
    public PlainForm(ReadOnlyMemory<byte> json)
    {
        var form = JsonNode.Parse(json.Span)!;
        Version = form["version"]!.GetValue<int>();
        Questions = [.. form["sections"]!.AsArray().SelectMany(section => QuestionsOf(section!))];
        ById = Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
    }

    public int Version { get; }

    public IReadOnlyList<PlainQuestion> Questions { get; }

    public IReadOnlyDictionary<string, PlainQuestion> ById { get; }

    /// <summary>Words in English, whether or not there are others too.</summary>
    public static string English(JsonNode words) => (words is JsonObject languages ? languages["en"]! : words).ToString();

    private static IEnumerable<PlainQuestion> QuestionsOf(JsonNode section)
    {
        var questions = section["questions"]!.AsArray();
        string[] own = [.. questions.Select(question => question!["id"]!.ToString())];
        var (title, module) = (English(section["title"]!), section["module"]?.ToString());
        return section["agreedOutcomes"] is { } most
            ? Enumerable.Range(1, most.GetValue<int>()).SelectMany(number => questions.Select(question => Of(question!, $"{title} {number}", number)))
            : questions.Select(question => Of(question!, title, null));

        PlainQuestion Of(JsonNode question, string inSection, int? number)
        {
            var (id, label) = (question["id"]!.ToString(), English(question["label"]!));
            var readers = (question["visibleTo"] ?? section["visibleTo"])?.AsArray().Select(funder => funder!.ToString()) ?? [];
            return number is null
                ? new PlainQuestion(id, label, question, inSection, module, [.. readers], null, own)
                : new PlainQuestion($"{id}-{number}", $"Outcome {number}: {label}", question, inSection, module, [.. readers], number, own);
        }
    }
}
