using System.Globalization;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>What the lead funder answered to somebody who spoke about the form.</summary>
/// <param name="Changed">Whether the form was changed for it: “you said, we did”.</param>
public sealed record FormAnswer(string Text, bool Changed, DateOnly On, MemberId By, OrganisationId For);

/// <summary>What a provider says about a form, by name or as “a provider”, until it is answered, and the answer.</summary>
public abstract record FormSaying : SetupPaper
{
    /// <summary>Sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>The question that it is about; null for the form as a whole.</summary>
    public QuestionId? Question { get; init; }

    /// <summary>What the question was called then.</summary>
    public string? Label { get; init; }

    public required string Text { get; init; }

    public required NamedOrganisation Provider { get; init; }

    /// <summary>Whether others read who said it.</summary>
    public required bool Named { get; init; }

    public required MemberId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public FormAnswer? Answer { get; init; }

    /// <summary>What guards its next change; null for one that is new.</summary>
    [JsonIgnore]
    public string? Guard { get; init; }

    /// <summary>A new id; none is given twice.</summary>
    public static string NewId(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}-{Guid.NewGuid():N}")[..28];

    /// <summary>Whether a text can be an id of ours, as those in addresses need not be.</summary>
    public static bool IsId(string? text) => text is { Length: 28 } && text[19] == '-' && text[..19].All(char.IsAsciiDigit) && text[20..].All(char.IsAsciiHexDigitLower);
}

/// <summary>A comment on a version in the making, kept with what became of it.</summary>
public sealed record FormComment : FormSaying
{
    /// <summary>The draft's number.</summary>
    public required int Draft { get; init; }
}

/// <summary>A provider doubts that a question is of use to anybody. Everybody in the programme reads it, and the answer.</summary>
public sealed record Challenge : FormSaying
{
    /// <summary>The version that asked it.</summary>
    public required int Version { get; init; }
}

/// <summary>What a funder used the answers to a question for in a year; it claims none where it says nothing.</summary>
public sealed record AnswerUse : SetupPaper
{
    /// <summary>The calendar year that it looks back on.</summary>
    public required int Year { get; init; }

    public required OrganisationId Funder { get; init; }

    public required QuestionId Question { get; init; }

    /// <summary>Null where the funder says that it used them for nothing.</summary>
    public string? Used { get; init; }

    public required MemberId By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps what was announced of a programme's form, and what was said about it.</summary>
public interface INoticeStore
{
    /// <summary>All announcements, by version; withdrawn ones too.</summary>
    Task<IReadOnlyList<Announcement>> AnnouncementsAsync(ProgrammeId programme, CancellationToken cancellation);

    Task<Announcement?> AnnouncementAsync(ProgrammeId programme, int version, CancellationToken cancellation);

    /// <summary>Null where the provider has not said that it read it.</summary>
    Task<ReadConfirmation?> ConfirmationAsync(ProgrammeId programme, int version, OrganisationId provider, CancellationToken cancellation);

    /// <summary>By provider.</summary>
    Task<PageOf<ReadConfirmation>> ConfirmationsAsync(ProgrammeId programme, int version, string? after, int size, CancellationToken cancellation);

    /// <summary>The first first.</summary>
    Task<PageOf<FormComment>> CommentsAsync(ProgrammeId programme, int draft, string? after, int size, CancellationToken cancellation);

    Task<FormComment?> CommentAsync(ProgrammeId programme, int draft, string id, CancellationToken cancellation);

    /// <summary>The first first.</summary>
    Task<PageOf<Challenge>> ChallengesAsync(ProgrammeId programme, string? after, int size, CancellationToken cancellation);

    Task<Challenge?> ChallengeAsync(ProgrammeId programme, string id, CancellationToken cancellation);

    /// <summary>What co-funders propose to ask, by funder, the first first.</summary>
    /// <param name="funder">One funder's alone; null for all.</param>
    Task<PageOf<ModuleProposal>> ModulesAsync(ProgrammeId programme, OrganisationId? funder, string? after, int size, CancellationToken cancellation);

    Task<ModuleProposal?> ModuleAsync(ProgrammeId programme, OrganisationId funder, string id, CancellationToken cancellation);

    /// <summary>What all funders said of a year.</summary>
    Task<IReadOnlyList<AnswerUse>> UsesAsync(ProgrammeId programme, int year, CancellationToken cancellation);
}
