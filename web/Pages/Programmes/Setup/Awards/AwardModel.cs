using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Setup.Awards;

/// <summary>A page of a programme's awards.</summary>
/// <param name="Shown">Those that the reader lists, by id.</param>
/// <param name="Next">Where the next page is; null for the last.</param>
public sealed record AwardListModel(ShownSetup Setup, IReadOnlyList<Award> Shown, string? Next, bool IsFirst);

/// <summary>An award as it was agreed.</summary>
/// <param name="Latest">What was changed of it, the newest first.</param>
public sealed record AwardOverview(FoundAward Found, IReadOnlyList<Named<RecordEntry>> Latest, bool Done)
{
    public Award Award => Found.Award;

    /// <summary>What it is asked first; null where that is not settled.</summary>
    public FirstForm? Form { get; init; }

    public Programme Programme => Found.Programme;

    public bool IsProvider => Found.Access.IsProvider;

    /// <summary>The contributions that the reader sees: all to the lead funder and the provider, else one's own.</summary>
    public IReadOnlyList<Contribution> Contributions => [.. Award.Contributions.Where(part => IsProvider || Found.Access.Sight?.SeesSharesOf(part.Funder) == true)];

    public string NameOf(OrganisationId funder) => Programme.Funders.FirstOrDefault(one => one.Id == funder)?.Name ?? funder.Value;
}

/// <summary>A page that changes a part of an award; of a new one there is no award yet.</summary>
public sealed record AwardModel(Programme Programme, FoundAward? Found, Typed Typed, IReadOnlyList<FieldError> Errors)
{
    public int Version => Found?.Award.Version ?? 0;

    public OrganisationChoices Choices { get; init; } = OrganisationChoices.None;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>A proposed change of a profile.</summary>
public sealed record ProposalModel(FoundAward Found, ProfileProposal Proposal, Typed Typed, IReadOnlyList<FieldError> Errors, bool Done);

/// <summary>Who is who of the two sides.</summary>
public static class Sides
{
    public static string NameOf(FoundAward found, AwardSide side)
    {
        ArgumentNullException.ThrowIfNull(found);
        return side == AwardSide.Funder ? found.Programme.LeadFunder.Name : found.Award.Provider.Name;
    }

    public static string Other(FoundAward found, AwardSide side) => NameOf(found, side == AwardSide.Funder ? AwardSide.Provider : AwardSide.Funder);
}
