namespace MonitoringReturns.Core.Problems;

/// <summary>
/// Every code of the portal, once. A number is never given to anything else, also after its rule is gone; retired ones stay here
/// with that word. 1000s: findings about answers. 2000s: refusals. 3000s: faults of a form's definition.
/// </summary>
public static class Catalogue
{
    public static readonly Code UnknownQuestion = new(1001, "unknown-question");
    public static readonly Code WrongType = new(1002, "wrong-type");
    public static readonly Code NumberTooLarge = new(1003, "number-too-large");
    public static readonly Code NotWhole = new(1004, "not-a-whole-number");
    public static readonly Code TooManyDecimals = new(1005, "too-many-decimals");
    public static readonly Code Negative = new(1006, "negative-number");
    public static readonly Code TextTooLong = new(1007, "text-too-long");
    public static readonly Code TextNotUsable = new(1008, "text-not-usable");
    public static readonly Code UnknownChoice = new(1009, "unknown-choice");
    public static readonly Code NotADate = new(1010, "not-a-date");
    public static readonly Code TooManyRows = new(1011, "too-many-rows");
    public static readonly Code AnswerRequired = new(1012, "answer-required");
    public static readonly Code BelowMinimum = new(1013, "below-minimum");
    public static readonly Code AboveMaximum = new(1014, "above-maximum");
    public static readonly Code TooFewWords = new(1015, "too-few-words");
    public static readonly Code TooManyWords = new(1016, "too-many-words");
    public static readonly Code TotalsDiffer = new(1017, "totals-differ");
    public static readonly Code MoreThanTotal = new(1018, "more-than-total");
    public static readonly Code TooEarly = new(1019, "too-early");
    public static readonly Code ChangeSinceLast = new(1020, "change-since-last");
    public static readonly Code BelowProfile = new(1021, "below-profile");
    public static readonly Code CommentTooLong = new(1022, "comment-too-long");
    public static readonly Code DeclarationNeeded = new(1023, "declaration-needed");
    public static readonly Code UnknownRow = new(1024, "unknown-row");
    public static readonly Code UnknownColumn = new(1025, "unknown-column");
    public static readonly Code RowIncomplete = new(1026, "row-incomplete");
    public static readonly Code ShareAboveLimit = new(1027, "share-above-limit");

    public static readonly Code TooManyFiles = new(1030, "too-many-files");
    public static readonly Code FileNotHere = new(1031, "file-not-here");
    public static readonly Code FileEmpty = new(1032, "file-empty");
    public static readonly Code FileTooLarge = new(1033, "file-too-large");
    public static readonly Code FileTypeNotTaken = new(1034, "file-type-not-taken");
    public static readonly Code FileWithMacros = new(1035, "file-with-macros");
    public static readonly Code FileProtected = new(1036, "file-protected");
    public static readonly Code FileInfected = new(1037, "file-infected");
    public static readonly Code FileNotOpened = new(1038, "file-not-opened");
    public static readonly Code FileNotAdded = new(1039, "file-not-added");

    public static readonly Code ContributionsDiffer = new(1050, "contributions-differ");
    public static readonly Code PeriodsOverlap = new(1051, "periods-overlap");
    public static readonly Code DaysOutOfOrder = new(1052, "days-out-of-order");
    public static readonly Code PeriodStarted = new(1053, "period-started");
    public static readonly Code IndicatorCounted = new(1054, "indicator-counted");
    public static readonly Code UnknownOrganisation = new(1055, "unknown-organisation");
    public static readonly Code UnknownPeriod = new(1056, "unknown-period");
    public static readonly Code IndicatorNotUsable = new(1057, "indicator-not-usable");
    public static readonly Code BandsNotUsable = new(1058, "bands-not-usable");
    public static readonly Code CeilingNotUsable = new(1059, "ceiling-not-usable");
    public static readonly Code SayingNeeded = new(1060, "saying-needed");
    public static readonly Code SaidTooLong = new(1061, "said-too-long");
    public static readonly Code SaidNotUsable = new(1062, "said-not-usable");
    public static readonly Code NotAnAnswer = new(1063, "not-an-answer");
    public static readonly Code FigureTwice = new(1064, "figure-twice");

    public static readonly Code FormUnchanged = new(1081, "form-unchanged");
    public static readonly Code StartTooEarly = new(1082, "start-too-early");
    public static readonly Code NotToBeLeftOpen = new(1083, "not-to-be-left-open");
    public static readonly Code FormTooLarge = new(1084, "form-too-large");

