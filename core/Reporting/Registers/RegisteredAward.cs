using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>What a register keeps of an award: without its profiles, which are most of it.</summary>
/// <param name="Amount">Pounds: the award's for the lead funder, for a co-funder what it pays.</param>
/// <param name="Areas">In the order of the award; none where it doesn't say.</param>
/// <param name="Years">By <see cref="AwardYears"/>.</param>
public sealed record RegisteredAward(
    AwardId Id, NamedOrganisation Provider, IReadOnlyList<NamedOrganisation> Partners, DateOnly Start, DateOnly LastDay, decimal Amount, IReadOnlyList<AreaCode> Areas, IReadOnlyList<YearPounds> Years)
{
    public bool RunsOn(DateOnly day) => Start <= day && day <= LastDay;

    public static RegisteredAward Of(Award award, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(sight);
        var amount = sight.AmountOf(award);
        return new RegisteredAward(award.Id, award.Provider, award.Partners, award.Start, award.LastDay, amount, award.Areas, AwardYears.Of(award, amount));
    }

    /// <summary>Its pounds by area, an even split; all under no area where it doesn't say where it works.</summary>
    public IEnumerable<(AreaCode? Area, decimal Pounds)> ByArea(decimal pounds)
    {
        if (Areas.Count == 0)
            return [(null, pounds)];
        var parts = AwardYears.Split(pounds, Areas.Count);
        return Areas.Select((area, place) => ((AreaCode?)area, parts[place]));
    }
}
