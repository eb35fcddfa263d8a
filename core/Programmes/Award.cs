using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes;

/// <summary>A funder's part of an award. Pounds.</summary>
/// <param name="Since">The day on which the funder came to an award that had begun; null where it paid from the beginning.</param>
public sealed record Contribution(OrganisationId Funder, decimal Amount, DateOnly? Since = null);

/// <summary>An outcome that one award has agreed to work for.</summary>
/// <param name="Planned">What was planned, in words, as agreed.</param>
/// <param name="Indicator">What is counted for it; null where it is told in words only.</param>
/// <param name="Since">The day on which it was added to an award that had begun; null where it was agreed from the beginning.</param>
/// <param name="CountedSince">The day from which on it is counted, where it was told in words only and the award had begun; null for every other.</param>
public sealed record AgreedOutcome(string Title, string Planned, IndicatorId? Indicator = null, DateOnly? Since = null, DateOnly? CountedSince = null);

/// <summary>The figure planned for an indicator in a period.</summary>
/// <param name="Funder">The funder for whose rows it is planned, such as a borough; null for the award as a whole.</param>
/// <param name="Version">Where several plan the same, the newest counts; the earlier ones stay to be read.</param>
public sealed record Profile(IndicatorId Indicator, PeriodId Period, decimal Figure, OrganisationId? Funder = null, int Version = 1);

/// <summary>A change of the profile that both sides agreed: from a period on, never backwards.</summary>
/// <param name="Version">2 for the first change; version 1 is what was agreed with the award.</param>
public sealed record ProfileChange(int Version, PeriodId From, DateOnly AgreedOn, string Reason);

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

    /// <summary>Why it left early, for its funders and itself to read; null where it did not.</summary>
    public string? EndedBecause { get; init; }

    public IReadOnlyList<Contribution> Contributions { get => field ?? []; init; }

    public IReadOnlyList<AgreedOutcome> AgreedOutcomes { get => field ?? []; init; }

    public IReadOnlyList<Profile> Profiles { get => field ?? []; init; }

    public IReadOnlyList<ProfileChange> ProfileChanges { get => field ?? []; init; }

    /// <summary>Partners of a consortium beside the provider, who leads it.</summary>
    public IReadOnlyList<NamedOrganisation> Partners { get => field ?? []; init; }

    /// <summary>The areas of the programme that it works in; 360Giving calls them beneficiary locations. None where it doesn't say.</summary>
    public IReadOnlyList<AreaCode> Areas { get => field ?? []; init; }

    /// <summary>The version of the profile: 1 as agreed with the award, one more for each change.</summary>
    [JsonIgnore]
    public int ProfileVersion => ProfileChanges.Count == 0 ? 1 : ProfileChanges.Max(change => change.Version);

    public bool IsFundedBy(OrganisationId funder)
    {
        foreach (var part in Contributions)
            if (part.Funder == funder)
                return true;
        return false;
    }

    /// <summary>Whether a funder's own questions are put to it in a period: the funder pays, and did before the period began.</summary>
    public bool IsAskedBy(OrganisationId funder, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        foreach (var part in Contributions)
            if (part.Funder == funder)
                return !(part.Since >= period.Start);
        return false;
    }

    /// <summary>Whether a period asks about an agreed outcome: it was agreed before the period began.</summary>
    /// <param name="number">Its place, from 1.</param>
    public bool IsAgreedIn(int number, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return number <= AgreedOutcomes.Count && !(AgreedOutcomes[number - 1].Since >= period.Start);
    }

    /// <summary>Whether a period asks for the figure of an agreed outcome.</summary>
    /// <inheritdoc cref="IsAgreedIn"/>
    public bool IsCountedIn(int number, ReportingPeriod period) => IsAgreedIn(number, period) && AgreedOutcomes[number - 1] is { Indicator: not null } outcome && !(outcome.CountedSince >= period.Start);

    /// <summary>
    /// As it is after a change: what the change adds to an award that has begun is asked from the next period on, whatever was sent, and what stays
    /// is asked as before. No open return gets other questions.
    /// </summary>
    /// <param name="begun">The day of the change; null where the award has not begun, so that all counts from the beginning.</param>
    public Award AskedAfter(Award before, DateOnly? begun)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with
        {
            Contributions = [.. Contributions.Select(part => part with { Since = before.Contributions.FirstOrDefault(was => was.Funder == part.Funder) is { } known ? known.Since : begun })],
            AgreedOutcomes = [.. AgreedOutcomes.Select((outcome, place) => before.AgreedOutcomes.ElementAtOrDefault(place) is { } known
                ? outcome with { Since = known.Since, CountedSince = outcome.Indicator is null ? null : known.Indicator is null ? begun : known.CountedSince }
                : outcome with { Since = begun, CountedSince = null })],
        };
    }

    /// <summary>The last day that it runs: its end, or the day that the provider left early.</summary>
    [JsonIgnore]
    public DateOnly LastDay => EndedOn is { } left && left < End ? left : End;

    /// <summary>Whether the period is the award's last.</summary>
    public bool EndsIn(ReportingPeriod period) => (EndedOn ?? End) <= period.End;

    /// <summary>
    /// True when a return is due for the period: the award runs on a day of it. A provider that left early owes none for the period it
    /// left in, nor later ones; its earlier returns stay.
    /// </summary>
    public bool ReportsFor(ReportingPeriod period) => ReportsFor(Start, End, EndedOn, period);

    internal static bool ReportsFor(DateOnly start, DateOnly end, DateOnly? endedOn, ReportingPeriod period) =>
        start <= period.End && end >= period.Start && (endedOn is not { } left || left >= period.End);

    /// <summary>The figure planned, over all funders' rows where it is planned by them; null where none was.</summary>
    public decimal? ProfileOf(IndicatorId indicator, PeriodId period)
    {
        decimal? sum = null;
        foreach (var planned in ProfilesOf(indicator, period))
            sum = (sum ?? 0) + planned.Figure;
        return sum;
    }

    /// <summary>The figures planned for a period, of each funder's rows or of the award as a whole, in the newest version of each.</summary>
    public IEnumerable<Profile> ProfilesOf(IndicatorId indicator, PeriodId period) =>
        Profiles.Where(profile => profile.Indicator == indicator && profile.Period == period)
            .GroupBy(profile => profile.Funder).Select(ofFunder => ofFunder.MaxBy(profile => profile.Version)!);
}
