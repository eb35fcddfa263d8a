using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A whole number of people or things, zero or more.</summary>
public sealed class CountQuestion(QuestionDocument definition) : FigureQuestion(definition)
{
    public const string Name = "count";

    public override string Type => Name;

    public override int Decimals => 0;

    public override CellKind Kind => CellKind.Count;

    protected override string Example => "as a whole number, like 42";
}
