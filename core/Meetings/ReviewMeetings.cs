using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Meetings;

/// <summary>An award's review meetings as one of its sides sees them.</summary>
public sealed record MeetingsOfAward(ReturnAccess Access, IReadOnlyList<ReviewNote> Notes)
{
    public Programme Programme => Access.Programme;

    public Award Award => Access.Award;

    /// <summary>Whether the reader's side can confirm a note: the other side wrote it.</summary>
    public bool MayConfirm(ReviewNote note) => Access.MayAgree && note.Confirmed is null && ReviewMeetings.IsProviders(note.Written, Award) != Access.IsProvider;
}

/// <summary>
/// Dated notes of what was agreed on an award: written by its provider or by an officer of the lead funder, confirmed by the other side. Co-funders that pay for the award
/// read them.
/// </summary>
public sealed class ReviewMeetings(IProgrammeStore programmes, IPartsStore parts, IMeetingStore store, ISetupStore setups, IWorkQueue queue, TimeProvider clock)
{
    public const int MostCharacters = 5000;

    public const string WhoMay = "The provider's lead, signatories and preparers, and officers of the lead funder, write and confirm notes of review meetings.";

    private readonly ChangeSetup _change = new(setups, queue, clock);

    public async Task<Outcome<MeetingsOfAward>> ReadAsync(ProgrammeId programmeId, AwardId awardId, Caller caller, CancellationToken cancellation)
    {
        var finding = programmes.GetAwardAsync(programmeId, awardId, cancellation);
        if (await programmes.GetAsync(programmeId, cancellation) is not { } programme || await finding is not { } award)
            return NotFound;
        var access = await ReturnAccess.OfAsync(caller, programme, award, parts, cancellation);
        return access.IsProvider || access.Funder is not null ? new MeetingsOfAward(access, await store.ListAsync(programmeId, awardId, cancellation)) : NotFound;
    }

    /// <param name="seen">How many notes the writer had read.</param>
    /// <param name="on">Null where it is no date.</param>
    /// <param name="corrects">The note that it corrects; null for none.</param>
    public async Task<Outcome<ReviewNote>> WriteAsync(
        ProgrammeId programme, AwardId award, int seen, DateOnly? on, string? agreed, int? corrects, Caller caller, CancellationToken cancellation)
    {
        ReviewNote? before = null;
        var done = await _change.RunAsync<ReviewNote>(programme, caller, async () =>
        {
            var found = await ReadAsync(programme, award, caller, cancellation);
            if (found.Value is not { } meetings)
                return found.Problem!;
            if (!meetings.Access.MayAgree)
                return new Problem(Catalogue.RoleNeeded, WhoMay);
            var (text, now) = (agreed?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "", clock.GetUtcNow());
            var corrected = meetings.Notes.FirstOrDefault(one => one.Number == corrects);
            if (meetings.Notes.Count != seen)
            {
                // Sent twice, it was written the first time.
                before = meetings.Notes.ElementAtOrDefault(seen) is { } next && next.Written.By == caller.Id && next.Written.For == meetings.Access.For
                    && next.On == on && string.Equals(next.Agreed, text, StringComparison.Ordinal) && next.Corrects == corrected?.Number ? next : null;
                return Meanwhile;
            }
            if (FindingsAbout(on, text, UkTime.DayOf(now)) is { Count: > 0 } findings)
                return new Problem(Catalogue.MeetingNotUsable, "Put right what is listed under findings.") { Findings = findings };
            var note = new ReviewNote(seen + 1, on!.Value, text, corrected?.Number, new Confirmation(caller.Id, meetings.Access.For, now), null);
            return Written(meetings, note, Deed.MeetingNoted, corrected);
        }, cancellation);
        return before ?? done;
    }

    /// <summary>The other side says that this is what was agreed. Saying it twice changes nothing.</summary>
    public async Task<Outcome<ReviewNote>> ConfirmAsync(ProgrammeId programme, AwardId award, int number, Caller caller, CancellationToken cancellation)
    {
        ReviewNote? before = null;
        var done = await _change.RunAsync<ReviewNote>(programme, caller, async () =>
        {
            var found = await ReadAsync(programme, award, caller, cancellation);
            if (found.Value is not { } meetings)
                return found.Problem!;
            if (meetings.Notes.FirstOrDefault(one => one.Number == number) is not { } note)
                return NotFound;
            if (!meetings.Access.MayAgree)
                return new Problem(Catalogue.RoleNeeded, WhoMay);
            if (note.Confirmed is not null)
            {
                before = note;
                return new Problem(Catalogue.NothingChanges, "This note is confirmed already.");
            }
            return meetings.MayConfirm(note)
                ? Written(meetings, note with { Confirmed = new Confirmation(caller.Id, meetings.Access.For, clock.GetUtcNow()) }, Deed.MeetingConfirmed, note)
                : new Problem(Catalogue.NotYoursToConfirm, "Your side wrote this note. The other side confirms it.");
        }, cancellation);
        return before ?? done;
    }

    private static ChangeSetup.Change<ReviewNote> Written(MeetingsOfAward meetings, ReviewNote note, Deed deed, ReviewNote? before) =>
        new(note, deed, meetings.Access.For, SetupWords.About(meetings.Award.Id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{note.Number}")))
        {
            Before = before is null ? null : SetupDigest.Of(before),
            After = SetupDigest.Of(note),
            Note = new AwardNote(meetings.Award.Id, note),
        };

    internal static bool IsProviders(Confirmation side, Award award) => side.For == award.Provider.Id;

    private static Problem NotFound => new(Catalogue.NotFound, "There is no such award: check the programme and the award.");

    private static Problem Meanwhile => new(Catalogue.MeetingMeanwhile, "Somebody else wrote a note while you wrote yours. Read it below, then save yours if it is still needed.");

    private static List<Finding> FindingsAbout(DateOnly? on, string agreed, DateOnly today)
    {
        var findings = new List<Finding>();
        if (on is null || on > today)
            findings.Add(new Finding(Catalogue.NotADate, FindingKind.Refused, "on-day", on is null ? "Enter the day of the meeting, like 27 3 2026." : "Enter a day that is not in the future."));
        if (agreed.Length is 0 or > MostCharacters)
            findings.Add(new Finding(
                agreed.Length == 0 ? Catalogue.AnswerRequired : Catalogue.TextTooLong, FindingKind.Refused, "agreed",
                agreed.Length == 0 ? "Say what was agreed: targets, help, changes." : $"Shorten what was agreed to {MostCharacters:N0} characters or fewer; it has {agreed.Length:N0}."));
        return findings;
    }
}