    public static readonly Refusal BodyNotJson = new(2001, "body-not-json", RefusalKind.Malformed, "The body is not the JSON this address takes");
    public static readonly Refusal BodyTooLarge = new(2002, "body-too-large", RefusalKind.TooLarge, "The body is too large");
    public static readonly Refusal NotJsonType = new(2003, "not-json-type", RefusalKind.WrongMediaType, "Send the body as application/json");
    public static readonly Refusal NotFound = new(2004, "not-found", RefusalKind.NotFound, "There is nothing here");
    public static readonly Refusal BadParameter = new(2005, "bad-parameter", RefusalKind.Malformed, "A parameter is not usable");
    public static readonly Refusal AnswersNotUsable = new(2101, "answers-not-usable", RefusalKind.Unprocessable, "Some answers can't be kept; nothing was saved");
    public static readonly Refusal AnswersChanged = new(2102, "answers-changed", RefusalKind.Conflict, "Someone else has changed the same answers; nothing was saved");
    public static readonly Refusal PeriodNotOpen = new(2103, "period-not-open", RefusalKind.Conflict, "The reporting period has not opened yet");
    public static readonly Refusal PeriodClosed = new(2104, "period-closed", RefusalKind.Conflict, "The reporting period has closed");
    public static readonly Refusal AwardNotInPeriod = new(2105, "award-not-in-period", RefusalKind.Conflict, "The award does not run in this reporting period");
    public static readonly Refusal NotReady = new(2106, "not-ready", RefusalKind.Unprocessable, "The return can't be submitted yet");
    public static readonly Refusal ReturnChanged = new(2107, "return-changed", RefusalKind.Stale, "The return has changed since you read it; nothing was submitted");
    public static readonly Refusal IfMatchNeeded = new(2108, "if-match-needed", RefusalKind.ConditionMissing, "Say which state of the return you mean");
    public static readonly Refusal IdempotencyKeyNeeded = new(2109, "idempotency-key-needed", RefusalKind.Malformed, "Send an Idempotency-Key");
    public static readonly Refusal IdempotencyKeyReused = new(2110, "idempotency-key-reused", RefusalKind.Unprocessable, "This Idempotency-Key came with another request before");
    public static readonly Refusal NothingNew = new(2111, "nothing-new", RefusalKind.Conflict, "Nothing has changed since the last submission");
    public static readonly Refusal Busy = new(2112, "busy", RefusalKind.TryLater, "Too many people are saving this return at once");
    public static readonly Refusal ReturnAccepted = new(2113, "return-accepted", RefusalKind.Conflict, "The return has been accepted");
    public static readonly Refusal NotToBeAccepted = new(2114, "not-to-be-accepted", RefusalKind.Conflict, "The return can't be accepted now");
    public static readonly Refusal NotAccepted = new(2115, "not-accepted", RefusalKind.Conflict, "The return has not been accepted");
    public static readonly Refusal StorageAway = new(2120, "storage-away", RefusalKind.TryLater, "Storage is away for a moment");
    public static readonly Refusal NotReadyToSign = new(2125, "not-ready-to-sign", RefusalKind.Unprocessable, "The return is not ready to sign yet");
    public static readonly Refusal NothingToSendBack = new(2126, "nothing-to-send-back", RefusalKind.Conflict, "There is nothing to send back");
    public static readonly Refusal NoteNotUsable = new(2127, "note-not-usable", RefusalKind.Unprocessable, "The note can't be kept; nothing was sent back");
    public static readonly Refusal SecondSignatureNeeded = new(2128, "second-signature-needed", RefusalKind.Unprocessable, "This form is signed by two people");
    public static readonly Refusal SecondSignatureNotAsked = new(2129, "second-signature-not-asked", RefusalKind.Unprocessable, "This form is signed by one person");
    public static readonly Refusal SamePersonTwice = new(2130, "same-person-twice", RefusalKind.Conflict, "Somebody else has to sign now");
    public static readonly Refusal NoRoomForFile = new(2135, "no-room-for-file", RefusalKind.Conflict, "The question has as many files as it takes");
    public static readonly Refusal FileNotTaken = new(2136, "file-not-taken", RefusalKind.Unprocessable, "The file can't be taken; nothing was added");
    public static readonly Refusal FileNotUploaded = new(2137, "file-not-uploaded", RefusalKind.Conflict, "The file has not been uploaded");
    public static readonly Refusal NoPartners = new(2140, "no-partners", RefusalKind.Conflict, "The award has no partners");
    public static readonly Refusal PartsNotUsable = new(2141, "parts-not-usable", RefusalKind.Unprocessable, "The sections can't be shared like this; nothing was saved");
    public static readonly Refusal PartEmpty = new(2142, "part-empty", RefusalKind.Conflict, "Nothing is filled in yet");
    public static readonly Refusal NotSubmittedYet = new(2143, "not-submitted-yet", RefusalKind.Conflict, "The return has not been submitted yet");
    public static readonly Refusal FeedbackNotUsable = new(2144, "feedback-not-usable", RefusalKind.Unprocessable, "What was said can't be kept");
    public static readonly Refusal HistoryNotUsable = new(2145, "history-not-usable", RefusalKind.Unprocessable, "The past return can't be kept like this; nothing was saved");
    public static readonly Refusal HistoryFixed = new(2146, "history-fixed", RefusalKind.Conflict, "The past return can't be changed any more");
    public static readonly Refusal ReportNotBuilt = new(2201, "report-not-built", RefusalKind.NotFound, "The report has not been made yet");
    public static readonly Refusal ReportOutdated = new(2202, "report-outdated", RefusalKind.Conflict, "The report was made by older rules");

