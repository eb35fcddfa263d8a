using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>Pounds and pence, zero or more.</summary>
public sealed class MoneyQuestion(QuestionDocument definition) : FigureQuestion(definition)
{
    public const string Name = "money";

    public override string Type => Name;

    public override int Decimals => 2;

    public override CellKind Kind => CellKind.Money;

    protected override string Example => "in pounds and pence, like 1,250.50";
}
