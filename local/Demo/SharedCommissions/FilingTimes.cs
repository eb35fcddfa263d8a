using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>When a return is sent, and how long it took.</summary>
internal static class FilingTimes
{
    /// <summary>Most come in the last days, for the partners' figures are waited for; a late one before the period closes.</summary>
    public static DateTimeOffset Of(Commission commission, ReportingPeriod period, int quarter)
    {
        var seeds = new SeededNumbers(commission.Award, $"{quarter}", "time");
        return Moment(period.Due.AddDays(Happenings.IsLate(commission, quarter) ? seeds.Between(1, 16) : -Math.Min(seeds.Between(0, 20), seeds.Between(0, 20))), seeds);
    }

    /// <summary>Some days after the return that it corrects, while corrections are taken.</summary>
    public static DateTimeOffset OfCorrection(Commission commission, ReportingPeriod period, int quarter)
    {
        var seeds = new SeededNumbers(commission.Award, $"{quarter}", "correction");
        return Moment(period.Due.AddDays(seeds.Between(20, 40)), seeds);
    }

    /// <summary>Partners make it longer; after two years it goes a little faster.</summary>
    public static int MinutesOf(Commission commission, int quarter) =>
        (int)((95 + (24 * commission.Partners.Length) + (18 * commission.Outcomes.Length)) * (quarter < 8 ? 1m : 0.85m)
              * new SeededNumbers(commission.Award, $"{quarter}", "minutes").Factor(0.8m, 1.3m));

    // Office hours: the same day in the United Kingdom, in summer too.
    private static DateTimeOffset Moment(DateOnly day, SeededNumbers seeds) =>
        new(day.ToDateTime(new TimeOnly(seeds.Between(8, 17), seeds.Between(0, 59), seeds.Between(0, 59))), TimeSpan.Zero);
}
