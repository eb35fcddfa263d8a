using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes;

/// <summary>An award as lists show it: without profiles and agreed outcomes, which are most of it and which a list of thousands can't wait for.</summary>
/// <param name="Version">The award's own.</param>
/// <param name="Funders">Who pays a part of it.</param>
public sealed record AwardBrief(
    AwardId Id, int Version, NamedOrganisation Provider, string? Project, DateOnly Start, DateOnly End, DateOnly? EndedOn, IReadOnlyList<OrganisationId> Funders, IReadOnlyList<OrganisationId> Partners)
{
    /// <summary>Pounds.</summary>
    public decimal Amount { get; init; }

    /// <summary>How many outcomes it has agreed.</summary>
    public int AgreedOutcomes { get; init; }

    public static AwardBrief Of(Award award) => new(
        award.Id, award.Version, award.Provider, award.Project, award.Start, award.End, award.EndedOn,
        [.. award.Contributions.Select(part => part.Funder)], [.. award.Partners.Select(partner => partner.Id)])
    {
        Amount = award.Amount,
        AgreedOutcomes = award.AgreedOutcomes.Count,
    };

    /// <inheritdoc cref="Award.ReportsFor"/>
    public bool ReportsFor(ReportingPeriod period) => Award.ReportsFor(Start, End, EndedOn, period);
}
