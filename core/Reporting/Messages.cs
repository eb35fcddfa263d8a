namespace MonitoringReturns.Core.Reporting;

/// <summary>Asks that the consolidated report of a programme's period hold at least this revision, or be of a cut no older than a moment.</summary>
/// <param name="Award">Whose revision; null where it is about a moment.</param>
/// <param name="NotBefore">The moment, such as the period's closing; null where it is about a revision.</param>
public sealed record ConsolidateReportMessage(ProgrammeId Programme, PeriodId Period, AwardId? Award, int Revision, DateTimeOffset? NotBefore)
{
    public static ConsolidateReportMessage ForRevision(ProgrammeId programme, PeriodId period, AwardId award, int revision) =>
        new(programme, period, award, revision, null);

    public static ConsolidateReportMessage ForClosing(ProgrammeId programme, PeriodId period, DateTimeOffset closedAt) =>
        new(programme, period, null, 0, closedAt);
}
