using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms;

/// <summary>One form version as its JSON document writes it. What it means is in <see cref="FormVersion"/>.</summary>
public sealed record FormDocument
{
    public required FormId Form { get; init; }

    /// <summary>Counts from 1; 0 is written too, so that it can be read and refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Version { get; init; }

    public required LocalText Title { get; init; }
    public LocalText? Notes { get; init; }

    /// <summary>Estimated minutes to answer it.</summary>
    public int? Minutes { get; init; }

    /// <summary>Who signs beside the signatory, by their role in the organisation, such as “Chief finance officer”; null where one signature is enough.</summary>
    public LocalText? SecondSignature { get; init; }

    public required IReadOnlyList<SectionDocument> Sections { get; init; }

    /// <summary>The document as JSON; reading it gives an equal one.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FormJson.Default.FormDocument);

    /// <exception cref="FormDefinitionException">The bytes are no form definition.</exception>
    public static FormDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, FormJson.Default.FormDocument) ?? throw new FormDefinitionException("form", "the document is empty");
            RefuseNullInLists(json);
            return document;
        }
        catch (JsonException error)
        {
            throw new FormDefinitionException(error.Path ?? "form", $"the document is not a form definition: {error.Message}");
        }
    }

    /// <summary>The deserialiser refuses null where a property can't be null, but not in a list.</summary>
    private static void RefuseNullInLists(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var before = JsonTokenType.PropertyName;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && before != JsonTokenType.PropertyName)
                throw new FormDefinitionException("form", $"there is a null in a list, {reader.TokenStartIndex} bytes into the document");
            before = reader.TokenType;
        }
    }
}

/// <summary>A section. With <see cref="AgreedOutcomes"/> it stands once for each of an award's agreed outcomes, up to that many.</summary>
public sealed record SectionDocument
{
    public required SectionId Id { get; init; }
    public required LocalText Title { get; init; }
    public LocalText? Hint { get; init; }
    public int? AgreedOutcomes { get; init; }

    /// <summary>The funder whose module it is: put only to awards that this funder pays for. Null for the core form.</summary>
    public OrganisationId? Module { get; init; }

    /// <summary>The funders who may see the answers; none named: all funders of the award.</summary>
    public IReadOnlyList<OrganisationId> VisibleTo { get => field ?? []; init; }

    public required IReadOnlyList<QuestionDocument> Questions { get; init; }
}

/// <summary>A question of any type; which of the later properties may be used depends on the type.</summary>
public sealed record QuestionDocument
{
    public required QuestionId Id { get; init; }
    public required string Type { get; init; }
    public required LocalText Label { get; init; }
    public LocalText? Hint { get; init; }
    public LocalText? Why { get; init; }
    public LocalText? UsedBy { get; init; }

    /// <summary>The funders who may see the answer; none named: as the section says.</summary>
    public IReadOnlyList<OrganisationId> VisibleTo { get => field ?? []; init; }

    public bool Required { get; init; }

    /// <summary>Where it is required: only in periods that start on this day or later; before, it may be left open.</summary>
    public DateOnly? RequiredFrom { get; init; }
    public IndicatorId? Indicator { get; init; }
    public AskIf? AskIf { get; init; }
    public AskIn? AskIn { get; init; }
    public Prefill Prefill { get; init; }

    /// <summary>Questions of the version before that this one takes the place of.</summary>
    public IReadOnlyList<QuestionId> Replaces { get => field ?? []; init; }

    public IReadOnlyList<CheckDocument> Checks { get => field ?? []; init; }

    public int? MinWords { get; init; }
    public int? MaxWords { get; init; }
    public int? Decimals { get; init; }
    public bool Negative { get; init; }
    public IReadOnlyList<Choice> Choices { get => field ?? []; init; }
    public IReadOnlyList<QuestionDocument> Questions { get => field ?? []; init; }
    public int? MaxRows { get; init; }

    /// <summary>Evidence: how many files it takes.</summary>
    public int? MaxFiles { get; init; }

    /// <summary>Table: who or what is counted.</summary>
    public IReadOnlyList<RowDocument> Rows { get => field ?? []; init; }

