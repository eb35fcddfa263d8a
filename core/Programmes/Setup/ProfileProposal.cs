using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>The two sides of an award, both of which agree to a change of its profile.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AwardSide>))]
public enum AwardSide
{
    Funder,
    Provider,
}

/// <summary>Where a proposal stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalState>))]
public enum ProposalState
{
    /// <summary>The other side has not answered.</summary>
    Open,
    Agreed,
    Declined,
    /// <summary>Another proposal was made in its place.</summary>
    Overtaken,
    /// <summary>Whoever made it took it back.</summary>
    Withdrawn,
}

/// <summary>A figure of a profile as it is and as it is proposed.</summary>
/// <param name="Before">Null where none was planned.</param>
public sealed record ProposedFigure(IndicatorId Indicator, PeriodId Period, OrganisationId? Funder, decimal? Before, decimal After);

/// <summary>A change of an award's profile that one side proposes: it holds once the other agrees, from a period that has not begun.</summary>
public sealed record ProfileProposal
{
    public required ProgrammeId Programme { get; init; }

    public required AwardId Award { get; init; }

    /// <summary>From 1, within the award.</summary>
    public required int Number { get; init; }

    public required AwardSide Side { get; init; }

    public required MemberId By { get; init; }

    /// <summary>The organisation that they acted for.</summary>
    public required OrganisationId For { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version of the profile that it changes.</summary>
    public required int Of { get; init; }

    /// <summary>The first period of which a figure changes.</summary>
    public required PeriodId From { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<ProposedFigure> Figures { get; init; }

    public ProposalState State { get; init; }

    public MemberId? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What was said with the answer; null where nothing was.</summary>
    public string? AnswerWords { get; init; }

    /// <summary>The version of the profile that it became; null where it was not agreed.</summary>
    public int? Version { get; init; }
}
