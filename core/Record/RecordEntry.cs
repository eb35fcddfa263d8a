using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Record;

/// <summary>What was done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Deed>))]
public enum Deed
{
    /// <summary>A return: somebody began the draft, or worked on it for the first time that day.</summary>
    DraftChanged,
    Submitted,
    Accepted,
    Reopened,
    /// <summary>A file that was found clean became part of the draft, for whoever had sent it.</summary>
    FileAdded,
    FileRemoved,
    OrganisationAdded,
    OrganisationChanged,
    Invited,
    InvitationWithdrawn,
    InvitationAccepted,
    RolesChanged,
    MemberRemoved,
    ClientLetIn,
    FormVersionAdded,
    /// <summary>A return: whoever prepares it said that it is ready to sign.</summary>
    MarkedReady,
    /// <summary>A return: a signatory sent it back to whoever prepares it.</summary>
    SentBack,
    /// <summary>A return: the first of two signatures.</summary>
    FirstSigned,
    /// <summary>An organisation: it said which partner of a consortium fills in what of an award's returns.</summary>
    PartsShared,
    /// <summary>An organisation: it entered a past return of an award, which nobody signed.</summary>
    HistoryEntered,
    HistoryDeleted,
    /// <summary>A return: who fills in a section said that it is done.</summary>
    PartDone,
    /// <summary>A return: it is not done after all.</summary>
    PartNotDone,
    ProgrammeBegun,
    /// <summary>A programme: a part of its set-up, which the entry names.</summary>
    ProgrammeChanged,
    AwardAdded,
    AwardChanged,
    /// <summary>An award: one side proposed a change of its profile.</summary>
    ProfileProposed,
    /// <summary>An award: the other side agreed.</summary>
    ProfileAgreed,
    /// <summary>An award: the other side declined, or who proposed took it back.</summary>
    ProfileDeclined,
    /// <summary>A return: a funder asked something about it.</summary>
    QueryAsked,
    /// <summary>A return: the provider answered that in words.</summary>
    QueryAnswered,
    QueryWithdrawn,
    /// <summary>A return: a co-funder answered for itself.</summary>
    Acknowledged,
    /// <summary>A return: a funder said what was done about its request for help.</summary>
    HelpAnswered,
    /// <summary>A return: the lead funder noted what a check of its evidence came to.</summary>
    EvidenceChecked,
    /// <summary>A programme: the next version of its form was begun.</summary>
    FormDraftBegun,
    FormDraftDiscarded,
    /// <summary>A programme: the draft of its form was opened to comments.</summary>
    ConsultationOpened,
    /// <summary>A programme: it was closed before its last day.</summary>
    ConsultationClosed,
    /// <summary>A programme: a provider commented on the draft of its form.</summary>
    FormCommented,
    /// <summary>A programme: a provider doubted the use of a question.</summary>
    QuestionChallenged,
    /// <summary>A programme: who had spoken as “a provider” chose to be named.</summary>
    SpeakerNamed,
    /// <summary>A programme: the lead funder answered a comment or a challenge.</summary>
    SpeakerAnswered,
    /// <summary>A programme: a provider confirmed that it read what was announced.</summary>
    AnnouncementRead,
    /// <summary>A programme: a funder said what it used answers for.</summary>
    UseNoted,
    /// <summary>A programme: the lead funder drew a sample of a period's returns.</summary>
    SampleDrawn,
    /// <summary>An award: one side wrote a note of a review meeting, or one that corrects another.</summary>
    MeetingNoted,
    /// <summary>An award: the other side confirmed it.</summary>
    MeetingConfirmed,
    /// <summary>A programme: a co-funder proposed questions of its own for the form.</summary>
    ModuleProposed,
    /// <summary>A programme: the lead funder took them into the draft.</summary>
    ModuleTaken,
    ModuleDeclined,
}

/// <summary>
/// An entry of the record: who did what, for whom, when, and the digests before and after. Ids and digests only, no answers and no names. Each
/// holds the digest of the one before, so that none can be changed, taken out or put in without it being seen.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="For">The organisation that they acted for; null where there was none.</param>
/// <param name="About">Which member, invitation, revision or version it was about; null where the chain says it.</param>
/// <param name="Before">Digest of what changed, before; null where there was nothing.</param>
/// <param name="After">Digest of it afterwards; null where there is nothing.</param>
/// <param name="Previous">Digest of the entry before; empty for the first.</param>
/// <param name="Digest">SHA-256 over all of this and the name of the chain, lower-case hexadecimal.</param>
public sealed record RecordEntry(
    int Number, DateTimeOffset At, MemberId By, OrganisationId? For, Deed Deed, string? About, string? Before, string? After, string Previous, string Digest);

/// <summary>Where a chain stands: how many entries it has, and the digest of the last.</summary>
public sealed record RecordHead(int Count, string Digest)
{
    public static readonly RecordHead Empty = new(0, "");
}

/// <summary>What was done, before it has its place in a chain.</summary>
public sealed record Done(DateTimeOffset At, MemberId By, OrganisationId? For, Deed Deed, string? About = null, string? Before = null, string? After = null);

/// <summary>A chain of the record: one for each return, organisation, form and programme.</summary>
/// <param name="Name">Part of every digest, so that no entry can be moved to another chain.</param>
public sealed record RecordChain(string Name)
{
    public static RecordChain Of(Returns.ReturnKey key) => new($"return {key}");

    public static RecordChain Of(OrganisationId organisation) => new($"organisation {organisation}");

    public static RecordChain Of(FormId form) => new($"form {form}");

    /// <summary>Of a programme's set-up and of its awards.</summary>
    public static RecordChain Of(ProgrammeId programme) => new($"programme {programme}");

    /// <summary>The entry that follows the head.</summary>
    public RecordEntry Next(RecordHead head, Done done)
    {
        var entry = new RecordEntry(head.Count + 1, done.At, done.By, done.For, done.Deed, done.About, done.Before, done.After, head.Digest, "");
        return entry with { Digest = DigestOf(entry) };
    }

    /// <summary>The head after an entry.</summary>
    public static RecordHead HeadAfter(RecordEntry entry) => new(entry.Number, entry.Digest);

    /// <summary>A line a part, none of which can hold a line's end, so that no two entries have the same text.</summary>
    public string DigestOf(RecordEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Name, entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.By.Value, entry.For?.Value,
        entry.Deed.ToString(), entry.About, entry.Before, entry.After, entry.Previous))));
}
