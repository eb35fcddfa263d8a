namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A column of a table question.</summary>
/// <param name="Cells">How each of its cells is read: a count or an amount of money.</param>
public sealed record TableColumn(ColumnId Id, string Label, FigureQuestion Cells, IndicatorId? Indicator)
{
    internal byte[] IdUtf8 { get; } = System.Text.Encoding.ASCII.GetBytes(Id.Value);
}
