using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>As <see cref="A"/>, before a vowel.</summary>
internal static class An
{
    /// <summary>An award that runs from April 2026 for three years.</summary>
    public static Award Award(string id = "a1") => new()
    {
        Id = Identifier.Parse<AwardId>(id),
        Programme = Identifier.Parse<ProgrammeId>("grant-aid"),
        Provider = new NamedOrganisation(OrganisationId.Parse("GB-CHC-1044239"), $"Provider of {id}"),
        Amount = 30_000,
        Start = new DateOnly(2026, 4, 1),
        End = new DateOnly(2029, 3, 31),
    };

    /// <summary>With a profile for the period that <see cref="A.Period"/> gives.</summary>
    public static Award WithProfile(this Award award, string indicator, decimal figure) => award with
    {
        Profiles = [.. award.Profiles, new Profile(Identifier.Parse<IndicatorId>(indicator), Identifier.Parse<PeriodId>("2026-h2"), figure)],
    };

    /// <summary>With an agreed outcome; null where it is told in words only.</summary>
    public static Award WithOutcome(this Award award, string? indicator) => award with
    {
        AgreedOutcomes =
        [
            .. award.AgreedOutcomes,
            new AgreedOutcome("Less lonely", "Twenty people meet weekly", indicator is null ? null : Identifier.Parse<IndicatorId>(indicator)),
        ],
    };
}
