using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>A change as it was announced.</summary>
/// <param name="Key">Its <see cref="FormChange.Key"/>.</param>
/// <param name="Sentence">What changes, in words.</param>
/// <param name="Reason">Why; null where no reason was needed and none was given.</param>
public sealed record AnnouncedChange(string Key, ChangeClass Class, string Sentence, string? Reason);

/// <summary>Somebody above the funder wants a version sooner than its notice allows.</summary>
/// <param name="By">Who imposes it, such as a ministry.</param>
/// <param name="Why">The reason, as providers read it.</param>
/// <param name="OptionalUntil">The first day after the notice: what became heavier may be left open in periods that begin before it.</param>
public sealed record Imposition(string By, string Why, DateOnly OptionalUntil);

/// <summary>A version that was taken back before it started.</summary>
public sealed record Withdrawal(DateOnly On, string Reason, MemberId By, OrganisationId For);

/// <summary>The announcement of a form version to everybody who will answer it: what it says never changes, but it can be withdrawn before the start.</summary>
public sealed record Announcement : SetupPaper
{
    public required FormId Form { get; init; }

    public required int Version { get; init; }

    /// <summary>The draft that it was.</summary>
    public required int Draft { get; init; }

    /// <summary>The version that it takes the place of; null for the first.</summary>
    public int? Follows { get; init; }

    /// <summary>The first period that asks it.</summary>
    public required PeriodId From { get; init; }

    /// <summary>When that begins.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>The day it was announced, in the United Kingdom: the notice runs from it.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset At { get; init; }

    public required MemberId By { get; init; }

    public required OrganisationId For { get; init; }

    /// <summary>The heaviest of its changes; a first version has none, and counts as heavier.</summary>
    public required ChangeClass Class { get; init; }

    /// <summary>The earliest start that its notice allows.</summary>
    public required DateOnly Earliest { get; init; }

    /// <summary>Null where it starts no sooner than that.</summary>
    public Imposition? Imposed { get; init; }

    public IReadOnlyList<AnnouncedChange> Changes { get => field ?? []; init; }

    /// <summary>Estimated minutes to answer it, and those of the version before; null where nobody estimated.</summary>
    public int? Minutes { get; init; }

    public int? MinutesBefore { get; init; }

    /// <summary>How many providers it concerned when it was announced.</summary>
    public required int Providers { get; init; }

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    /// <summary>Minutes more than before; negative for fewer; null where it isn't known.</summary>
    [JsonIgnore]
    public int? MinutesAdded => Minutes - MinutesBefore;
}

/// <summary>A provider said that it has read the announcement of a version.</summary>
public sealed record ReadConfirmation : SetupPaper
{
    public required int Version { get; init; }

    public required OrganisationId Provider { get; init; }

    public required MemberId By { get; init; }

    public required DateTimeOffset At { get; init; }
}
