using MonitoringReturns.Core.History;

namespace MonitoringReturns.Web.Pages.Returns.Past;

/// <summary>The past returns of an award.</summary>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record HistoryModel(FoundHistory History, string? Done)
{
    public const string Entered = "entered";
    public const string Deleted = "deleted";
}

/// <summary>The figures of an award over time, one line of them in front.</summary>
/// <param name="Chosen">Its place among all lines.</param>
public sealed record TrendModel(AwardTrend Trend, int Chosen)
{
    public TrendLine? Line => Trend.Lines.Count == 0 ? null : Trend.Lines[Chosen];
}
