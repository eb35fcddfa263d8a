using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>When a return is sent, and how long it took.</summary>
internal static class FilingTimes
{
    /// <summary>Most come in the last days; a late one before the period closes.</summary>
    public static DateTimeOffset Of(Charity charity, ReportingPeriod period, int place)
    {
        var seeds = new SeededNumbers(charity.Award, $"{place}", "time");
        if (Happenings.IsLate(charity, place))
            return Moment(period.Due.AddDays(seeds.Between(1, period.Closed.DayNumber - period.Due.DayNumber)), seeds);
        var days = period.Due.DayNumber - period.End.DayNumber - 1;
        return Moment(period.Due.AddDays(-Math.Min(seeds.Between(0, days), seeds.Between(0, days))), seeds);
    }

    /// <summary>A correction: on its own day where the return had been accepted, and otherwise a week or more after the first, while corrections are taken.</summary>
    public static DateTimeOffset Of(Correction correction, Charity charity, ReportingPeriod period, DateTimeOffset first)
    {
        var seeds = new SeededNumbers(charity.Award, $"{period.Id}", "correction");
        if (correction.Reopened is { } reopened)
            return Moment(reopened.On, seeds);
        var earliest = DateOnly.FromDateTime(first.UtcDateTime).AddDays(7);
        return Moment(earliest.AddDays(seeds.Between(0, period.AmendUntil.DayNumber - 1 - earliest.DayNumber)), seeds);
    }

    /// <summary>Each new version takes longer, and each return a little less than the one before; larger charities have more to add up.</summary>
    public static int MinutesOf(Charity charity, int place)
    {
        var minutes = HouseholdSupportProgramme.FormVersionOf(place) switch { 1 => 38, 2 => 46, 3 => 68, _ => 82 } + (int)(charity.Amount / 12_000);
        return (int)(minutes * (100 - (2 * place)) / 100 * new SeededNumbers(charity.Award, $"{place}", "minutes").Factor(0.7m, 1.4m));
    }

    // Hours at which it is the same day in the United Kingdom, in summer too.
    private static DateTimeOffset Moment(DateOnly day, SeededNumbers seeds) =>
        new(day.ToDateTime(new TimeOnly(seeds.Chance(45) ? seeds.Between(17, 21) : seeds.Between(8, 16), seeds.Between(0, 59), seeds.Between(0, 59))), TimeSpan.Zero);
}
