using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What an award costs in a time: its amount, spread evenly over its days. A provider that leaves early costs nothing after.</summary>
internal static class AwardCost
{
    /// <param name="amount">The award's, or one funder's part of it. Pounds.</param>
    /// <param name="from">First day, included.</param>
    /// <param name="to">Last day, included.</param>
    public static decimal Of(Award award, decimal amount, DateOnly from, DateOnly to)
    {
        var (first, end) = (from > award.Start ? from : award.Start, to < award.LastDay ? to : award.LastDay);
        var days = award.End.DayNumber - award.Start.DayNumber + 1;
        return first > end ? 0 : amount * (end.DayNumber - first.DayNumber + 1) / days;
    }
}
