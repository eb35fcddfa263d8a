using MonitoringReturns.Core.People;

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
