using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes;

/// <summary>A funder's part of an award. Pounds.</summary>
public sealed record Contribution(OrganisationId Funder, decimal Amount);

/// <summary>An outcome that one award has agreed to work for.</summary>
/// <param name="Planned">What was planned, in words, as agreed.</param>
/// <param name="Indicator">What is counted for it; null where it is told in words only.</param>
public sealed record AgreedOutcome(string Title, string Planned, IndicatorId? Indicator = null);

/// <summary>The figure planned for an indicator in a period.</summary>
public sealed record Profile(IndicatorId Indicator, PeriodId Period, decimal Figure);

/// <summary>One provider's grant or contract in a programme.</summary>
public sealed record Award
{
    public required AwardId Id { get; init; }

    public required ProgrammeId Programme { get; init; }

    /// <summary>Raised by one whenever the award is stored anew; reports name the one they used.</summary>
    public int Version { get; init; } = 1;

    public required NamedOrganisation Provider { get; init; }

    public string? Project { get; init; }

    /// <summary>Pounds over the whole award; the contributions add up to it.</summary>
    public required decimal Amount { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>The day the provider left early; null where it did not.</summary>
    public DateOnly? EndedOn { get; init; }

    public IReadOnlyList<Contribution> Contributions { get => field ?? []; init; }

    public IReadOnlyList<AgreedOutcome> AgreedOutcomes { get => field ?? []; init; }

    public IReadOnlyList<Profile> Profiles { get => field ?? []; init; }

    /// <summary>
    /// True when a return is due for the period: the award runs on a day of it. A provider that left early owes none for the period it
    /// left in, nor later ones; its earlier returns stay.
    /// </summary>
    public bool ReportsFor(ReportingPeriod period) =>
        Start <= period.End && End >= period.Start && (EndedOn is not { } left || left >= period.End);

    /// <summary>The figure planned; null where none was.</summary>
    public decimal? ProfileOf(IndicatorId indicator, PeriodId period)
    {
        foreach (var profile in Profiles)
            if (profile.Indicator == indicator && profile.Period == period)
                return profile.Figure;
        return null;
    }
}
