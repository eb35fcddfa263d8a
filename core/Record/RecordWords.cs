using System.Globalization;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Core.Record;

/// <summary>The record in words: what was done, who did it, and how something was looked at.</summary>
public static class RecordWords
{
    private const string Removed = "Somebody who was removed";

    /// <summary>What was done, such as “Submitted revision 2” or “Changed roles: preparer, before signatory”.</summary>
    public static string What(Named<RecordEntry> named)
    {
        var entry = named.What;
        return entry.Deed switch
        {
            Deed.DraftChanged => entry.About is null ? "Worked on the draft" : $"Worked on the draft, helping from {named.AboutName ?? entry.About}",
            Deed.PartsShared => "Changed which partner fills in which sections of an award’s returns",
            Deed.HistoryEntered => entry.Before is null ? "Entered a past return" : "Entered a past return anew",
            Deed.HistoryDeleted => "Deleted a past return",
            Deed.PartDone => "Said that a part is done",
            Deed.PartNotDone => "Said that a part is not done after all",
            Deed.Submitted => $"Submitted {RevisionIn(entry)}",
            Deed.Accepted => $"Accepted {RevisionIn(entry)}",
            Deed.Reopened => $"Reopened, from {RevisionIn(entry)}",
            Deed.QueryAsked => $"Asked something: {entry.About}",
            Deed.QueryAnswered => $"Answered {entry.About} in words",
            Deed.QueryWithdrawn => $"Withdrew {entry.About}",
            Deed.Acknowledged => $"Acknowledged {RevisionIn(entry)}",
            Deed.MarkedReady => "Said that it is ready to sign",
            Deed.SentBack => "Sent it back to whoever prepares it",
            Deed.FirstSigned => "Signed it as the first of two",
            Deed.FileAdded => "Added an evidence file to the draft",
            Deed.FileRemoved => "Removed an evidence file from the draft",
            Deed.OrganisationAdded => "Added the organisation to the portal",
            Deed.OrganisationChanged => "Changed the organisation's details",
            Deed.Invited => $"Invited somebody as {RolesIn(entry.After)}",
            Deed.InvitationWithdrawn => $"Withdrew an invitation as {RolesIn(entry.Before)}",
            Deed.InvitationAccepted => entry.Before is null
                ? $"Accepted an invitation as {RolesIn(entry.After)}"
                : $"Accepted an invitation: now {RolesIn(entry.After)}, before {RolesIn(entry.Before)}",
            Deed.RolesChanged => entry.Before is null
                ? $"Gave roles to {AboutMember(named)}: {RolesIn(entry.After)}"
                : $"Changed roles of {AboutMember(named)}: now {RolesIn(entry.After)}, before {RolesIn(entry.Before)}",
            Deed.HelpAnswered => $"Answered the request for help: {(entry.About == nameof(HelpStanding.Given) ? "given" : entry.About == nameof(HelpStanding.NotPossible) ? "not possible" : "in hand")}",
            Deed.EvidenceChecked => $"Checked its evidence: {(entry.About == nameof(CheckResult.InOrder) ? "in order" : "not in order")}",
            Deed.MemberRemoved => string.Equals(entry.About, entry.By.Value, StringComparison.Ordinal)
                ? $"Left the organisation; was {RolesIn(entry.Before)}"
                : $"Removed {AboutMember(named)}, who was {RolesIn(entry.Before)}",
            Deed.ClientLetIn => $"Let in {AboutMember(named)}, as {RolesIn(entry.After)}",
            Deed.ProgrammeBegun => "Began the programme",
            Deed.ProgrammeChanged => SetupWords.OfProgramme(entry.About),
            Deed.AwardAdded => $"Added the award of {AwardIn(named)}",
            Deed.AwardChanged => $"Changed {SetupWords.OfAward(entry.About)} of the award of {AwardIn(named)}",
            Deed.ProfileProposed => $"Proposed a change of the profile of {AwardIn(named)}",
            Deed.ProfileAgreed => $"Agreed to a change of the profile of {AwardIn(named)}",
            Deed.ProfileDeclined => $"Ended the proposal to change the profile of {AwardIn(named)}, which stays as it was",
            Deed.FormDraftBegun => "Began the next version of the form",
            Deed.FormDraftDiscarded => "Discarded the next version of the form, which was not announced",
            Deed.ConsultationOpened => "Opened the next version of the form to comments",
            Deed.ConsultationClosed => "Closed the form to comments",
            Deed.FormCommented => "Commented on the next version of the form",
            Deed.QuestionChallenged => "Challenged a question of the form",
            Deed.SpeakerNamed => "Put its name to what it had said about the form",
            Deed.SpeakerAnswered => "Answered what a provider said about the form",
            Deed.AnnouncementRead => $"Confirmed having read {entry.About} of the form",
            Deed.UseNoted => $"Said what answers were used for in {entry.About}",
            Deed.SampleDrawn => $"Drew a sample of the returns for {named.AboutName ?? "a period"}",
            Deed.MeetingNoted => $"{(entry.Before is null ? "Noted" : "Corrected the note of")} a review meeting on the award of {AwardIn(named)}",
            Deed.MeetingConfirmed => $"Confirmed the note of a review meeting on the award of {AwardIn(named)}",
            Deed.ModuleProposed => "Proposed questions of its own for the form",
            Deed.ModuleTaken => "Took a co-funder’s questions into the next version of the form",
            Deed.ModuleDeclined => "Declined a co-funder’s questions for the form",
            _ => $"Added version {entry.About} of the form",
        };
    }

