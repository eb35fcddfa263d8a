using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>When a return is sent, and how long it took.</summary>
internal static class FilingTimes
{
    private const int DaysLate = 9;

    /// <summary>In the last ten days of the month that there is, or later.</summary>
    public static DateTimeOffset Of(Provider provider, ReportingPeriod period, int place)
    {
        var seeds = new SeededNumbers(provider.Award, $"{place}", "time");
        return Moment(Happenings.IsLate(provider, place) ? period.Due.AddDays(DaysLate) : period.Due.AddDays(-seeds.Between(0, 10)), seeds);
    }

    public static DateTimeOffset Of(Provider provider, Restatement restatement) => Moment(restatement.On, new SeededNumbers(provider.Award, "restatement"));

    /// <summary>The large one gathers its partners' figures; the small ones count on paper. Each return takes a little less than the one before.</summary>
    public static int MinutesOf(Provider provider, int place) =>
        (int)((48 + (provider.Income / 9_000)) * (100 - (3 * place)) / 100 * new SeededNumbers(provider.Award, $"{place}", "minutes").Factor(0.85m, 1.25m));

    // Hours at which it is the same day in the United Kingdom, in summer too.
    private static DateTimeOffset Moment(DateOnly day, SeededNumbers seeds) =>
        new(day.ToDateTime(new TimeOnly(seeds.Between(8, 20), seeds.Between(0, 59), seeds.Between(0, 59))), TimeSpan.Zero);
}
