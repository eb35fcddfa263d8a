using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return as a list of tasks, with what helps to plan the work.</summary>
/// <param name="WhyNot">Why it can't be changed now; null where it can.</param>
/// <param name="Difference">What the form asks otherwise than in the period before; null where it is the same version, or there is no such period.</param>
/// <param name="Last">The award's return of the period before; null where it has none.</param>
/// <param name="Latest">What was done last, the newest first.</param>
public sealed record ReturnTasks(
    FoundReturn Return, IReadOnlyList<SectionTask> Sections, Problem? WhyNot, FormDifference? Difference, ReturnHeader? Last,
    IReadOnlyList<ReturnReader> Readers, IReadOnlyList<Named<RecordEntry>> Latest)
{
    /// <summary>Who helped the charity from elsewhere.</summary>
    public IReadOnlyList<Support> Support { get; init; } = [];

    /// <summary>What funders asked and answered.</summary>
    public Correspondence Correspondence { get; init; } = Correspondence.None;

    /// <summary>What funders did about the help that the return asks for.</summary>
    public IReadOnlyList<HelpNote> Help { get; init; } = [];

    /// <summary>The samples for checks of evidence that the return was drawn in.</summary>
    public IReadOnlyList<DrawnReturn> Drawn { get; init; } = [];

    public int FindingCount => Sections.Sum(section => section.Findings.Count);
}

/// <summary>Finds a return's tasks for who works on it at its provider, or at a partner that fills in a part of it; to everybody else there are none.</summary>
public sealed class FindTasks(FindReturn find, IFormStore forms, IPeriodStore periods, IReturnStore returns, ReadRecord record, PreparedWith preparedWith, ReadCorrespondence correspondence, ReadHelp help, ReadSamples samples, TimeProvider clock)
{
    private const int LatestShown = 3;

    public async Task<Outcome<ReturnTasks>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Version.Sections.Any(section => current.Access.SeesSection(section.Id)))
            return ReturnAccess.NotFound;
        var findingEntries = record.LatestAsync(current, LatestShown, cancellation);
        var findingDrawn = samples.OfReturnAsync(current, cancellation);
        var findingHelp = help.NotesAsync(current, cancellation);
        var last = current.Access.IsProvider ? await LastAsync(current, cancellation) : null;
        var answers = current.Ask(current.DraftAnswers());
        return new ReturnTasks(
            current, [.. SectionTask.Of(answers, current.Judge(answers)).Where(task => current.Access.SeesSection(task.Section.Id))], current.WhyNotAt(clock.GetUtcNow()), await DifferenceAsync(current, last, cancellation), last,
            ReturnReader.Of(current.Programme, answers), await findingEntries)
        { Support = await preparedWith.OfAsync(current, cancellation), Correspondence = await correspondence.OfAsync(current, cancellation), Help = await findingHelp, Drawn = await findingDrawn };
    }

    /// <summary>The award's return of the period before, where it was begun.</summary>
    public async Task<ReturnHeader?> LastAsync(FoundReturn current, CancellationToken cancellation) =>
        BeforeOf(current) is { } before && await returns.HeadersBetweenAsync(current.Key.Programme, before.Id, current.Key.Award, current.Key.Award, cancellation) is [var header, ..]
            ? header
            : null;

    private async Task<FormDifference?> DifferenceAsync(FoundReturn current, ReturnHeader? last, CancellationToken cancellation)
    {
        if (BeforeOf(current) is not { } before)
            return null;
        var number = last?.FormVersion ?? (await periods.GetAsync(current.Key.Programme, before.Id, cancellation))?.FormVersion ?? current.Programme.PlannedFormVersion(before.Id);
        return number != current.Version.Number && await forms.GetAsync(current.Programme.Form, number, cancellation) is { } was
            ? FormDifference.Between(was.Document, current.Version.Document)
            : null;
    }

    private static ReportingPeriod? BeforeOf(FoundReturn current) =>
        current.Programme.PeriodBefore(current.Period.Id) is { } before && current.Award.ReportsFor(before) ? before : null;
}
