using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>What must hold in an award, and what a change of it may not touch. A finding's place is the box on the page.</summary>
public static class AwardRules
{
    private const int MostPartners = 50;
    private const int MostOutcomes = 30;

    public static IReadOnlyList<Finding> Check(Award? before, Award after, Programme programme, DateOnly today)
    {
        var findings = new List<Finding>();
        void Add(Code code, string place, string message) => findings.Add(new Finding(code, FindingKind.Refused, place, message));

        if (after.Project is { } project)
            ProgrammeRules.CheckText(project, "project", "Enter what the project is called", findings);
        if (after.End < after.Start)
            Add(Catalogue.DaysOutOfOrder, "end-day", "The award’s last day is before its first.");
        if (before is not null && before.Provider.Id != after.Provider.Id && HasBegun(before, programme, today))
            Add(Catalogue.PeriodStarted, "provider", $"{before.Provider.Name} has a return to file for this award, so it stays the provider. End this award early, and add another for the new provider.");
        CheckMoney(after, programme, Add);
        CheckPartners(after, Add);
        foreach (var (place, outcome) in after.AgreedOutcomes.Index())
        {
            ProgrammeRules.CheckText(outcome.Title, $"outcome-{place + 1}-title", "Enter what the outcome is called", findings);
            ProgrammeRules.CheckText(outcome.Planned, $"outcome-{place + 1}-planned", "Enter what is planned, in words", findings, most: 1000);
            if (outcome.Indicator is { } indicator && programme.Indicator(indicator) is null)
                Add(Catalogue.IndicatorNotUsable, $"outcome-{place + 1}-indicator", "Choose an indicator of the programme, or none.");
        }
        if (after.AgreedOutcomes.Count > MostOutcomes)
            Add(Catalogue.TooManyRows, "outcomes", $"Keep {MostOutcomes} agreed outcomes at most.");
        CheckProfiles(before, after, programme, Add);
        AreaRules.CheckOf(after, programme, Add);
        return findings;
    }

    /// <summary>Whether the award's first return can be filled in: from then on its profile changes by agreement alone.</summary>
    public static bool HasBegun(Award award, Programme programme, DateOnly today) =>
        programme.Calendar.Any(period => award.ReportsFor(period) && ProgrammeRules.IsFixed(programme, period, today));

    /// <summary>Whether the profile is entered with the award, as version 1: before anything was planned, or before the first period opens.</summary>
    public static bool MayEnterProfile(Award award, Programme programme, DateOnly today) =>
        award.ProfileVersion == 1 && (award.Profiles.Count == 0 || !HasBegun(award, programme, today));

    private static void CheckMoney(Award after, Programme programme, Action<Code, string, string> add)
    {
        if (after.Amount is <= 0 or > FigureQuestion.Largest || !IsPence(after.Amount))
            add(Catalogue.WrongType, "amount", "Enter the amount in pounds, more than nothing and in whole pence, like 24999.99.");
        foreach (var (place, part) in after.Contributions.Index())
        {
            if (part.Amount is < 0 or > FigureQuestion.Largest || !IsPence(part.Amount))
                add(Catalogue.WrongType, $"contribution-{part.Funder}", "Enter the contribution in pounds, in whole pence, like 12500.50; leave it empty where the funder pays nothing.");
            if (programme.Funders.All(funder => funder.Id != part.Funder))
                add(Catalogue.UnknownOrganisation, "contributions", $"{part.Funder} is no funder of the programme: add it there first.");
            if (after.Contributions.Take(place).Any(other => other.Funder == part.Funder))
                add(Catalogue.UnknownOrganisation, "contributions", $"{part.Funder} contributes twice.");
        }
        var sum = after.Contributions.Sum(part => part.Amount);
        if (sum != after.Amount)
            add(Catalogue.ContributionsDiffer, "contributions", $"The contributions add up to {Pounds(sum)}, which is {Pounds(Math.Abs(sum - after.Amount))} {(sum < after.Amount ? "less" : "more")} than the amount of {Pounds(after.Amount)}.");
    }

    private static void CheckPartners(Award after, Action<Code, string, string> add)
    {
        if (after.Partners.Count > MostPartners)
            add(Catalogue.TooManyRows, "partners", $"Keep {MostPartners} partners at most.");
        foreach (var (place, partner) in after.Partners.Index())
            if (partner.Id == after.Provider.Id)
                add(Catalogue.UnknownOrganisation, $"partner-{place + 1}", $"{partner.Name} is the provider, who leads: partners are the others.");
            else if (after.Partners.Take(place).Any(other => other.Id == partner.Id))
                add(Catalogue.UnknownOrganisation, $"partner-{place + 1}", $"{partner.Name} is there twice.");
    }

    private static void CheckProfiles(Award? before, Award after, Programme programme, Action<Code, string, string> add)
    {
        // What was planned before stays to be read, also where the calendar or the indicators went on without it.
        foreach (var profile in after.Profiles.Except(before?.Profiles ?? []))
        {
            var place = PlaceOf(profile.Indicator, profile.Period, profile.Funder);
            if (programme.Indicator(profile.Indicator) is null || programme.Period(profile.Period) is not { } period || !after.ReportsFor(period))
                add(Catalogue.UnknownPeriod, place, $"Plan figures for the programme’s indicators and for periods that the award reports for: {profile.Indicator} in {profile.Period} is none.");
            if (profile.Figure is < 0 or > FigureQuestion.Largest)
                add(Catalogue.WrongType, place, "Enter what is planned as a number, zero or more.");
            if (profile.Funder is { } funder && !after.IsFundedBy(funder))
                add(Catalogue.UnknownOrganisation, place, $"{funder} contributes nothing to this award, so no figure is planned for its rows.");
        }
        if (after.Profiles.DistinctBy(profile => (profile.Indicator, profile.Period, profile.Funder, profile.Version)).Count() != after.Profiles.Count)
            add(Catalogue.FigureTwice, "profile", "A figure is planned twice.");
    }

    /// <summary>The name of a figure's box.</summary>
    public static string PlaceOf(IndicatorId indicator, PeriodId period, People.OrganisationId? funder) => funder is { } own ? $"{indicator}/{period}/{own}" : $"{indicator}/{period}";

    public static string Pounds(decimal amount) => ReadableCell.Of(Cell.OfMoney(amount));

    private static bool IsPence(decimal amount) => decimal.Round(amount, 2) == amount;
}
