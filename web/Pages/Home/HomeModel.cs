using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Web.Pages.Home;

/// <summary>Where a signed-in person begins.</summary>
/// <param name="Person">Their name.</param>
/// <param name="Organisation">The organisation they act for; null: none.</param>
/// <param name="Roles">Their roles in it; none where they were removed.</param>
/// <param name="OrganisationName">What it is called, also where they may not see it any more.</param>
/// <param name="HasOthers">They belong to other organisations too.</param>
/// <param name="Done">What was just done.</param>
public sealed record HomeModel(string Person, OrganisationId? Organisation, Roles Roles, string? OrganisationName, bool HasOthers, string? Done)
{
    /// <summary>What they sent after their session had ended.</summary>
    public IReadOnlyList<WaitingPost> Waiting { get; init; } = [];

    /// <summary>What lies before the funder that they act for; null where it is none.</summary>
    public FundersHomeModel? Funder { get; init; }
}
