using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.People;

/// <summary>What the demonstrations' organisations are, as far as their identifiers and awards say it.</summary>
internal static class DemoOrganisations
{
    /// <summary>By the register; a charity that pays for awards is still a charity.</summary>
    public static OrganisationKind KindOf(OrganisationId organisation) => organisation.Value.Split('-') switch
    {
        ["GB", "LAE" or "LAS" or "PLA" or "LANI", ..] => OrganisationKind.Council,
        ["GB", "NHS", ..] => OrganisationKind.HealthBody,
        ["GB", "GOR", ..] => OrganisationKind.OtherPublicBody,
        ["GB", "COH", ..] => OrganisationKind.SocialEnterprise,
        ["MR", ..] => OrganisationKind.CommunityGroup,
        _ => OrganisationKind.Charity,
    };

    /// <summary>Invented: one of the areas of a programme that it delivers in, by its number; null where those have none.</summary>
    public static Area? OfficeOf(IReadOnlyList<IDemoCase> cases, OrganisationId organisation)
    {
        var areas = cases.FirstOrDefault(demo => demo.Programme.Areas.Count > 0 && demo.Awards.Any(award => award.Partners.Append(award.Provider).Any(one => one.Id == organisation)))?.Programme.Areas;
        if (areas is null)
            return null;
        var office = areas[organisation.Value.Sum(letter => letter) % areas.Count];
        return new Area(office.Code, office.Name);
    }

    /// <summary>Invented, from what the awards pay in a year: nobody lives on one programme alone.</summary>
    public static IncomeBand? IncomeOf(IReadOnlyList<IDemoCase> cases, OrganisationId organisation)
    {
        var yearly = cases.SelectMany(demo => demo.Awards).Where(award => award.Provider.Id == organisation)
            .Sum(award => award.Amount / Math.Max(1, (award.End.DayNumber - award.Start.DayNumber) / 365m));
        return yearly switch
        {
            0 => null,
            < 5_000 => IncomeBand.Micro,
            < 50_000 => IncomeBand.Small,
            < 500_000 => IncomeBand.Medium,
            < 5_000_000 => IncomeBand.Large,
            _ => IncomeBand.Major,
        };
    }
}
