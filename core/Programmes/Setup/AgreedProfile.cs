using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>What a change of a profile comes to: a new version from its first period on; no figure before that is touched, and the old ones stay to be read.</summary>
public static class AgreedProfile
{
    /// <summary>Periods whose figures can still change: the award reports for them, and they have not begun.</summary>
    public static IReadOnlyList<Periods.ReportingPeriod> StillOpen(Award award, Programme programme, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(programme);
        return [.. programme.Calendar.Where(period => period.Start > today && award.ReportsFor(period))];
    }

    /// <summary>The figure that counts now for a box; null where none was planned.</summary>
    public static decimal? FigureOf(Award award, IndicatorId indicator, PeriodId period, OrganisationId? funder)
    {
        ArgumentNullException.ThrowIfNull(award);
        return award.ProfilesOf(indicator, period).FirstOrDefault(profile => profile.Funder == funder)?.Figure;
    }

    /// <summary>What would change, by period; figures that stay are left out.</summary>
    public static IReadOnlyList<ProposedFigure> Changes(Award award, Programme programme, IEnumerable<Profile> wanted) =>
    [
        .. wanted.Select(profile => new ProposedFigure(profile.Indicator, profile.Period, profile.Funder, FigureOf(award, profile.Indicator, profile.Period, profile.Funder), profile.Figure))
            .Where(figure => figure.Before != figure.After)
            .OrderBy(figure => programme.Period(figure.Period) is null ? int.MaxValue : programme.PlaceOf(figure.Period)),
    ];

    /// <summary>The award with a proposal that both sides agreed to.</summary>
    public static Award With(Award award, ProfileProposal proposal, DateOnly agreedOn)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(proposal);
        var version = award.ProfileVersion + 1;
        return award with
        {
            Version = award.Version + 1,
            Profiles = [.. award.Profiles, .. proposal.Figures.Select(figure => new Profile(figure.Indicator, figure.Period, figure.After, figure.Funder, version))],
            ProfileChanges = [.. award.ProfileChanges, new ProfileChange(version, proposal.From, agreedOn, proposal.Reason)],
        };
    }

    /// <summary>Why figures can't be proposed: each stands in a period that has not begun, of an indicator that the programme has, and none is named twice.</summary>
    internal static List<Finding> Check(Award award, Programme programme, IReadOnlyList<ProposedFigure> figures, CountedByForms counted, DateOnly today)
    {
        var open = StillOpen(award, programme, today).Select(period => period.Id).ToHashSet();
        var findings = new List<Finding>();
        var named = new HashSet<(IndicatorId, PeriodId, OrganisationId?)>();
        foreach (var figure in figures)
        {
            var place = AwardRules.PlaceOf(figure.Indicator, figure.Period, figure.Funder);
            if (programme.Indicator(figure.Indicator) is not { } indicator)
                findings.Add(new Finding(Catalogue.IndicatorNotUsable, FindingKind.Refused, place, "Plan figures for indicators of the programme."));
            else if (!open.Contains(figure.Period))
                findings.Add(new Finding(Catalogue.PeriodStarted, FindingKind.Refused, place, $"{programme.Period(figure.Period)?.Name ?? figure.Period.Value} has begun or is not reported for: a profile never changes backwards."));
            else if (figure.After is < 0 or > Forms.Questions.FigureQuestion.Largest)
                findings.Add(new Finding(Catalogue.WrongType, FindingKind.Refused, place, $"Enter what is planned for “{indicator.Name}” as a number, zero or more."));
            else if (figure.Funder is { } funder && (!award.IsFundedBy(funder) || !counted.FundersOf(figure.Indicator).Contains(funder)))
                findings.Add(new Finding(Catalogue.UnknownOrganisation, FindingKind.Refused, place, "Plan figures for rows that the form has, of funders of the award."));
            else if (!named.Add((figure.Indicator, figure.Period, figure.Funder)))
                findings.Add(new Finding(Catalogue.FigureTwice, FindingKind.Refused, place, $"“{indicator.Name}” in {programme.Period(figure.Period)!.Name} is named twice. Name each figure once."));
        }
        return findings;
    }
}
