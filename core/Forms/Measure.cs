using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms;

/// <summary>What a measure is part of.</summary>
public enum MeasureKind
{
    /// <summary>A question's own figure.</summary>
    Figure,
    /// <summary>A cell of a table.</summary>
    Cell,
    /// <summary>The total of a table's column.</summary>
    ColumnTotal,
    /// <summary>How many returns chose an answer.</summary>
    Choice,
}

/// <summary>Names a measure in its version: a question, and a table's row and column or a choice where there is one.</summary>
public readonly record struct MeasureId(QuestionId Question, string? Row, string? Column)
{
    public static MeasureId Of(QuestionId question) => new(question, null, null);

    public static MeasureId OfColumn(QuestionId question, string column) => new(question, null, column);

    public static MeasureId OfCell(QuestionId question, RowId row, ColumnId column) => new(question, row.Value, column.Value);

    public static MeasureId OfChoice(QuestionId question, string choice) => new(question, choice, null);

    /// <summary>As CSV and JSON write it: <c>question</c>, <c>table/row/column</c>, <c>table//column</c> for a column's total, <c>question/choice</c>.</summary>
    public override string ToString() => (Row, Column) switch
    {
        (null, null) => Question.Value,
        ({ } row, null) => $"{Question}/{row}",
        (var row, { } column) => $"{Question}/{row}/{column}",
    };
}

/// <summary>Something that the answers to a form version count, and that adds up over returns.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Unit">Whether it is a count, a number or money.</param>
public sealed record Measure(MeasureId Id, string Label, CellKind Unit, MeasureKind Kind)
{
    /// <summary>The indicators it adds to, whatever the award; what an award's agreed outcome counts comes from the award.</summary>
    public IReadOnlyList<IndicatorId> Indicators { get; init; } = [];

    /// <summary>The funder whose row it is in; null for none.</summary>
    public OrganisationId? Funder { get; init; }

    /// <summary>It counts returns, not what is in them.</summary>
    public bool Returns { get; init; }
}
