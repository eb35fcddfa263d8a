using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A number, by default with up to two decimals; it may be below zero where the form says so.</summary>
public sealed class NumberQuestion(QuestionDocument definition) : FigureQuestion(definition)
{
    public const string Name = "number";

    /// <summary>The most decimals where the form names no number.</summary>
    public const int UsualDecimals = 2;

    public override string Type => Name;

    public override int Decimals { get; } = definition.Decimals ?? UsualDecimals;

    public override CellKind Kind => CellKind.Number;

    protected override string Example => "as a number, like 2.5";

    public override bool NegativeAllowed { get; } = definition.Negative;
}
