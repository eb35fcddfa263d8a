using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>Each provider's award: two years, and another mix of funders each.</summary>
internal static class EarlyHelpAward
{
    private const int Years = 2;

    public static Award Of(Provider provider) => new()
    {
        Id = Identifier.Parse<AwardId>(provider.Award),
        Programme = EarlyHelpProgramme.Programme.Id,
        Provider = new NamedOrganisation(OrganisationId.Parse(provider.Id), provider.Name),
        Project = provider.Project,
        Amount = provider.Yearly * Years,
        Start = new DateOnly(2024, 4, 1),
        End = new DateOnly(2026, 3, 31),
        Contributions = [.. ContributionsOf(provider)],
        Partners = [.. provider.Partners.Select(partner => new NamedOrganisation(OrganisationId.Parse(partner.Id), partner.Name))],
        Profiles = [.. EarlyHelpProgramme.Programme.Calendar.SelectMany(period => ProfilesOf(provider, period.Id)), .. Happenings.NewProfilesOf(provider)],
        ProfileChanges = Happenings.ProfileChangeOf(provider) is { } change ? [change] : [],
    };

    private static IEnumerable<Contribution> ContributionsOf(Provider provider)
    {
        yield return new Contribution(EarlyHelpProgramme.Council.Id, provider.Council * Years);
        if (provider.Health > 0)
            yield return new Contribution(EarlyHelpProgramme.HealthBoard.Id, provider.Health * Years);
        if (provider.Trust > 0)
            yield return new Contribution(EarlyHelpProgramme.Trust.Id, provider.Trust * Years);
    }

    /// <summary>Planned when the award was made, so in round figures that know nothing of what came.</summary>
    private static IEnumerable<Profile> ProfilesOf(Provider provider, PeriodId period)
    {
        yield return new Profile(Id("children-helped"), period, Rounded(provider.Children));
        yield return new Profile(Id("sessions"), period, Rounded(provider.Sessions));
        yield return new Profile(Id("improved-share"), period, provider.ImprovedShare / 5 * 5);
        if (provider.Health > 0)
            yield return new Profile(Id("waiting-days"), period, Rounded(provider.WaitingDays));
    }

    private static decimal Rounded(decimal figure)
    {
        var step = figure >= 400 ? 20 : figure >= 60 ? 5 : 2;
        return decimal.Round(figure / step, MidpointRounding.AwayFromZero) * step;
    }

    private static IndicatorId Id(string indicator) => Identifier.Parse<IndicatorId>(indicator);
}
