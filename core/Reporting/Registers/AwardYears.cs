using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Sheets;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>Pounds of a financial year.</summary>
public readonly record struct YearPounds(FinancialYear Year, decimal Pounds);

/// <summary>
/// The one rule for what an award pays in which financial year: its amount, spread evenly over its days, to the penny; of a provider that left early, what
/// falls on its days until then, as reports reckon costs.
/// </summary>
public static class AwardYears
{
    /// <param name="amount">The award's, or one funder's part of it. Pounds.</param>
    /// <returns>Every year that the award runs in, in order. They add up to the amount, or to what falls on the days until the provider left.</returns>
    public static IReadOnlyList<YearPounds> Of(Award award, decimal amount)
    {
        ArgumentNullException.ThrowIfNull(award);
        if (award.LastDay < award.Start)
            return [];
        var (years, days) = (new List<FinancialYear>(), new List<decimal>());
        for (var year = FinancialYear.Of(award.Start); year.First <= award.LastDay; year = new FinancialYear(year.Begins + 1))
        {
            var first = award.Start > year.First ? award.Start : year.First;
            var last = award.LastDay < year.Last ? award.LastDay : year.Last;
            years.Add(year);
            days.Add(last.DayNumber - first.DayNumber + 1);
        }
        var pounds = Shares.Of(AwardCost.Of(award, amount, award.Start, award.LastDay), days);
        return [.. years.Select((year, place) => new YearPounds(year, pounds[place]))];
    }

    /// <summary>An even split over areas, to the penny; the first areas take what is left over.</summary>
    /// <param name="areas">One or more.</param>
    public static decimal[] Split(decimal pounds, int areas) => Shares.Of(pounds, [.. Enumerable.Repeat(1m, areas)]);
}
