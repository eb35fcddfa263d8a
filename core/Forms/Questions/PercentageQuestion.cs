using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A percentage with up to one decimal: 12.5 is twelve and a half per cent.</summary>
public sealed class PercentageQuestion(QuestionDocument definition) : FigureQuestion(definition)
{
    public const string Name = "percentage";

    public override string Type => Name;

    public override int Decimals => 1;

    public override CellKind Kind => CellKind.Percentage;

    protected override string Example => "as a percentage, like 12.5";
}
