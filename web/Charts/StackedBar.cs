namespace MonitoringReturns.Web.Charts;

/// <summary>A bar of a chart, in parts.</summary>
/// <param name="Parts">None below zero, in the order of the chart's key.</param>
/// <param name="Words">What it says, for who can't see it and beside it.</param>
public sealed record StackedBar(string Name, IReadOnlyList<decimal> Parts, string Words)
{
    public decimal Whole => Parts.Sum();
}
