using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.GrantAid.Words;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>Each group's award: three years, prolonged by half a year until the next round is decided.</summary>
internal static class GrantAidAward
{
    public static Award Of(Charity charity) => new()
    {
        Id = Identifier.Parse<AwardId>(charity.Award),
        Programme = GrantAidProgramme.Programme.Id,
        Provider = new NamedOrganisation(OrganisationId.Parse(charity.Id), charity.Name),
        Project = charity.Project,
        Amount = charity.Amount,
        Start = new DateOnly(2023, 7, 1),
        End = new DateOnly(2026, 12, 31),
        EndedOn = charity.LeftOn,
        Contributions = ContributionsOf(charity),
        AgreedOutcomes = [.. charity.Outcomes.Select(OutcomeWords.Of).Select(outcome => new AgreedOutcome(outcome.Title, outcome.Planned, IdOf(outcome.Indicator)))],
        Profiles = [.. GrantAidProgramme.Programme.Calendar.Index().SelectMany(period => ProfilesOf(charity, period.Item.Id, period.Index))],
    };

    private static Contribution[] ContributionsOf(Charity charity)
    {
        var others = decimal.Round(charity.Amount * charity.CoFunded / 100, 2);
        var council = new Contribution(GrantAidProgramme.Council.Id, charity.Amount - others);
        return others == 0 ? [council] : [council, new Contribution(GrantAidProgramme.HealthTrust.Id, others)];
    }

    /// <summary>Planned when the award was made, so in round figures that grow by the year and know nothing of what came.</summary>
    private static IEnumerable<Profile> ProfilesOf(Charity charity, PeriodId period, int place)
    {
        var years = 1 + (0.03m * (place / 2));
        yield return new Profile(Id("people-helped"), period, Rounded(charity.People * years));
        if (charity.Sessions > 0)
            yield return new Profile(Id("sessions"), period, Rounded(charity.Sessions));
        yield return new Profile(Id("volunteer-hours"), period, Rounded(charity.Volunteers * Figures.HoursEach(charity.Theme) * years));
        yield return new Profile(Id("grant-spent"), period, decimal.Round(charity.Amount / GrantAidProgramme.Programme.Calendar.Count));
        foreach (var outcome in charity.Outcomes.Select(OutcomeWords.Of))
            if (outcome.Indicator is { } indicator)
                yield return new Profile(Id(indicator), period, Rounded(charity.People * years * outcome.Share / 100));
    }

    private static decimal Rounded(decimal figure)
    {
        var step = figure >= 400 ? 20 : figure >= 60 ? 5 : 2;
        return Math.Max(step, decimal.Round(figure / step, MidpointRounding.AwayFromZero) * step);
    }

    private static IndicatorId Id(string indicator) => Identifier.Parse<IndicatorId>(indicator);

    private static IndicatorId? IdOf(string? indicator) => indicator is null ? null : Id(indicator);
}
