using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Lines of a report, and the report of them.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset OnTime = new(2027, 1, 20, 9, 30, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Late = new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An award whose return is in.</summary>
    public static ReportLine In(Award award, AnswerSheet answers, DateTimeOffset? first = null, int revision = 1)
    {
        var at = (first ?? OnTime).AddDays(revision - 1);
        var key = new ReturnKey(award.Programme, Identifier.Parse<PeriodId>("2026-h2"), award.Id);
        var made = Revision.Of(key, revision, new AskedAnswers(answers, award, A.Period()), new Signatory("Ann O'Neill", "Chair"), 35, at);
        var status = revision > 1 ? ReturnStatus.Resubmitted : ReturnStatus.Submitted;
        return Line(award, answers.Version, new ManifestEntry(award.Id, key.Period, status, revision, RevisionJson.Write(made).Digest, first ?? OnTime, at), made);
    }

    /// <summary>An award whose return is not in.</summary>
    public static ReportLine NotIn(Award award, ReturnStatus status = ReturnStatus.NotStarted) =>
        Line(award, SmallCase.Form, new ManifestEntry(award.Id, A.Period().Id, status, 0, null, null, null), null);

    public static Cut Cut(FormVersion version, Programme programme, params IEnumerable<ReportLine> lines) => new(
        new Manifest
        {
            Programme = programme.Id,
            ProgrammeVersion = programme.Version,
            From = A.Period().Id,
            Period = A.Period().Id,
            Form = version.Form,
            Rules = Manifest.CurrentRules,
            Cut = 3,
            CutAt = new DateTimeOffset(2027, 7, 1, 8, 0, 5, TimeSpan.Zero),
            Periods = [new ManifestPeriod(A.Period().Id, version.Number, version.ContentHash, true)],
            Awards = [.. lines.Select(line => new ManifestAward(line.Award.Id, line.Award.Version))],
            Returns = [.. lines.Select(line => line.Entry)],
        },
        programme, [Only(version)]);

    private static ReportLine Line(Award award, FormVersion version, ManifestEntry entry, Revision? revision) => new(
        award, [new ReturnInReport(entry, Only(version), revision)], [revision is null ? null : CountedMeasures.Of(revision.Answers)]);

    private static CutPeriod Only(FormVersion version) => new(A.Period(), version, true, 0);

    /// <summary>The report of these lines, whose manifest has them in this order.</summary>
    public static (RecordingReportWriter Report, ReportCount Count) Write(FormVersion version, Programme programme, params IReadOnlyList<ReportLine> lines) =>
        Write(Cut(version, programme, lines), lines);

    public static (RecordingReportWriter Report, ReportCount Count) Write(Cut cut, IEnumerable<ReportLine> lines)
    {
        using var recording = new RecordingReportWriter();
        var report = new ConsolidatedReport(cut, "5eed", recording);
        foreach (var line in lines)
            report.Add(line);
        report.Complete();
        recording.Complete();
        return (recording, report.Count);
    }
}

/// <summary>The one return of a line in a report on one period.</summary>
internal static class OnlyReturn
{
    extension(ReportLine line)
    {
        public ManifestEntry Entry => line.Returns[0]!.Entry;

        public Revision? Revision => line.Returns[0]!.Revision;
    }
}
