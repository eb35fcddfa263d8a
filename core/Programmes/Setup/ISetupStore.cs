using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Where a programme's set-up stands: what guards its next change, or one of its awards, and where its record stands.</summary>
/// <param name="Guard">Null where nothing was changed by anybody yet.</param>
public sealed record SetupStanding(string? Guard, RecordHead Record);

/// <summary>A change of a programme or of one of its awards: all of it is written, with its entry in the record, or nothing.</summary>
/// <param name="Standing">As it was read before anything else; two changes of one programme come one after the other.</param>
public sealed record SetupWrite(ProgrammeId Programme, SetupStanding Standing, RecordEntry Entry)
{
    /// <summary>What follows from it; null for nothing.</summary>
    public SetupItem? Item { get; init; }

    /// <summary>A note of a review meeting, new or confirmed; null for none.</summary>
    public AwardNote? Note { get; init; }

    /// <summary>A sample that was drawn; null for none.</summary>
    public PeriodSample? Sample { get; init; }

    /// <summary>The programme as it shall be, one version further; null where it stays.</summary>
    public Programme? Put { get; init; }

    /// <summary>An award as it shall be, one version further; null where all stay.</summary>
    public Award? PutAward { get; init; }

    /// <summary>Proposals of an award's profile, new or answered.</summary>
    public IReadOnlyList<ProfileProposal> Proposals { get => field ?? []; init; }

    /// <summary>What is kept beside the programme, new or as it shall be.</summary>
    public IReadOnlyList<SetupPaper> Papers { get => field ?? []; init; }
}

/// <summary>A note of a review meeting and the award that it is about.</summary>
public sealed record AwardNote(AwardId Award, ReviewNote Note);

/// <summary>A sample and the period that it is of.</summary>
public sealed record PeriodSample(PeriodId Period, Sample Sample);

/// <summary>Keeps how programmes are set up, and what is proposed for their awards' profiles.</summary>
public interface ISetupStore
{
    Task<SetupStanding> StandingAsync(ProgrammeId programme, CancellationToken cancellation);

    /// <summary>Every proposal about an award's profile, the first first.</summary>
    Task<IReadOnlyList<ProfileProposal>> ProposalsAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation);

    /// <returns>False, with nothing written, where something is no longer as it was read.</returns>
    Task<bool> TryWriteAsync(SetupWrite write, CancellationToken cancellation);
}
