using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>Each charity's award: three years, all of it paid by the council.</summary>
internal static class HouseholdSupportAward
{
    /// <summary>Per cent of the amount that nothing is planned for.</summary>
    private const decimal Reserve = 1.5m;

    /// <summary>Profiles are planned in steps of so many pounds.</summary>
    private const decimal Step = 50;

    public static Award Of(Charity charity) => new()
    {
        Id = Identifier.Parse<AwardId>(charity.Award),
        Programme = HouseholdSupportProgramme.Programme.Id,
        Provider = new NamedOrganisation(OrganisationId.Parse(charity.Id), charity.Name),
        Project = charity.Project,
        Amount = charity.Amount,
        Start = new DateOnly(2021, 10, 1),
        End = new DateOnly(2024, 9, 30),
        EndedOn = charity.LeftOn,
        Contributions = [new Contribution(HouseholdSupportProgramme.Council.Id, charity.Amount)],
        Profiles =
        [
            .. HouseholdSupportProgramme.Programme.Calendar.Index().Select(period =>
                new Profile(Identifier.Parse<IndicatorId>("awards-value"), period.Item.Id, PlannedFor(charity, period.Index))),
        ],
    };

    /// <summary>The value of awards planned for a quarter, in round pounds: what administration leaves of the amount.</summary>
    public static decimal PlannedFor(Charity charity, int place)
    {
        var forAwards = charity.Amount * (100 - charity.Administration - Reserve) / 100;
        return decimal.Round(forAwards / HouseholdSupportProgramme.Programme.Calendar.Count * HouseholdSupportProgramme.SeasonOf(place) / Step) * Step;
    }
}
