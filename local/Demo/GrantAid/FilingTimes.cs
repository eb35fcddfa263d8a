using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>When a report is sent, and how long it took.</summary>
internal static class FilingTimes
{
    private const int Quickest = 25;
    private const int Slowest = 240;

    /// <summary>Most come in the last days, in the evening; a late one before the period closes.</summary>
    public static DateTimeOffset Of(Charity charity, ReportingPeriod period, int place)
    {
        var seeds = new SeededNumbers(charity.Award, $"{place}", "time");
        if (Happenings.IsLate(charity, place))
            return Moment(period.Due.AddDays(seeds.Between(1, 19)), seeds);
        var days = period.Due.DayNumber - period.End.DayNumber - 1;
        return Moment(period.Due.AddDays(-Math.Min(seeds.Between(0, days), seeds.Between(0, days))), seeds);
    }

    /// <summary>A correction comes a week or more after the report that it corrects, while corrections are taken.</summary>
    public static DateTimeOffset OfCorrection(Charity charity, ReportingPeriod period, DateTimeOffset first)
    {
        var seeds = new SeededNumbers(charity.Award, $"{period.Id}", "correction");
        var earliest = DateOnly.FromDateTime(first.UtcDateTime).AddDays(7);
        return Moment(earliest.AddDays(seeds.Between(0, period.AmendUntil.DayNumber - 1 - earliest.DayNumber)), seeds);
    }

    /// <summary>Larger awards take longer, and each report a little less than the one before.</summary>
    public static int MinutesOf(Charity charity, int place)
    {
        var minutes = 30 + (14 * charity.Outcomes.Length) + (charity.Consortium.Length * 30) + (int)(charity.Amount / 2_500);
        return Math.Clamp((int)(minutes * (100 - (4 * place)) / 100 * new SeededNumbers(charity.Award, $"{place}", "minutes").Factor(0.75m, 1.45m)), Quickest, Slowest);
    }

    /// <summary>What a report took in the end, correction and all.</summary>
    public static int MinutesWithCorrection(Charity charity, int place) => Math.Min(Slowest, MinutesOf(charity, place) + 15);

    // Hours at which it is the same day in the United Kingdom, in summer too.
    private static DateTimeOffset Moment(DateOnly day, SeededNumbers seeds) =>
        new(day.ToDateTime(new TimeOnly(seeds.Chance(60) ? seeds.Between(17, 21) : seeds.Between(8, 16), seeds.Between(0, 59), seeds.Between(0, 59))), TimeSpan.Zero);
}
