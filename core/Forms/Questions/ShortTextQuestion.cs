using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A line of text, up to 500 characters.</summary>
public sealed class ShortTextQuestion(QuestionDocument definition) : TextQuestion(definition)
{
    public const string Name = "shortText";

    public override string Type => Name;

    public override int MaxCharacters => 500;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];
}
