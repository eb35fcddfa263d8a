using System.Text.Json;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>
/// A question of a form version. A type of question owns how its answers are parsed, written, exported and how they add up;
/// <see cref="QuestionTypes"/> knows them all.
/// </summary>
public abstract class Question(QuestionDocument definition)
{
    public QuestionId Id { get; } = definition.Id;

    /// <summary>The id as canonical JSON holds it.</summary>
    internal byte[] IdUtf8 { get; } = System.Text.Encoding.ASCII.GetBytes(definition.Id.Value);

    public string Label { get; } = definition.Label.En;

    /// <summary>The label in every language of the form.</summary>
    public LocalText Labels { get; } = definition.Label;

    public string? Hint { get; } = definition.Hint?.En;

    /// <summary>Why it is asked, for the people who answer.</summary>
    public string? Why { get; } = definition.Why?.En;

    /// <summary>Who uses the answer: information, not permission.</summary>
    public string? UsedBy { get; } = definition.UsedBy?.En;

    /// <summary>The funders who may see the answer: permission; none named means all funders of the award.</summary>
    public IReadOnlyList<OrganisationId> VisibleTo { get; } = definition.VisibleTo;

    /// <summary>The funder whose module it belongs to: only awards that this funder pays for are asked. Null for the core form.</summary>
    public OrganisationId? Module { get; } = definition.Module;

    public bool Required { get; } = definition.Required;

    /// <summary>Where it is required: only in periods that start on this day or later; null for all.</summary>
    public DateOnly? RequiredFrom { get; } = definition.RequiredFrom;

    /// <summary>Where an answer comes from before anybody gives one.</summary>
    public Prefill Prefill { get; } = definition.Prefill;

    /// <summary>Questions of the version before that it takes the place of.</summary>
    public IReadOnlyList<QuestionId> Replaces { get; } = definition.Replaces;

    /// <summary>The indicator that the answer adds to.</summary>
    public IndicatorId? Indicator { get; } = definition.Indicator;

    /// <summary>The award's agreed outcome that it asks about, from 1; null for a question that doesn't depend on the award.</summary>
    public int? AgreedOutcome { get; } = definition.AgreedOutcome;

    /// <summary>Asked only where the award's agreed outcome is counted; its answer adds to that outcome's indicator.</summary>
    public bool CountsAgreedOutcome { get; } = definition.CountsAgreedOutcome;

    public AskIf? AskIf { get; } = definition.AskIf;

    /// <summary>The only periods it is asked in; null for all.</summary>
    public AskIn? AskIn { get; } = definition.AskIn;

    public IReadOnlyList<Check> Checks { get; } = [.. definition.Checks.Select(check => CheckRules.Make(check, definition))];

    /// <summary>Its place among all questions of the version, from 0. Answers are held by it.</summary>
    public int Ordinal { get; internal set; }

    /// <summary>The place of its first measure among all measures of the version.</summary>
    public int FirstMeasure { get; internal set; }

    /// <summary>The type's name as a form definition writes it.</summary>
    public abstract string Type { get; }

    /// <summary>Whether it must be answered in a period that starts on a day.</summary>
    public bool IsRequiredOn(DateOnly start) => Required && !(start < RequiredFrom);

    /// <summary>
    /// Reads an answer from one JSON value: the shape people's programs send and also the canonical one that is stored. Null, an
    /// empty text and an empty list are no answer. What can't be kept becomes a <see cref="FindingKind.Refused"/> finding.
    /// </summary>
    /// <param name="json">Stands on the value's first token; left on its last.</param>
    public abstract Answer? Parse(ref Utf8JsonReader json, Findings findings);

    /// <summary>Writes the canonical JSON of an answer of this type.</summary>
    public abstract void Write(Utf8JsonWriter json, Answer answer);

    /// <summary>Whether a page that was sent showed the question. A choice of which nothing is ticked sends nothing.</summary>
    /// <param name="place">Where its boxes are: the question's id, or in a group <c>group/1/question</c>.</param>
    public virtual bool IsIn(TypedBoxes typed, string place) => typed.Has(place);

    /// <summary>Its boxes on a page, as an answer fills them.</summary>
    public abstract IEnumerable<Box> Boxes(Answer answer, string place);

    /// <summary>Writes what stands in its boxes as the JSON that people's programs send, for <see cref="Parse"/> to judge.</summary>
    public abstract void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place);

    /// <summary>The columns it fills in the sheet of all answers.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>Writes the answer to its columns; <paramref name="cells"/> has one cell a column, all empty before.</summary>
    public abstract void Export(Answer answer, Span<Cell> cells);

    /// <summary>What its answers count, in a fixed order.</summary>
    public virtual IReadOnlyList<Measure> Measures => [];

    /// <summary>Writes the answer's figures, one a measure; all are null before, and stay so where the answer has none.</summary>
    public virtual void Count(Answer answer, Span<decimal?> figures)
    {
    }

    /// <summary>The figure of the answer that can be added up and checked; null for words, dates and choices.</summary>
    public virtual decimal? Figure(Answer answer) => null;

    /// <summary>A figure of the answer by its name in the form; null where the answer leaves it open.</summary>
    /// <param name="figure">Of this question; <see cref="Has"/> must hold.</param>
    public virtual decimal? Figure(Answer answer, FigureReference figure) => Figure(answer);

    /// <summary>Whether a figure of this name can be read from the question's answers.</summary>
    public virtual bool Has(FigureReference figure) => figure is { Row: null, Column: null } && IsFigure;

    /// <summary>Whether the question as a whole is one figure.</summary>
    public virtual bool IsFigure => false;

    /// <summary>What a figure of the question is called in a sentence.</summary>
    public virtual string NameOf(FigureReference figure) => $"“{Label}”";

    /// <summary>The provider's own words in the answer, to be read rather than counted; null where there are none.</summary>
    public virtual string? Words(Answer answer) => null;

    /// <summary>What follows from the type alone once an answer is there, such as a word limit.</summary>
    public virtual void CheckOwn(Answer answer, Findings findings)
    {
    }

    /// <summary>Refuses a value of another JSON type, with the sentence that says what to send.</summary>
    protected Answer? Refuse(ref Utf8JsonReader json, Findings findings, Code code, string message)
    {
        json.Skip();
        findings.Refuse(code, Id, message);
        return null;
    }

    protected Column OneColumn(CellKind kind, double width = 0, bool wrap = false) => new(Id.Value, Label, kind, width, wrap);
}