    /// <summary>Table: what is counted of each.</summary>
    public IReadOnlyList<ColumnDocument> Columns { get => field ?? []; init; }

    /// <summary>Table: shows a total a row as well; only where all columns count the same thing.</summary>
    public bool RowTotals { get; init; }

    /// <summary>Table: a row has all of its columns or none, such as a value and a number.</summary>
    public bool WholeRows { get; init; }

    /// <summary>Table: counts of people of which small ones are hidden from all but the lead funder.</summary>
    public bool Sensitive { get; init; }

    public bool CountsAgreedOutcome { get; init; }

    /// <summary>One choice: the report's summary shows figures by it, also for choices that nobody made.</summary>
    public bool Breakdown { get; init; }

    /// <summary>Long text: what would help. The lead funder reads these answers first.</summary>
    public bool AsksForHelp { get; init; }

    /// <summary>Why it needs personal data of the people who were helped; null for a question that asks for none.</summary>
    public LocalText? PersonalData { get; init; }

    /// <summary>Set where a section is repeated for agreed outcomes; a definition doesn't write it.</summary>
    internal int? AgreedOutcome { get; init; }

    /// <summary>The section's module; a question's definition doesn't write it.</summary>
    internal OrganisationId? Module { get; init; }
}

/// <summary>A row of a table.</summary>
public sealed record RowDocument
{
    public required RowId Id { get; init; }
    public required LocalText Label { get; init; }

    /// <summary>Rows of the version before that this one takes the place of.</summary>
    public IReadOnlyList<RowId> Replaces { get => field ?? []; init; }

    /// <summary>The funder whose row it is, such as a borough; no other co-funder sees it. Null where it belongs to nobody.</summary>
    public OrganisationId? Funder { get; init; }

    /// <summary>Indicators that single cells of the row add to, by column.</summary>
    public IReadOnlyDictionary<ColumnId, IndicatorId> Indicators { get => field ?? EmptyIndicators; init; }

    private static readonly Dictionary<ColumnId, IndicatorId> EmptyIndicators = [];
}

/// <summary>A column of a table.</summary>
public sealed record ColumnDocument
{
    public required ColumnId Id { get; init; }
    public required LocalText Label { get; init; }

    /// <summary><c>count</c> or <c>money</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Columns of the version before that this one takes the place of.</summary>
    public IReadOnlyList<ColumnId> Replaces { get => field ?? []; init; }

    /// <summary>The indicator that all cells of the column add to.</summary>
    public IndicatorId? Indicator { get; init; }
}

/// <summary>One answer to choose from: its permanent id and what people read.</summary>
public sealed record Choice(string Id, LocalText Label)
{
    /// <summary>Choices of the version before that this one takes the place of.</summary>
    public IReadOnlyList<string> Replaces { get => field ?? []; init; }
}

/// <summary>Where an answer comes from before anybody gives one; it counts only once a person confirmed it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Prefill>))]
public enum Prefill
{
    [JsonStringEnumMemberName("never")]
    Never,
    /// <summary>The period before.</summary>
    [JsonStringEnumMemberName("previous")]
    Previous,
    /// <summary>What the portal knows of the organisation.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,
}

/// <summary>Asks a question only in some periods: one of the conditions suffices.</summary>
public sealed record AskIn
{
    /// <summary>Months, 1 to 12: periods that end in one of them, so 3 is the last quarter of a financial year.</summary>
    public IReadOnlyList<int> EndingIn { get => field ?? []; init; }

    /// <summary>The last period of an award.</summary>
    public bool LastOfAward { get; init; }
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
    /// <summary>On a table: the column whose total is checked; may be left out where there is one.</summary>
    public ColumnId? Column { get; init; }

    public IReadOnlyList<FigureReference> Of { get => field ?? []; init; }
    public FigureReference? AtMost { get; init; }
    public QuestionId? Before { get; init; }
    public DateOnly? Day { get; init; }
    public decimal? Percent { get; init; }
    public LocalText? Message { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FormDocument))]
internal sealed partial class FormJson : JsonSerializerContext;
