using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Forms;

/// <summary>What was just done with a form, as the word in an address.</summary>
public static class FormDone
{
    public const string Announced = "announced";
    public const string Withdrawn = "withdrawn";
    public const string Opened = "opened";
    public const string Closed = "closed";
    public const string Said = "said";
    public const string Named = "named";
    public const string Answered = "answered";
    public const string Confirmed = "confirmed";
    public const string Noted = "noted";
}

/// <summary>The form through the time.</summary>
/// <param name="Challenges">The first of what was challenged.</param>
/// <param name="Years">The years that can be looked back on, the newest first.</param>
public sealed record FormModel(FormLife Life, PageOf<ShownSaying<Challenge>> Challenges, IReadOnlyList<int> Years, string? Done);

/// <summary>What a version changes.</summary>
/// <param name="ConfirmedBy">How many providers have read it; null where the reader isn't told.</param>
/// <param name="Comments">What was said while it was in the making.</param>
public sealed record AnnouncementModel(ShownAnnouncement Shown, int? ConfirmedBy, PageOf<ShownSaying<FormComment>> Comments, string? Done, Problem? Problem = null);

/// <summary>A version's questions.</summary>
/// <param name="Confirmed">That the reader's provider has read it; null where it has not said so.</param>
/// <param name="ConfirmedBy">How many providers have; null where the reader isn't told.</param>
public sealed record FormTextModel(FormLife Life, VersionLife Version, ReadConfirmation? Confirmed, int? ConfirmedBy, string? Done)
{
    /// <summary>It was planned with the programme, so this is where it is confirmed.</summary>
    public bool IsConfirmedHere => Version is { Announcement: null, From: not null };
}

public sealed record ReadersModel(VersionReaders Readers);

/// <summary>A section of a version that somebody tries; nothing of it is stored.</summary>
/// <param name="More">The group that shows one more empty row; null for none.</param>
/// <param name="IsChecked">Whether it was sent to be checked.</param>
public sealed record TryModel(FormLife Life, VersionLife Version, TriedSection Tried, string? More, bool IsChecked);

/// <summary>The version in the making, and the box for a comment.</summary>
/// <param name="Changes">Null while they can't be told, because an id stands twice.</param>
public sealed record DraftModel(
    FoundForm Form, FormVersion? Before, FormVersion? Draft, IReadOnlyList<ShownChange>? Changes, PageOf<ShownSaying<FormComment>> Comments, TypedSaying Typed, IReadOnlyList<FieldError> Errors, string? Done);

/// <summary>What somebody is saying, as it stands in the boxes.</summary>
public sealed record TypedSaying(string Question, string Text, bool Named)
{
    public static readonly TypedSaying Nothing = new("", "", true);
}

/// <summary>A comment or a challenge on a page of its own, where it is answered.</summary>
public sealed record SayingModel(FoundForm Form, FormSaying Saying, string? Speaker, bool IsOwn, string Text, bool Changed, IReadOnlyList<FieldError> Errors, string? Done);

public sealed record ChallengeModel(FoundForm Form, QuestionId Question, string Label, string? Why, string? UsedBy, TypedSaying Typed, IReadOnlyList<FieldError> Errors);

/// <summary>What announcing would come to, and the boxes.</summary>
/// <param name="Typed">The reasons, by box.</param>
public sealed record AnnounceModel(AnnouncementPlan Plan, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<FieldError> Errors)
{
    public string Text(string box) => Typed.GetValueOrDefault(box) ?? "";
}

public sealed record ConsultModel(AnnouncementPlan Plan, DateEntry Until, IReadOnlyList<FieldError> Errors);

public sealed record WithdrawModel(ShownAnnouncement Shown, string Reason, IReadOnlyList<FieldError> Errors);

/// <param name="Typed">What stands in the boxes instead of what is stored, by question; null where nothing was sent.</param>
public sealed record UseModel(YearOfUse Year, IReadOnlyDictionary<string, string>? Typed, IReadOnlyList<FieldError> Errors, string? Done);
