using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>A return that is in: its answers and comments by question id, answers as JSON.</summary>
internal sealed record FiledReturn(int Revision, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Comments);

/// <summary>Which report of a case: places of its first and last period, and whose.</summary>
internal sealed record CaseReport(int From, int To, OrganisationId? Funder);

/// <summary>A programme over several periods with the returns that are in, and any report on it.</summary>
/// <param name="Forms">By the place of the period.</param>
/// <param name="Filed">By award and the place of the period.</param>
internal sealed record ProgrammeCase(
    Programme Programme, IReadOnlyList<FormVersion> Forms, IReadOnlyList<Award> Awards, IReadOnlyDictionary<(AwardId Award, int Period), FiledReturn> Filed)
{
    /// <summary>The number it was made from, to make it again.</summary>
    public int Seed { get; init; }

    public override string ToString() => $"case {Seed}";

    public bool IsFunded(Award award, OrganisationId? funder) => funder is not { } known || award.IsFundedBy(known);

    public Cut Cut(CaseReport report)
    {
        var periods = Enumerable.Range(0, report.To + 1).Select(place => new CutPeriod(Programme.Calendar[place], Forms[place], place >= report.From, place)).ToList();
        var lines = LinesOf(report, periods);
        var manifest = new Manifest
        {
            Programme = Programme.Id,
            ProgrammeVersion = Programme.Version,
            From = Programme.Calendar[report.From].Id,
            Period = Programme.Calendar[report.To].Id,
            Funder = report.Funder,
            Form = Programme.Form,
            Rules = Manifest.CurrentRules,
            Cut = 7,
            CutAt = Reports.Late,
            Periods = [.. periods.Select(period => new ManifestPeriod(period.Period.Id, period.Version.Number, period.Version.ContentHash, period.Reported))],
            Awards = [.. lines.Select(line => new ManifestAward(line.Award.Id, line.Award.Version))],
            Returns = [.. lines.SelectMany(line => line.Returns).OfType<ReturnInReport>().Select(filed => filed.Entry)],
        };
        return new Cut(manifest, Programme, periods);
    }

    public IReadOnlyList<ReportLine> Lines(CaseReport report) => LinesOf(report, Cut(report).Periods);

    public RecordingReportWriter Write(CaseReport report, IEnumerable<ReportLine>? lines = null)
    {
        // Not disposed of where it fails: it would complain that it is not complete, and hide why.
        var recording = new RecordingReportWriter();
        WriteTo(recording, report, lines);
        recording.Complete();
        return recording;
    }

    /// <summary>Writes the tables of a report, the tidy form of its answers among them.</summary>
    public void WriteTo(MonitoringReturns.Core.Reporting.Tables.IReportWriter writer, CaseReport report, IEnumerable<ReportLine>? lines = null, bool tidy = true)
    {
        var made = new ConsolidatedReport(Cut(report), "5eed", writer, tidy);
        foreach (var line in lines ?? Lines(report))
            made.Add(line);
        made.Complete();
    }

    private List<ReportLine> LinesOf(CaseReport report, IReadOnlyList<CutPeriod> periods)
    {
        var lines = new List<ReportLine>();
        foreach (var award in Awards.Where(award => IsFunded(award, report.Funder)))
        {
            var line = new ReportLine(award, new ReturnInReport?[periods.Count], new decimal?[periods.Count][]);
            foreach (var period in periods)
            {
                var revision = Revision(award, period);
                if (period.Reported && (revision is not null || award.ReportsFor(period.Period)))
                    line.Returns[period.Place] = new ReturnInReport(EntryOf(award, period, revision), period, revision);
                line.Counted[period.Place] = revision is null ? null : CountedMeasures.Of(revision.Answers);
            }
            if (line.Returns.Any(filed => filed is not null) || line.Counted.Any(counted => counted is not null))
                lines.Add(line);
        }
        return lines;
    }

    private Revision? Revision(Award award, CutPeriod period)
    {
        if (!Filed.TryGetValue((award.Id, period.Place), out var filed))
            return null;
        var sheet = MonitoringReturns.Tests.Core.Builders.Answers.Sheet(
            period.Version, filed.Answers.Where(answer => period.Version.Find(answer.Key) is not null).Select(answer => (answer.Key, answer.Value)));
        foreach (var (question, comment) in filed.Comments)
            if (period.Version.Find(question) is { } known)
                sheet.SetComment(known, comment);
        var key = new ReturnKey(Programme.Id, period.Period.Id, award.Id);
        return MonitoringReturns.Core.Returns.Revision.Of(
            key, filed.Revision, new AskedAnswers(sheet, award, period.Period), new Signatory("Ann O'Neill", "Chair"), 35, Reports.OnTime);
    }

    private static ManifestEntry EntryOf(Award award, CutPeriod period, Revision? revision) => revision is null
        ? new ManifestEntry(award.Id, period.Period.Id, ReturnStatus.NotStarted, 0, null, null, null)
        : new ManifestEntry(award.Id, period.Period.Id, ReturnStatus.Submitted, revision.Number, RevisionJson.Write(revision).Digest, Reports.OnTime, Reports.OnTime);
}
