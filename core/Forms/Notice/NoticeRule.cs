using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>When a version of a form may start, and what holds until its notice has run. Days are those of the United Kingdom.</summary>
public static class NoticeRule
{
    /// <summary>How long a decision may take to be stored.</summary>
    private static readonly TimeSpan Landing = TimeSpan.FromMinutes(5);

    /// <summary>The first day on which a period may begin that asks the version: what is heavier has notice, and no version starts with a period that has opened.</summary>
    public static DateOnly EarliestStart(ChangeClass @class, DateOnly announcedOn, int noticeWeeks)
    {
        var tomorrow = announcedOn.AddDays(1);
        var afterNotice = EndOfNotice(announcedOn, noticeWeeks);
        return @class == ChangeClass.Heavier && afterNotice > tomorrow ? afterNotice : tomorrow;
    }

    /// <summary>The first day after the notice: from it on, what a version adds can be required.</summary>
    public static DateOnly EndOfNotice(DateOnly announcedOn, int noticeWeeks) => announcedOn.AddDays(7 * noticeWeeks);

    /// <summary>The periods that a version can start with that is announced on a day: those that have not opened, and come after the version before.</summary>
    public static IEnumerable<ReportingPeriod> PeriodsToStart(Programme programme, DateOnly announcedOn)
    {
        ArgumentNullException.ThrowIfNull(programme);
        // A first version is there from the first period on: without it none opens.
        if (programme.FormVersions.Count == 0)
            return programme.Calendar.Take(1);
        var last = programme.PlaceOf(programme.FormVersions[^1].From);
        return programme.Calendar.Where((period, place) => place > last && period.Start > announcedOn);
    }

    /// <summary>Whether a period has opened, or opens so soon that somebody may open it on the version before, while what is decided now is still being stored.</summary>
    public static bool OpensAnyMoment(ReportingPeriod period, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Start <= UkTime.DayOf(now + Landing);
    }

    /// <summary>
    /// The version as it is asked where somebody above the funder imposes it before its notice has run: until then, nothing that became heavier has
    /// to be answered.
    /// </summary>
    public static FormDocument WithHeavierOptional(FormDocument document, IReadOnlyCollection<FormChange> changes, DateOnly until)
    {
        var heavier = changes.Where(change => change.Class == ChangeClass.Heavier).Select(change => change.Place).ToList();
        var (questions, sections) = (heavier.Select(place => place.Question).OfType<QuestionId>().ToHashSet(), heavier.Where(place => place.Question is null).Select(place => place.Section).OfType<SectionId>().ToHashSet());
        return document with
        {
            Sections = [.. document.Sections.Select(section => section with
            {
                Questions = [.. section.Questions.Select(question =>
                    question.Required && !(question.RequiredFrom > until) && (sections.Contains(section.Id) || questions.Contains(question.Id)) ? question with { RequiredFrom = until } : question)],
            })],
        };
    }

    /// <summary>
    /// What became heavier and can't be left open by itself until the notice has run. What is no question's, such as a second signature; an estimate
    /// asks for nothing itself. And what every row has to have in which anything stands: a required question of a group, a column of a table whose
    /// rows are filled in whole.
    /// </summary>
    public static IEnumerable<FormChange> NotOptional(IEnumerable<FormChange> changes, FormDocument before, FormDocument after) =>
        changes.Where(change => change.Class == ChangeClass.Heavier && change.Kind != ChangeKind.EstimateRaised && (change.Place is { Question: null, Section: null } || IsOfEveryRow(change, before, after)));

    private static bool IsOfEveryRow(FormChange change, FormDocument before, FormDocument after)
    {
        if (change.Place.Question is not { } id || after.Question(id) is not { } question)
            return false;
        return change.Place switch
        {
            { Part: { } part } => question.Questions.Any(one => one.Id == part && one.Required),
            { Column: not null } => question.WholeRows && change.Kind is ChangeKind.Added or ChangeKind.Split or ChangeKind.Replaced,
            _ => question.WholeRows && change is { Thing: ChangedThing.Question, Kind: ChangeKind.Stricter } && before.Question(id) is { WholeRows: false },
        };
    }
}

/// <summary>Where a version of a programme's form stands on a day. Nobody retires a version: the next one does, once its first period has opened.</summary>
public enum VersionStanding
{
    Announced,
    InForce,
    /// <summary>A later version is asked; returns of earlier periods stay on this one.</summary>
    Retired,
    /// <summary>Taken back before it started.</summary>
    Withdrawn,
}

/// <summary>Works out where versions stand.</summary>
public static class VersionStandings
{
    /// <param name="version">Planned in the programme, or it counts as withdrawn.</param>
    public static VersionStanding Of(Programme programme, int version, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(programme);
        for (var place = 0; place < programme.FormVersions.Count; place++)
            if (programme.FormVersions[place].Version == version)
                return !HasStarted(programme, place, today) ? VersionStanding.Announced : HasStarted(programme, place + 1, today) ? VersionStanding.Retired : VersionStanding.InForce;
        return VersionStanding.Withdrawn;
    }

    private static bool HasStarted(Programme programme, int place, DateOnly today) =>
        place < programme.FormVersions.Count && programme.Period(programme.FormVersions[place].From) is { } period && period.Start <= today;
}
