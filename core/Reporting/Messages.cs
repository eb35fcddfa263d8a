using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Asks that a report use at least this revision, or be of a cut no older than a moment.</summary>
/// <param name="Period">The last period reported on.</param>
/// <param name="Award">Whose revision; null where it is about a moment.</param>
/// <param name="NotBefore">The moment, such as the period's closing; null where it is about a revision.</param>
/// <param name="From">The first period reported on; null where it is the last as well.</param>
/// <param name="Funder">The co-funder whose cut it is; null for the lead funder's report.</param>
/// <param name="Of">The period of the revision; null where it is the last one reported on.</param>
/// <param name="Content">The name of what the report holds; null for the whole.</param>
public sealed record ConsolidateReportMessage(
    ProgrammeId Programme, PeriodId Period, AwardId? Award, int Revision, DateTimeOffset? NotBefore, PeriodId? From = null, OrganisationId? Funder = null, PeriodId? Of = null,
    string? Content = null)
{
    public ReportKey Report() => new(Programme, From ?? Period, Period, Funder) { Content = ReportContent.Parse(Content) };

    /// <summary>The lead funder's report on a period, because of a revision of that period or an earlier one.</summary>
    public static ConsolidateReportMessage ForRevision(ProgrammeId programme, PeriodId period, AwardId award, int revision, PeriodId? of = null) =>
        new(programme, period, award, revision, null, Of: of);

    public static ConsolidateReportMessage ForClosing(ProgrammeId programme, PeriodId period, DateTimeOffset closedAt) =>
        new(programme, period, null, 0, closedAt);

    public static ConsolidateReportMessage ForMoment(ReportKey report, DateTimeOffset notBefore) =>
        new(report.Programme, report.To, null, 0, notBefore, report.From == report.To ? null : report.From, report.Funder, Content: report.Content.IsWhole ? null : report.Content.Name);
}
