using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms;

/// <summary>One form version as its JSON document writes it. What it means is in <see cref="FormVersion"/>.</summary>
public sealed record FormDocument
{
    public required FormId Form { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public string? Notes { get; init; }

    /// <summary>Estimated minutes to answer it.</summary>
    public int? Minutes { get; init; }

    public required IReadOnlyList<SectionDocument> Sections { get; init; }
}

/// <summary>A section. With <see cref="AgreedOutcomes"/> it stands once for each of an award's agreed outcomes, up to that many.</summary>
public sealed record SectionDocument
{
    public required SectionId Id { get; init; }
    public required string Title { get; init; }
    public string? Hint { get; init; }
    public int? AgreedOutcomes { get; init; }
    public required IReadOnlyList<QuestionDocument> Questions { get; init; }
}

/// <summary>A question of any type; which of the later properties may be used depends on the type.</summary>
public sealed record QuestionDocument
{
    public required QuestionId Id { get; init; }
    public required string Type { get; init; }
    public required string Label { get; init; }
    public string? Hint { get; init; }
    public string? Why { get; init; }
    public string? UsedBy { get; init; }
    public bool Required { get; init; }
    public IndicatorId? Indicator { get; init; }
    public AskIf? AskIf { get; init; }
    public IReadOnlyList<CheckDocument> Checks { get => field ?? []; init; }

    public int? MinWords { get; init; }
    public int? MaxWords { get; init; }
    public int? Decimals { get; init; }
    public bool Negative { get; init; }
    public IReadOnlyList<Choice> Choices { get => field ?? []; init; }
    public IReadOnlyList<QuestionDocument> Questions { get => field ?? []; init; }
    public int? MaxRows { get; init; }
    public bool CountsAgreedOutcome { get; init; }

    /// <summary>One choice: the report's summary shows figures by it, also for choices that nobody made.</summary>
    public bool Breakdown { get; init; }

    /// <summary>Long text: what would help. The lead funder reads these answers first.</summary>
    public bool AsksForHelp { get; init; }

    /// <summary>Set where a section is repeated for agreed outcomes; a definition doesn't write it.</summary>
    [JsonIgnore]
    public int? AgreedOutcome { get; init; }
}

/// <summary>Asks a question only where another one, asked before it, has one of these answers: choice ids, or <c>yes</c> and <c>no</c>.</summary>
public sealed record AskIf(QuestionId Question, IReadOnlyList<string> Is);

/// <summary>A check as a definition declares it; which properties a rule takes is said by the rule.</summary>
public sealed record CheckDocument
{
    /// <summary>The form's own stable code of this check.</summary>
    public required string Code { get; init; }
    public required string Rule { get; init; }
    public decimal? Value { get; init; }
    public IReadOnlyList<QuestionId> Of { get => field ?? []; init; }
    public QuestionId? AtMost { get; init; }
    public QuestionId? Before { get; init; }
    public DateOnly? Day { get; init; }
    public decimal? Percent { get; init; }
    public string? Message { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FormDocument))]
internal sealed partial class FormJson : JsonSerializerContext;