    public static readonly Refusal SignInNeeded = new(2301, "sign-in-needed", RefusalKind.SignInNeeded, "Sign in, or send an access token");
    public static readonly Refusal TokenRefused = new(2302, "token-refused", RefusalKind.SignInNeeded, "The access token is not accepted");
    public static readonly Refusal RoleNeeded = new(2303, "role-needed", RefusalKind.Forbidden, "Your role does not allow this");
    public static readonly Refusal TooManyRequests = new(2304, "too-many-requests", RefusalKind.TooMany, "Too many requests in a short time");
    public static readonly Refusal InvitationNotUsable = new(2305, "invitation-not-usable", RefusalKind.Conflict, "The invitation can't be used");
    public static readonly Refusal LastLead = new(2306, "last-lead", RefusalKind.Conflict, "Somebody must go on looking after the organisation");
    public static readonly Refusal RolesNotUsable = new(2307, "roles-not-usable", RefusalKind.Unprocessable, "These roles can't be given");
    public static readonly Refusal OrganisationExists = new(2308, "organisation-exists", RefusalKind.Conflict, "The organisation is there already");
    public static readonly Refusal DetailsNotUsable = new(2309, "details-not-usable", RefusalKind.Unprocessable, "Some details can't be kept; nothing was saved");
    public static readonly Refusal FormNotFromHere = new(2310, "form-not-from-here", RefusalKind.Malformed, "The page was sent from elsewhere, or too late");
    public static readonly Refusal StillAMember = new(2311, "still-a-member", RefusalKind.Conflict, "The person is still a member of an organisation");

    public static readonly Refusal SetupNotUsable = new(2312, "setup-not-usable", RefusalKind.Unprocessable, "The set-up can't be kept like this; nothing was saved");
    public static readonly Refusal SetupChanged = new(2313, "setup-changed", RefusalKind.Stale, "Somebody else has changed it since you read it; nothing was saved");
    public static readonly Refusal ProgrammeExists = new(2314, "programme-exists", RefusalKind.Conflict, "There is a programme of this name already");
    public static readonly Refusal AwardExists = new(2315, "award-exists", RefusalKind.Conflict, "There is an award of this name already");
    public static readonly Refusal PeriodNotStarted = new(2316, "period-not-started", RefusalKind.Conflict, "The period has not opened: change the calendar itself");
    public static readonly Refusal ProfileAgreed = new(2317, "profile-agreed", RefusalKind.Conflict, "The profile changes by agreement of both sides alone");
    public static readonly Refusal ProposalOpen = new(2318, "proposal-open", RefusalKind.Conflict, "Another change was proposed meanwhile");
    public static readonly Refusal ProposalNotOpen = new(2319, "proposal-not-open", RefusalKind.Conflict, "The proposal is not open any more");
    public static readonly Refusal NothingChanges = new(2320, "nothing-changes", RefusalKind.Unprocessable, "Nothing would change");
    public static readonly Refusal NoLeadProposed = new(2321, "no-lead-proposed", RefusalKind.Conflict, "No other lead funder is proposed");
    public static readonly Refusal NotToBeQueried = new(2340, "not-to-be-queried", RefusalKind.Conflict, "Nothing can be asked about the return now");
    public static readonly Refusal QueryNotUsable = new(2341, "query-not-usable", RefusalKind.Unprocessable, "The question can't be sent like this");
    public static readonly Refusal TooManyQueries = new(2342, "too-many-queries", RefusalKind.Conflict, "Too many questions about the return are open");
    public static readonly Refusal QueryClosed = new(2343, "query-closed", RefusalKind.Conflict, "The question is not open any more");
    public static readonly Refusal QueriesOpen = new(2344, "queries-open", RefusalKind.Conflict, "Questions about the return are still open");
    public static readonly Refusal AnswerBackNotUsable = new(2345, "answer-back-not-usable", RefusalKind.Unprocessable, "What was said can't be sent like this");
    public static readonly Refusal AcknowledgedAlready = new(2346, "acknowledged-already", RefusalKind.Conflict, "The return has been acknowledged already");
    public static readonly Refusal RevisedMeanwhile = new(2347, "revised-meanwhile", RefusalKind.Conflict, "A newer revision came in meanwhile");
    public static readonly Refusal QueryAnswerNotUsable = new(2348, "query-answer-not-usable", RefusalKind.Unprocessable, "The answer can't be sent like this");

