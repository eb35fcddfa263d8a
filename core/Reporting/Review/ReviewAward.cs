using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Review;

/// <summary>
/// Puts a whole award together for a review at its end: what was planned and done, what was said, help asked and given, meetings. Reads the award's own returns and
/// nothing of others; figures are added up by the classes that make reports.
/// </summary>
public sealed class ReviewAward(
    IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, IReturnStore returns, IPartsStore parts, IHelpStore help, IMeetingStore meetings, ILookStore looks, TimeProvider clock)
{
    public async Task<Outcome<AwardReview>> RunAsync(ProgrammeId programmeId, AwardId awardId, Caller caller, CancellationToken cancellation)
    {
        var findingAward = programmes.GetAwardAsync(programmeId, awardId, cancellation);
        if (await programmes.GetAsync(programmeId, cancellation) is not { } programme || await findingAward is not { } award)
            return NotFound;
        var access = await ReturnAccess.OfAsync(caller, programme, award, parts, cancellation);
        if (!access.IsProvider && access.Funder is null)
            return NotFound;
        var findingMeetings = meetings.ListAsync(programmeId, awardId, cancellation);
        var now = clock.GetUtcNow();
        var begun = programme.Calendar.Where(period => award.Start <= period.End && period.StandingAt(now) != PeriodStanding.NotOpen);
        var found = (await Task.WhenAll(begun.Select(period => PeriodAsync(programme, award, period, cancellation)))).OfType<FoundPeriod>().ToList();
        // Who reads what was submitted is noted before it is shown.
        var sight = access.IsProvider ? null : access.Sight;
        if (sight is not null)
            await Task.WhenAll(found.Where(one => one.Revision is not null).Select(one => looks.AddAsync(
                one.Key, new Look(UkTime.DayOf(now), caller.Id, access.For, LookKind.Viewed), Showing.Opened(one.Version, award, one.Period, sight), cancellation)));
        return new AwardReview(
            access, [.. found.Select(one => Reviewed(one, sight))], found.Count == 0 ? [] : Indicators(programme, award, access, found), await findingMeetings);
    }

    private async Task<FoundPeriod?> PeriodAsync(Programme programme, Award award, ReportingPeriod period, CancellationToken cancellation)
    {
        var key = new ReturnKey(programme.Id, period.Id, award.Id);
        var header = (await returns.HeadersBetweenAsync(programme.Id, period.Id, award.Id, award.Id, cancellation)) is [var known, ..] ? known : null;
        if (header is null && !award.ReportsFor(period))
            return null;
        var opened = await periods.GetAsync(programme.Id, period.Id, cancellation);
        var number = header?.FormVersion ?? opened?.FormVersion ?? programme.PlannedFormVersion(period.Id);
        var version = await forms.GetAsync(programme.Form, number, cancellation)
            ?? throw new InvalidDataException($"Version {number} of form {programme.Form} is not stored, but programme {programme.Id} asks it.");
        if (header is not { Revision: > 0 })
            return new FoundPeriod(key, period, version, header, null, []);
        var stored = await returns.GetRevisionAsync(key, header.Revision, cancellation) ?? throw new InvalidDataException($"Revision {header.Revision} of {key} is named by its header and not stored.");
        return new FoundPeriod(key, period, version, header, RevisionJson.Read(stored, version), HelpAsked.IsAskedBy(version) ? await help.NotesAsync(key, cancellation) : []);
    }

    private static ReviewedPeriod Reviewed(FoundPeriod found, Sight? sight)
    {
        var said = new List<HelpWords>();
        if (found.Revision is { } revision)
            foreach (var question in found.Version.Questions)
                if (question is LongTextQuestion { AsksForHelp: false } && sight?.Sees(question) != false && revision.Answers[question] is { } answer && question.Words(answer) is { } words)
                    said.Add(new HelpWords(question.Label, words));
        var asked = found.Revision is { } filed ? HelpAsked.In(filed, sight) : [];
        return new ReviewedPeriod(
            found.Period, found.Key, found.Header?.Status ?? ReturnStatus.NotStarted, found.Header?.Revision ?? 0, found.Header?.FirstSubmittedAt is { } at && found.Period.IsLate(at),
            said, asked, HelpAsked.IsAskedBy(found.Version, sight) ? found.Notes : []);
    }

    private static List<ReviewedIndicator> Indicators(Programme programme, Award award, ReturnAccess access, List<FoundPeriod> found)
    {
        var cut = CutOf(programme, access, found);
        var figures = new AwardFigures(cut);
        figures.Read(new ReportLine(
            award,
            [.. found.Select((one, place) => new ReturnInReport(
                new ManifestEntry(award.Id, one.Period.Id, one.Header?.Status ?? ReturnStatus.NotStarted, one.Header?.Revision ?? 0, null, null, null), cut.Periods[place], one.Revision))],
            [.. found.Select(one => one.Revision is { } revision ? CountedMeasures.Of(revision.Answers) : null)]));
        return [.. programme.Indicators.Select((indicator, place) => new ReviewedIndicator(indicator, [.. cut.Periods.Select(period => figures.In(period)[place])], figures.Span[place]))
            .Where(one => one.ByPeriod.Any(figure => figure.Standing is not (FigureStanding.NotAsked or FigureStanding.NoReturn) || figure.Profile is not null) || one.ByPeriod.All(figure => figure.Standing == FigureStanding.NoReturn))];
    }

    /// <summary>As a report over all of the award's periods would name it.</summary>
    private static Cut CutOf(Programme programme, ReturnAccess access, List<FoundPeriod> found) => new(
        new Manifest
        {
            Programme = programme.Id,
            ProgrammeVersion = programme.Version,
            From = found[0].Period.Id,
            Period = found[^1].Period.Id,
            Funder = access.IsProvider || access.IsLeadFunder ? null : access.Funder,
            Form = programme.Form,
            Rules = Manifest.CurrentRules,
            Cut = 0,
            CutAt = default,
            Periods = [.. found.Select(one => new ManifestPeriod(one.Period.Id, one.Version.Number, one.Version.ContentHash, Reported: true))],
            Awards = [],
            Returns = [],
        },
        programme, [.. found.Select((one, place) => new CutPeriod(one.Period, one.Version, Reported: true, place))]);

    private static Problem NotFound => new(Catalogue.NotFound, "There is no such award: check the programme and the award.");

    private sealed record FoundPeriod(ReturnKey Key, ReportingPeriod Period, FormVersion Version, ReturnHeader? Header, Revision? Revision, IReadOnlyList<HelpNote> Notes);
}
