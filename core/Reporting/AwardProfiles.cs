using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>One award's profiles by indicator and period, the newest version of each, as far as the reader may see them.</summary>
internal sealed class AwardProfiles(Cut cut)
{
    private readonly Dictionary<IndicatorId, int> _indicators = cut.Programme.Indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(one => one.Id, one => one.place);
    private readonly Dictionary<PeriodId, int> _periods = cut.Periods.ToDictionary(period => period.Period.Id, period => period.Place);
    private readonly OrganisationId[] _funders = [.. cut.Programme.Funders.Select(funder => funder.Id)];
    private readonly Dictionary<(int Indicator, int Period, OrganisationId? Funder), Profile> _newest = [];
    private readonly decimal?[,] _sums = new decimal?[cut.Programme.Indicators.Count, cut.Periods.Count];

    public void Read(Award award)
    {
        _newest.Clear();
        Array.Clear(_sums);
        foreach (var profile in award.Profiles)
        {
            if (!_indicators.TryGetValue(profile.Indicator, out var indicator) || !_periods.TryGetValue(profile.Period, out var period) || !cut.Sight.SeesRowOf(profile.Funder))
                continue;
            if (!_newest.TryGetValue((indicator, period, profile.Funder), out var before) || before.Version < profile.Version)
                _newest[(indicator, period, profile.Funder)] = profile;
        }
        foreach (var ((indicator, period, _), profile) in _newest)
            _sums[indicator, period] = (_sums[indicator, period] ?? 0) + profile.Figure;
    }

    /// <summary>The figure planned for a period; null where none was.</summary>
    public decimal? Of(int indicator, CutPeriod period) => _sums[indicator, period.Place];

    /// <summary>The figure planned for a funder's rows; null where none was.</summary>
    public decimal? OfRow(int indicator, CutPeriod period, int funder) =>
        _newest.TryGetValue((indicator, period.Place, _funders[funder]), out var profile) ? profile.Figure : null;
}