    public static readonly Refusal HelpNoteNotUsable = new(2370, "help-note-not-usable", RefusalKind.Unprocessable, "The note can't be kept like this");
    public static readonly Refusal HelpAnsweredMeanwhile = new(2371, "help-answered-meanwhile", RefusalKind.Conflict, "Somebody else answered meanwhile; nothing was saved");
    public static readonly Refusal SampleNotUsable = new(2375, "sample-not-usable", RefusalKind.Unprocessable, "The sample can't be drawn like this");
    public static readonly Refusal SampleDrawnMeanwhile = new(2376, "sample-drawn-meanwhile", RefusalKind.Conflict, "Somebody else drew a sample meanwhile; nothing was drawn");
    public static readonly Refusal CheckNotUsable = new(2377, "check-not-usable", RefusalKind.Unprocessable, "The outcome can't be kept like this");
    public static readonly Refusal CheckedMeanwhile = new(2378, "checked-meanwhile", RefusalKind.Conflict, "Somebody else noted an outcome meanwhile; nothing was saved");

    public static readonly Refusal MeetingNotUsable = new(2380, "meeting-not-usable", RefusalKind.Unprocessable, "The note can't be kept like this");
    public static readonly Refusal MeetingMeanwhile = new(2381, "meeting-meanwhile", RefusalKind.Conflict, "Somebody else wrote a note meanwhile; nothing was saved");
    public static readonly Refusal NotYoursToConfirm = new(2382, "not-yours-to-confirm", RefusalKind.Conflict, "The other side confirms this note");

    public static readonly Refusal NoDraftBegun = new(2430, "no-draft-begun", RefusalKind.NotFound, "No next version of the form is being made");
    public static readonly Refusal FormDraftOpen = new(2431, "form-draft-open", RefusalKind.Conflict, "The next version of the form is being made already");
    public static readonly Refusal DraftEdited = new(2432, "draft-edited", RefusalKind.Stale, "Somebody else has changed it since you read it; nothing was saved");
    public static readonly Refusal FormEditNotUsable = new(2433, "form-edit-not-usable", RefusalKind.Unprocessable, "The form can't be changed like this; nothing was saved");
    public static readonly Refusal NothingToUndo = new(2434, "nothing-to-undo", RefusalKind.Conflict, "There is nothing to undo");
    public static readonly Refusal ModuleNotUsable = new(2435, "module-not-usable", RefusalKind.Unprocessable, "The questions can't be kept like this");
    public static readonly Refusal ModuleAnswered = new(2436, "module-answered", RefusalKind.Conflict, "Somebody else answered meanwhile; nothing was changed");
    public static readonly Refusal NoFormDraft = new(2420, "no-form-draft", RefusalKind.Conflict, "No version of the form is in the making");
    public static readonly Refusal AnnouncementNotUsable = new(2421, "announcement-not-usable", RefusalKind.Unprocessable, "The version can't be announced like this; nothing was announced");
    public static readonly Refusal FormDraftChanged = new(2422, "form-draft-changed", RefusalKind.Stale, "Somebody else changed the draft meanwhile");
    public static readonly Refusal NotToBeWithdrawn = new(2423, "not-to-be-withdrawn", RefusalKind.Conflict, "The version can't be withdrawn any more");
    public static readonly Refusal ConsultationNotUsable = new(2424, "consultation-not-usable", RefusalKind.Unprocessable, "The consultation can't be opened like this");
    public static readonly Refusal NoCommentsNow = new(2425, "no-comments-now", RefusalKind.Conflict, "Comments are not taken now");
    public static readonly Refusal SayingNotUsable = new(2426, "saying-not-usable", RefusalKind.Unprocessable, "It can't be sent like this");
    public static readonly Refusal AnsweredMeanwhile = new(2427, "answered-meanwhile", RefusalKind.Conflict, "Somebody else answered meanwhile; nothing was saved");
    public static readonly Refusal UseNotUsable = new(2428, "use-not-usable", RefusalKind.Unprocessable, "What the answers were used for can't be kept like this");