    /// <summary>Who did it: a person or program of the reader's own by name, others by their organisation.</summary>
    public static string Who(Named<RecordEntry> named) =>
        named.What.By == SetUp.Portal ? "The portal, when it was set up"
        : named.What is { For: null, Deed: Deed.FormCommented or Deed.QuestionChallenged } ? "A provider"
        : named.Name ?? (named.IsOwn ? Removed : named.Organisation ?? Removed);

    /// <summary>How something was looked at, after the name of who did.</summary>
    public static string Look(LookKind kind) => kind switch
    {
        LookKind.Viewed => "opened the return",
        LookKind.Downloaded => "downloaded the return",
        LookKind.ReadHelpAsked => "read what help it asks for",
        _ => "downloaded a report that holds it",
    };

    /// <summary>Whether an entry's before and after are digests; else they are roles, which the words say.</summary>
    public static bool HasDigests(Deed deed) => deed is Deed.DraftChanged or Deed.Submitted or Deed.Accepted or Deed.Reopened or Deed.MarkedReady or Deed.SentBack or Deed.FirstSigned or Deed.FileAdded or Deed.FileRemoved
        or Deed.ProgrammeBegun or Deed.ProgrammeChanged or Deed.AwardAdded or Deed.AwardChanged or Deed.ProfileProposed or Deed.ProfileAgreed or Deed.ProfileDeclined or Deed.QueryAsked or Deed.QueryAnswered or Deed.QueryWithdrawn or Deed.Acknowledged
        or Deed.PartsShared or Deed.HistoryEntered or Deed.HistoryDeleted or Deed.OrganisationAdded or Deed.OrganisationChanged or Deed.FormVersionAdded
        or Deed.AnnouncementRead or Deed.SampleDrawn or Deed.MeetingNoted or Deed.MeetingConfirmed or Deed.FormDraftBegun or Deed.FormDraftDiscarded;

    /// <summary>What a verification of one chain came to, as a sentence.</summary>
    public static string Of(Verified verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        return verified.Breaks is [var broken, ..] ? broken.What
            : verified.Entries == 1 ? "1 entry, and nothing before it."
            : string.Create(CultureInfo.InvariantCulture, $"{verified.Entries:N0} entries, each follows the one before.");
    }

    private static string AwardIn(Named<RecordEntry> named) => named.AboutName ?? "a provider";

    private static string RevisionIn(RecordEntry entry) => entry.About ?? "the return";

    private static string RolesIn(string? stored) => Enum.TryParse<Roles>(stored, out var roles) && roles != Roles.None ? RoleWords.Of(roles) : "no role";

    private static string AboutMember(Named<RecordEntry> named) =>
        named.AboutName ?? (named.What.About?.StartsWith("c-", StringComparison.Ordinal) == true ? "a program" : named.IsOwn ? "somebody who was removed" : "somebody");
}
