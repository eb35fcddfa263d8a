using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return with all that is needed to work on it.</summary>
/// <param name="Version">The form version that the period was opened with, or would be opened with now.</param>
/// <param name="Opened">The period's registry row; null where it has not started.</param>
/// <param name="Access">What whoever asked may do with it.</param>
public sealed record FoundReturn(
    ReturnKey Key, Programme Programme, Award Award, ReportingPeriod Period, OpenedPeriod? Opened, FormVersion Version, ReturnAtWork Work, ReturnAccess Access)
{
    /// <summary>Sections of the draft that whoever asked may not see.</summary>
    internal IReadOnlyList<DraftSection> Hidden { get => field ?? []; init; }

    public ReturnHeader Header => Work.Header ?? ReturnHeader.NotStarted(Key, Version.Number);

    /// <summary>The draft answers that the caller may see, by question id.</summary>
    public Dictionary<string, DraftAnswer> DraftAnswers() => AnswersOf(Work.Draft);

    /// <summary>All draft answers, for working on the whole; never to be shown.</summary>
    internal Dictionary<string, DraftAnswer> WholeDraft() => AnswersOf([.. Work.Draft, .. Hidden]);

    /// <summary>Answers as this award is asked them, and as the caller may see them: what a partner doesn't see still decides what it is asked.</summary>
    public AskedAnswers Ask(IReadOnlyDictionary<string, DraftAnswer> draft)
    {
        if (Access.IsProvider)
            return AskWhole(draft);
        var whole = WholeDraft();
        foreach (var (id, answer) in draft)
            whole[id] = answer;
        var seen = Version.Sections.Where(section => Access.SeesSection(section.Id)).SelectMany(section => section.Questions).ToHashSet();
        return AskWhole(whole).SeenThrough(seen.Contains);
    }

    /// <summary>Why whoever asked may not change these answers at a moment; null where they may.</summary>
    /// <param name="questions">Ids as they were sent; what names no question is told later.</param>
    public Problem? WhyNotPrepareAt(IEnumerable<string> questions, DateTimeOffset now)
    {
        if (Access.MayPrepare)
            return WhyNotAt(now);
        var part = Version.Sections.Where(section => Access.MayPrepareSection(section.Id)).ToList();
        if (part.Count == 0)
            return Access.WhyNot("A preparer of the provider, or a supporter that it lets in, fills in its returns.");
        var own = part.SelectMany(section => section.Questions).ToHashSet();
        return questions.All(id => Version.Find(id) is not { } question || own.Contains(question))
            ? WhyNotAt(now)
            : Access.WhyNot($"Your organisation fills in {string.Join(", ", part.Select(section => $"“{section.Title}”"))} of this return. Others fill in the rest.");
    }

    private static Dictionary<string, DraftAnswer> AnswersOf(IEnumerable<DraftSection> draft)
    {
        var answers = new Dictionary<string, DraftAnswer>(StringComparer.Ordinal);
        foreach (var section in draft)
            foreach (var (id, answer) in section.Answers)
                answers[id] = answer;
        return answers;
    }

    private AskedAnswers AskWhole(IReadOnlyDictionary<string, DraftAnswer> draft)
    {
        var sheet = new AnswerSheet(Version);
        var findings = new Findings();
        foreach (var question in Version.Questions)
            if (draft.TryGetValue(question.Id.Value, out var answer))
            {
                sheet[question] = AnswerJson.Read(question, answer.ValueJson, findings);
                sheet.SetComment(question, answer.Comment);
            }
        return new AskedAnswers(sheet, Award, Period);
    }

    /// <summary>What stands between these answers and a submission.</summary>
    public IReadOnlyList<Finding> Judge(AskedAnswers answers) => Check(answers).Judge().All;

    /// <summary>These answers as checks see them.</summary>
    public CheckedReturn Check(AskedAnswers answers) => new(answers, Period.Id, Work.Last);

    /// <summary>Why the provider may not change the return at a moment; null where it may.</summary>
    public Problem? WhyNotAt(DateTimeOffset now)
    {
        if (!Award.ReportsFor(Period))
            return new Problem(Catalogue.AwardNotInPeriod, $"Award {Award.Id} has no return for {Period.Name}: it doesn't run then, or the provider left.");
        if (Header.Status == ReturnStatus.Accepted)
            return new Problem(Catalogue.ReturnAccepted, "The lead funder has accepted this return. Ask for it to be reopened to change it.");
        var invited = Header.Status is ReturnStatus.Queried or ReturnStatus.Reopened;
        return Period.StandingAt(now) switch
        {
            PeriodStanding.NotOpen => new Problem(Catalogue.PeriodNotOpen, $"{Period.Name} opens on {Period.Start:d MMMM yyyy}."),
            PeriodStanding.AmendOnly when Header.Revision == 0 && !invited =>
                new Problem(Catalogue.PeriodClosed, $"{Period.Name} closed at the end of {Period.Closed:d MMMM yyyy}. Ask the lead funder for extra time."),
            PeriodStanding.Closed when !invited =>
                new Problem(Catalogue.PeriodClosed, $"{Period.Name} could be corrected until the end of {Period.AmendUntil:d MMMM yyyy}. Ask the lead funder to reopen the return."),
            _ => null,
        };
    }
}

/// <summary>Finds a return, started or not. The first touch of a period that has started opens it.</summary>
public sealed class FindReturn(IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, OpenPeriod open, IReturnStore returns, IPartsStore parts)
{
    /// <returns>Only what the caller may see at all; to everybody else it is not there.</returns>
    public async Task<Outcome<FoundReturn>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        // What depends on nothing is read side by side; the draft alone waits for its header, in the store.
        var opened = await periods.GetAsync(key.Programme, key.Period, cancellation);
        var findingWork = returns.LoadAsync(key, opened?.Before, cancellation);
        var findingAward = programmes.GetAwardAsync(key.Programme, key.Award, cancellation);
        var programme = await programmes.GetAsync(key.Programme, cancellation);
        var award = await findingAward;
        var findingAccess = programme is null || award is null ? null : ReturnAccess.OfAsync(caller, programme, award, parts, cancellation);
        var work = await findingWork;

        if (findingAccess is null || programme is not { IsComplete: true } || programme.Period(key.Period) is not { } period || award is null || await findingAccess is not { Sees: true } access)
            return ReturnAccess.NotFound;
        if (opened is null)
        {
            opened = await open.EnsureAsync(programme, period, cancellation);
            if (opened?.Before is not null)
                work = await returns.LoadAsync(key, opened.Before, cancellation);
        }
        var number = opened?.FormVersion ?? programme.PlannedFormVersion(period.Id);
        var version = await forms.GetAsync(programme.Form, number, cancellation)
            ?? throw new InvalidDataException($"Version {number} of form {programme.Form} is not stored, but programme {programme.Id} asks it.");
        var draft = work.Draft.ToLookup(section => Identifier.TryParse<SectionId>(section.Section, out var id) && access.SeesSection(id));
        return new FoundReturn(key, programme, award, period, opened, version, work with { Draft = [.. draft[true]] }, access) { Hidden = [.. draft[false]] };
    }

    /// <summary>Before an outbox item of a return is written: has it looked for, should its message be lost, however long ago the period ended.</summary>
    internal Task KeepSweptAsync(FoundReturn current, CancellationToken cancellation) =>
        current.Opened is { } opened ? open.KeepSweptAsync(opened, cancellation) : Task.CompletedTask;
}
