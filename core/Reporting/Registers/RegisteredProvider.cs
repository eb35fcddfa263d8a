using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>What a register adds up of a provider. Pounds of an award are its lead provider's: what partners get of it is not known.</summary>
/// <param name="Organisation">As it said of itself at the cut; null where the portal did not know it.</param>
public sealed class RegisteredProvider(OrganisationId id, string name, Organisation? organisation)
{
    private readonly SortedDictionary<FinancialYear, decimal> _years = [];

    public OrganisationId Id => id;

    public string Name => organisation?.Name ?? name;

    public OrganisationKind? Kind => organisation?.Kind;

    public IncomeBand? Income => organisation?.Income;

    public Area? Office => organisation?.Area;

    /// <summary>Awards that it leads.</summary>
    public int Awards { get; private set; }

    /// <summary>Those that run on the day of the cut.</summary>
    public int Running { get; private set; }

    /// <summary>The amounts of those that run.</summary>
    public decimal RunningPounds { get; private set; }

    /// <summary>Awards that it is a partner in.</summary>
    public int PartnerIn { get; private set; }

    /// <summary>First and last year of its awards, led or not.</summary>
    public FinancialYear First { get; private set; } = new(int.MaxValue);

    public FinancialYear Last { get; private set; } = new(int.MinValue);

    public IEnumerable<Accreditation> CurrentOn(DateOnly day) => organisation?.Accreditations.Where(one => one.IsCurrentOn(day)) ?? [];

    public decimal In(FinancialYear year) => _years.GetValueOrDefault(year);

    public void Lead(RegisteredAward award, DateOnly today)
    {
        Awards++;
        if (award.RunsOn(today))
            (Running, RunningPounds) = (Running + 1, RunningPounds + award.Amount);
        foreach (var (year, pounds) in award.Years)
            _years[year] = _years.GetValueOrDefault(year) + pounds;
        See(award);
    }

    public void Join(RegisteredAward award)
    {
        PartnerIn++;
        See(award);
    }

    private void See(RegisteredAward award)
    {
        var (first, last) = (FinancialYear.Of(award.Start), FinancialYear.Of(award.LastDay));
        (First, Last) = (first < First ? first : First, last > Last ? last : Last);
    }
}
