using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>What one award's return says of an indicator.</summary>
public sealed record AwardFigure(AwardBrief Award, ReturnStatus Status, IndicatorFigure Figure);

/// <summary>A page of the returns behind an indicator's figure in a period, by award.</summary>
public sealed record FiguresBehind(Programme Programme, ReportingPeriod Period, Indicator Indicator, PageOf<AwardFigure> Page);

/// <summary>
/// Lists what each return of a period says of one indicator, by the same rules as a report: a page of awards, their headers and what their newest
/// revisions count.
/// </summary>
public sealed class ReturnsBehindFigure(IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, IReturnStore returns)
{
    public const int OnAPage = 50;

    /// <param name="after">The award that the page before ended with; null for the first.</param>
    public async Task<Outcome<FiguresBehind>> RunAsync(ProgrammeId programmeId, PeriodId periodId, IndicatorId indicatorId, AwardId? after, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period || programme.Indicator(indicatorId) is not { } indicator)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (access.Reader is null)
            return ProgrammeAccess.NotFound;
        var (awards, next) = await AwardsAsync(access, after, cancellation);
        return new FiguresBehind(programme, period, indicator, new PageOf<AwardFigure>(awards.Count == 0 ? [] : await FiguresAsync(access, period, indicator, awards, cancellation), next));
    }

    /// <summary>The lead funder sees all, a page in one read; a co-funder's are found in the short list and read each.</summary>
    private async Task<(IReadOnlyList<Award> Awards, string? Next)> AwardsAsync(ProgrammeAccess access, AwardId? after, CancellationToken cancellation)
    {
        var programme = access.Programme.Id;
        if (access.IsLeadFunder)
        {
            var page = await programmes.ListAwardsAsync(programme, after?.Value, OnAPage, cancellation);
            return (page.Items, page.Continuation);
        }
        var (own, next) = (new List<AwardId>(), (string?)null);
        foreach (var award in await programmes.BriefsAsync(programme, cancellation))
            if (access.Lists(award) && (after is null || string.CompareOrdinal(award.Id.Value, after.Value.Value) > 0))
                own.Add(award.Id);
        if (own.Count > OnAPage)
            (own, next) = (own[..OnAPage], own[OnAPage - 1].Value);
        var awards = await Task.WhenAll(own.Select(award => programmes.GetAwardAsync(programme, award, cancellation)));
        return ([.. awards.OfType<Award>()], next);
    }

    private async Task<IReadOnlyList<AwardFigure>> FiguresAsync(ProgrammeAccess access, ReportingPeriod period, Indicator indicator, IReadOnlyList<Award> awards, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var cut = await CutAsync(access, period, cancellation);
        var place = programme.Indicators.ToList().IndexOf(indicator);
        var headers = (await returns.HeadersBetweenAsync(programme.Id, period.Id, awards[0].Id, awards[^1].Id, cancellation)).ToDictionary(header => header.Key.Award);
        var figures = new AwardFigures(cut);
        var behind = new List<AwardFigure>();
        await using var reader = new PeriodReader(cut.Last, programme.Id, returns, cancellation, (awards[0].Id, awards[^1].Id));
        foreach (var award in awards)
        {
            var header = headers.GetValueOrDefault(award.Id);
            if (header is not { Revision: > 0 } && !award.ReportsFor(period))
                continue;
            var entry = new ManifestEntry(award.Id, period.Id, header?.Status ?? ReturnStatus.NotStarted, header?.Revision ?? 0, header?.Digest, header?.FirstSubmittedAt, header?.SubmittedAt);
            var counted = entry.Revision == 0 ? null : await reader.CountedAsync(new EarlierEntry(award.Id, period.Id, entry.Revision, entry.Digest!));
            figures.Read(new ReportLine(award, [new ReturnInReport(entry, cut.Last, null)], [counted]));
            behind.Add(new AwardFigure(AwardBrief.Of(award), entry.Status, figures.In(cut.Last)[place]));
        }
        return behind;
    }

    /// <summary>As a report on this period alone would name it, by which figures are worked out.</summary>
    private async Task<Cut> CutAsync(ProgrammeAccess access, ReportingPeriod period, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var opened = await periods.GetAsync(programme.Id, period.Id, cancellation);
        var number = opened?.FormVersion ?? programme.PlannedFormVersion(period.Id);
        var version = await forms.GetAsync(programme.Form, number, cancellation)
            ?? throw new InvalidDataException($"Version {number} of form {programme.Form} is not stored, but programme {programme.Id} asks it.");
        var manifest = new Manifest
        {
            Programme = programme.Id,
            ProgrammeVersion = programme.Version,
            From = period.Id,
            Period = period.Id,
            Funder = access.IsLeadFunder ? null : access.Reader!.Id,
            Form = programme.Form,
            Rules = Manifest.CurrentRules,
            Cut = 0,
            CutAt = default,
            Periods = [new ManifestPeriod(period.Id, version.Number, version.ContentHash, Reported: true)],
            Awards = [],
            Returns = [],
        };
        return new Cut(manifest, programme, [new CutPeriod(period, version, Reported: true, Place: 0)]);
    }
}
