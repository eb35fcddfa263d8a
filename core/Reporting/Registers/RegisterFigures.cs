using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>What flows somewhere in a year.</summary>
public readonly record struct Flow(decimal Pounds, int Awards)
{
    public Flow And(decimal pounds) => new(Pounds + pounds, Awards + 1);
}

/// <summary>Everything that a register says, worked out from awards and what their organisations said of themselves at the cut.</summary>
public sealed class RegisterFigures
{
    private readonly List<RegisteredAward> _awards = [];
    private readonly Dictionary<OrganisationId, RegisteredProvider> _providers = [];
    private readonly Dictionary<(IncomeBand? Band, FinancialYear Year), Flow> _byBand = [];
    private readonly Dictionary<(AreaCode? Area, FinancialYear Year), Flow> _byArea = [];
    private readonly Dictionary<FinancialYear, Flow> _all = [];
    private readonly IReadOnlyDictionary<OrganisationId, Organisation> _organisations;

    /// <param name="today">The day of the cut.</param>
    public RegisterFigures(IEnumerable<Organisation> organisations, DateOnly today)
    {
        _organisations = organisations.ToDictionary(one => one.Id);
        Today = today;
    }

    public DateOnly Today { get; }

    /// <summary>The financial year of the cut.</summary>
    public FinancialYear ThisYear => FinancialYear.Of(Today);

    public IReadOnlyList<RegisteredAward> Awards => _awards;

    public IReadOnlyCollection<RegisteredProvider> Providers => _providers.Values;

    /// <summary>Every year from the first that an award runs in to the last.</summary>
    public IReadOnlyList<FinancialYear> Years => _all.Count == 0 ? [] :
        [.. Enumerable.Range(_all.Keys.Min().Begins, _all.Keys.Max().Begins - _all.Keys.Min().Begins + 1).Select(year => new FinancialYear(year))];

    /// <summary>The years that can be compared with the one before: those after the first, up to the cut's or, where that is sooner, the one in which nobody is left.</summary>
    public IEnumerable<FinancialYear> Compared => Years.Count == 0 ? [] : Years.Append(new FinancialYear(Years[^1].Begins + 1)).Skip(1).Where(year => year <= ThisYear);

    public void Add(RegisteredAward award)
    {
        ArgumentNullException.ThrowIfNull(award);
        _awards.Add(award);
        var provider = Provider(award.Provider);
        provider.Lead(award, Today);
        foreach (var partner in award.Partners)
            Provider(partner).Join(award);
        foreach (var (year, pounds) in award.Years)
        {
            _all[year] = _all.GetValueOrDefault(year).And(pounds);
            _byBand[(provider.Income, year)] = _byBand.GetValueOrDefault((provider.Income, year)).And(pounds);
            foreach (var (area, part) in award.ByArea(pounds))
                _byArea[(area, year)] = _byArea.GetValueOrDefault((area, year)).And(part);
        }
    }

    public Flow In(FinancialYear year) => _all.GetValueOrDefault(year);

    /// <param name="band">Null for providers that have not said.</param>
    public Flow In(IncomeBand? band, FinancialYear year) => _byBand.GetValueOrDefault((band, year));

    /// <param name="area">Null for awards that don't say where they work.</param>
    public Flow In(AreaCode? area, FinancialYear year) => _byArea.GetValueOrDefault((area, year));

    /// <summary>The awards that run on the day of the cut by the areas they work in, each with its part of its amount.</summary>
    public ILookup<AreaCode?, (RegisteredAward Award, decimal Pounds)> RunningByArea() =>
        _awards.Where(award => award.RunsOn(Today)).SelectMany(award => award.ByArea(award.Amount).Select(part => (part.Area, Award: award, part.Pounds))).ToLookup(one => one.Area, one => (one.Award, one.Pounds));

    private RegisteredProvider Provider(NamedOrganisation named) =>
        _providers.TryGetValue(named.Id, out var known) ? known : _providers[named.Id] = new RegisteredProvider(named.Id, named.Name, _organisations.GetValueOrDefault(named.Id));
}
