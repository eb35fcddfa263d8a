using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Where a form version in the making stands.</summary>
public enum DraftState
{
    /// <summary>The lead funder works on it; nobody else sees it.</summary>
    Draft,
    /// <summary>The programme's funders and providers read it and comment.</summary>
    Consultation,
    /// <summary>It became a version, which never changes.</summary>
    Announced,
    Discarded,
}

/// <summary>The days on which providers may comment on a draft, both included; Europe/London.</summary>
public sealed record ConsultationDays(DateOnly From, DateOnly Until);

/// <summary>The next version of a programme's form, in the making. A programme has one at a time.</summary>
public sealed record FormDraft : SetupPaper
{
    /// <summary>Of the programme's drafts, from 1.</summary>
    public required int Number { get; init; }

    public DraftState State { get; init; }

    /// <summary>The version that it was begun with, which may have been withdrawn since; null for a form's first.</summary>
    public int? Base { get; init; }

    /// <summary>Raised by one with every edit of the document.</summary>
    public required int Edit { get; init; }

    /// <summary>The version that it became; null before it was announced.</summary>
    public int? Version { get; init; }

    /// <summary>Null where it was never opened to comments.</summary>
    public ConsultationDays? Consultation { get; init; }

    /// <summary>Why each change is made, by <see cref="FormChange.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get => field ?? NoReasons; init; }

    /// <summary>Who edited it last, for whom, and when.</summary>
    public required MemberId By { get; init; }

    public required OrganisationId For { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The document as of <see cref="Edit"/>. It may break rules that a version has to keep.</summary>
    [JsonIgnore]
    public FormDocument Document { get; init; } = null!;

    /// <summary>What guards its next change; null for one that is new.</summary>
    [JsonIgnore]
    public string? Guard { get; init; }

    /// <summary>The edit that makes it what it is, where it is not stored yet.</summary>
    [JsonIgnore]
    public FormEdit? Made { get; init; }

    /// <summary>Whether it is still being made.</summary>
    [JsonIgnore]
    public bool IsOpen => State is DraftState.Draft or DraftState.Consultation;

    private static readonly Dictionary<string, string> NoReasons = [];
}

/// <summary>One edit of a draft: the document as it was after it.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Undoes">The edit that it follows and that undoing it leads back to; null for the first.</param>
/// <param name="What">What was done, in words, such as “Added a question to People”.</param>
public sealed record FormEdit(int Number, int? Undoes, string What, MemberId By, DateTimeOffset At, FormDocument Document)
{
    /// <summary>The edit whose document it is again, where it undid another; null for every other.</summary>
    public int? As { get; init; }
}

/// <summary>Keeps form versions in the making, and every edit of them.</summary>
public interface IDraftStore
{
    /// <summary>The programme's newest draft, whatever became of it; null where there was none yet.</summary>
    Task<FormDraft?> NewestAsync(ProgrammeId programme, CancellationToken cancellation);

    Task<FormDraft?> GetAsync(ProgrammeId programme, int number, CancellationToken cancellation);

    Task<FormEdit?> EditAsync(ProgrammeId programme, int draft, int number, CancellationToken cancellation);

    /// <summary>The edits of a draft from one number to another, both included, without their documents.</summary>
    Task<IReadOnlyList<EditLine>> EditsAsync(ProgrammeId programme, int draft, int from, int to, CancellationToken cancellation);

    /// <summary>Writes a draft as it shall be, with the edit that makes it so, in one transaction.</summary>
    /// <returns>False, with nothing written, where somebody changed it since it was read.</returns>
    Task<bool> TrySaveAsync(FormDraft draft, CancellationToken cancellation);
}
