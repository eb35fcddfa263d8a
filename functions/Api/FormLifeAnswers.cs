using MonitoringReturns.Core.Forms.Notice;

namespace MonitoringReturns.Functions.Api;

/// <param name="Draft">The version in the making, where the caller may see it.</param>
/// <param name="Versions">The newest first.</param>
internal sealed record FormLifeAnswer(string Form, int NoticeWeeks, FormInTheMakingAnswer? Draft, IReadOnlyList<VersionLifeAnswer> Versions);

/// <param name="TakesComments">Whether comments on it are taken today.</param>
/// <param name="CommentsUntil">The last day; absent where it was never opened.</param>
internal sealed record FormInTheMakingAnswer(int Draft, string State, bool TakesComments, DateOnly? CommentsUntil);

/// <param name="From">The first period that asks it; absent for one that was withdrawn.</param>
/// <param name="AnnouncedOn">Absent for one that was planned with the programme.</param>
internal sealed record VersionLifeAnswer(int Version, string Standing, string? From, DateOnly? Starts, DateOnly? AnnouncedOn)
{
    public static VersionLifeAnswer Of(VersionLife life) => new(life.Version.Number, life.Standing.ToString(), life.From?.Id.Value, life.From?.Start, life.Announcement?.On);
}

/// <param name="Reason">Why; absent where none is given.</param>
internal sealed record FormChangeAnswer(string Class, string Sentence, string? Reason);

/// <summary>What announcing the draft today would come to. ETag: the draft's edit.</summary>
/// <param name="Follows">The version that it takes the place of; absent for the first.</param>
/// <param name="Earliest">The earliest start that its notice allows.</param>
/// <param name="Periods">Those that it can start with; imposed ones name who imposes it.</param>
/// <param name="Problems">What has to be put right first.</param>
internal sealed record AnnouncementPlanAnswer(int? Follows, string Class, DateOnly Earliest, IReadOnlyList<StartAnswer> Periods, IReadOnlyList<FormChangeAnswer> Changes, IReadOnlyList<string> Problems)
{
    public static AnnouncementPlanAnswer Of(AnnouncementPlan plan) => new(
        plan.Before?.Number, plan.Class.ToString(), plan.Earliest, [.. plan.Periods.Select(period => new StartAnswer(period.Id.Value, period.Start, plan.NeedsImposing(period)))],
        [.. plan.Changes.Select(change => new FormChangeAnswer(change.Class.ToString(), change.Sentence, plan.Draft.Reasons.GetValueOrDefault(change.Key)))], [.. plan.Findings.Select(finding => finding.Message)]);
}

internal sealed record StartAnswer(string Period, DateOnly Start, bool NeedsImposing);

/// <param name="Providers">How many providers it concerned.</param>
internal sealed record AnnouncementAnswer(
    int Version, int? Follows, string From, DateOnly Starts, DateOnly AnnouncedOn, string Class, DateOnly Earliest, ImpositionAnswer? Imposed, IReadOnlyList<FormChangeAnswer> Changes, int? Minutes, int? MinutesBefore, int Providers,
    string ContentHash, WithdrawalAnswer? Withdrawn)
{
    public static AnnouncementAnswer Of(Announcement told) => new(
        told.Version, told.Follows, told.From.Value, told.Starts, told.On, told.Class.ToString(), told.Earliest, told.Imposed is { } imposed ? new ImpositionAnswer(imposed.By, imposed.Why, imposed.OptionalUntil) : null,
        [.. told.Changes.Select(change => new FormChangeAnswer(change.Class.ToString(), change.Sentence, change.Reason))], told.Minutes, told.MinutesBefore, told.Providers, told.ContentHash,
        told.Withdrawn is { } gone ? new WithdrawalAnswer(gone.On, gone.Reason) : null);
}

internal sealed record ImpositionAnswer(string By, string Why, DateOnly OptionalUntil);

internal sealed record WithdrawalAnswer(DateOnly On, string Reason);

/// <param name="Confirmed">When the caller's provider confirmed having read it; absent where it has not.</param>
internal sealed record VersionAnnouncementAnswer(string Standing, int DaysLeft, AnnouncementAnswer Announcement, DateTimeOffset? Confirmed);

internal sealed record ReadConfirmationAnswer(int Version, string Provider, DateTimeOffset At);