    public static readonly Code NoSuchPart = new(2149, "no-such-part");

    public static readonly Code FormNotUsable = new(3001, "form-not-usable");

    /// <summary>Every refusal, for the documentation of the API.</summary>
    public static IReadOnlyList<Refusal> Refusals { get; } =
    [
        BodyNotJson, BodyTooLarge, NotJsonType, NotFound, BadParameter, AnswersNotUsable, AnswersChanged, PeriodNotOpen, PeriodClosed,
        AwardNotInPeriod, NotReady, ReturnChanged, IfMatchNeeded, IdempotencyKeyNeeded, IdempotencyKeyReused, NothingNew, Busy, ReturnAccepted,
        NotToBeAccepted, NotAccepted, StorageAway, NotReadyToSign, NothingToSendBack, NoteNotUsable, SecondSignatureNeeded, SecondSignatureNotAsked,
        SamePersonTwice, NoRoomForFile, FileNotTaken, FileNotUploaded, NoPartners, PartsNotUsable, PartEmpty, NotSubmittedYet, FeedbackNotUsable, HistoryNotUsable,
        HistoryFixed, ReportNotBuilt, ReportOutdated, SignInNeeded, TokenRefused, RoleNeeded, TooManyRequests, InvitationNotUsable,
        LastLead, RolesNotUsable, OrganisationExists, DetailsNotUsable, FormNotFromHere, StillAMember,
        SetupNotUsable, SetupChanged, ProgrammeExists, AwardExists, PeriodNotStarted, ProfileAgreed, ProposalOpen, ProposalNotOpen, NothingChanges, NoLeadProposed,
        NotToBeQueried, QueryNotUsable, TooManyQueries, QueryClosed, QueriesOpen, AnswerBackNotUsable, AcknowledgedAlready, RevisedMeanwhile, QueryAnswerNotUsable,
        HelpNoteNotUsable, HelpAnsweredMeanwhile, SampleNotUsable, SampleDrawnMeanwhile, CheckNotUsable, CheckedMeanwhile, MeetingNotUsable, MeetingMeanwhile, NotYoursToConfirm,
        NoDraftBegun, FormDraftOpen, DraftEdited, FormEditNotUsable, NothingToUndo, ModuleNotUsable, ModuleAnswered,
        NoFormDraft, AnnouncementNotUsable, FormDraftChanged, NotToBeWithdrawn, ConsultationNotUsable, NoCommentsNow, SayingNotUsable, AnsweredMeanwhile, UseNotUsable,
    ];

    /// <summary>Every code of a finding.</summary>
    public static IReadOnlyList<Code> Findings { get; } =
    [
        UnknownQuestion, WrongType, NumberTooLarge, NotWhole, TooManyDecimals, Negative, TextTooLong, TextNotUsable, UnknownChoice, NotADate,
        TooManyRows, AnswerRequired, BelowMinimum, AboveMaximum, TooFewWords, TooManyWords, TotalsDiffer, MoreThanTotal, TooEarly,
        ChangeSinceLast, BelowProfile, CommentTooLong, DeclarationNeeded, UnknownRow, UnknownColumn, RowIncomplete, ShareAboveLimit, TooManyFiles, FileNotHere,
        FileEmpty, FileTooLarge, FileTypeNotTaken, FileWithMacros, FileProtected, FileInfected, FileNotOpened, FileNotAdded,
        ContributionsDiffer, PeriodsOverlap, DaysOutOfOrder, PeriodStarted, IndicatorCounted, UnknownOrganisation, UnknownPeriod, IndicatorNotUsable, BandsNotUsable, CeilingNotUsable,
        SayingNeeded, SaidTooLong, SaidNotUsable, NotAnAnswer, FigureTwice,
        FormUnchanged, StartTooEarly, NotToBeLeftOpen, FormTooLarge,
        NoSuchPart, FormNotUsable,
    ];
}
