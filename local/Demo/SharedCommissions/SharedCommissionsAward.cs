using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>Each partnership's award: five years, paid by all boroughs by how many people live there.</summary>
internal static class SharedCommissionsAward
{
    public static Award Of(Commission commission) => new()
    {
        Id = Identifier.Parse<AwardId>(commission.Award),
        Programme = SharedCommissionsProgramme.Programme.Id,
        Provider = Named(commission.Lead),
        Partners = [.. commission.Partners.Select(Named)],
        Project = commission.Project,
        Amount = commission.Amount,
        Start = new DateOnly(2017, 4, 1),
        End = new DateOnly(2022, 3, 31),
        EndedOn = commission.EndedOn,
        Contributions = [.. ContributionsOf(commission)],
        Areas = [.. Borough.All.Where(commission.WorksIn).Select(borough => borough.Area)],
        AgreedOutcomes = [.. commission.Agreed.Select(outcome => new AgreedOutcome(outcome.Name, outcome.Planned, Identifier.Parse<IndicatorId>(outcome.Id)))],
        Profiles = [.. commission.Agreed.SelectMany(outcome => ProfilesOf(commission, outcome))],
        ProfileChanges = Planned.ChangeOf(commission) is { } change ? [change] : [],
    };

    private static NamedOrganisation Named(Charity charity) => new(OrganisationId.Parse(charity.Id), charity.Name);

    private static IEnumerable<Contribution> ContributionsOf(Commission commission)
    {
        var pence = Split.Of((long)(commission.Amount * 100), [.. Borough.All.Select(borough => (decimal)borough.People)]);
        return Borough.All.Zip(pence, (borough, part) => new Contribution(borough.Funder.Id, part / 100m));
    }

    private static IEnumerable<Profile> ProfilesOf(Commission commission, AreaOutcome outcome)
    {
        var indicator = Identifier.Parse<IndicatorId>(outcome.Id);
        foreach (var (quarter, period) in SharedCommissionsProgramme.Programme.Calendar.Index())
            foreach (var version in Planned.VersionsIn(commission, quarter))
                foreach (var (borough, people) in Borough.All.Zip(Planned.Of(commission, outcome, quarter, version)))
                    if (commission.WorksIn(borough))
                        yield return new Profile(indicator, period.Id, people, borough.Funder.Id, version);
    }
}
