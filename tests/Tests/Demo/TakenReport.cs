using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The consolidated report of a demonstration's period as tables, without storage or a workbook: cells as people read them.</summary>
internal sealed class TakenReport : IReportWriter
{
    private readonly Dictionary<string, TakenSheet> _sheets = new(StringComparer.Ordinal);

    public static TakenReport Of(IDemoCase demo, PeriodId periodId)
    {
        var period = demo.Programme.Period(periodId)!;
        var version = FormVersion.Read(demo.Forms[0].Span);
        var newest = DemoReturn.AllOf(demo).Where(filed => filed.Period == period && filed.Filing.Signatory is not null)
            .GroupBy(filed => filed.Award.Id).ToDictionary(ofAward => ofAward.Key, ofAward => ofAward.Last());
        var lines = demo.Awards.Where(award => award.ReportsFor(period)).Select(award =>
        {
            if (!newest.TryGetValue(award.Id, out var filed))
                return new ReportLine(new ManifestEntry(award.Id, award.Version, ReturnStatus.NotStarted, 0, null, null, null), award, null);
            var revision = Revision.Of(new ReturnKey(demo.Programme.Id, periodId, award.Id), filed.Filing.Revision, filed.Answers, filed.Filing.Signatory!, filed.Filing.Minutes, filed.Filing.At);
            return new ReportLine(new ManifestEntry(award.Id, award.Version, ReturnStatus.Submitted, revision.Number, RevisionJson.Write(revision).Digest, revision.SubmittedAt, revision.SubmittedAt), award, revision);
        }).ToList();
        var manifest = new Manifest
        {
            Programme = demo.Programme.Id,
            ProgrammeVersion = 1,
            Period = periodId,
            Form = version.Form,
            FormVersion = version.Number,
            FormHash = version.ContentHash,
            Rules = Manifest.CurrentRules,
            Cut = 1,
            CutAt = UkTime.EndOf(period.AmendUntil),
            Returns = [.. lines.Select(line => line.Entry)],
        };
        var taken = new TakenReport();
        var report = new ConsolidatedReport(new Cut(manifest, demo.Programme, period, version), "", taken);
        foreach (var line in lines)
            report.Add(line);
        report.Complete();
        return taken;
    }

    /// <summary>The rows of a table by its id, headings first.</summary>
    public IReadOnlyList<string[]> Table(string id) => _sheets.Values.SelectMany(sheet => sheet.Tables).Single(table => string.Equals(table.Key, id, StringComparison.Ordinal)).Value;

    public IReportSheetWriter AddSheet(ReportSheet sheet) => _sheets[sheet.Name] = new TakenSheet();

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    private sealed class TakenSheet : IReportSheetWriter
    {
        private List<string[]> _current = [];

        public Dictionary<string, List<string[]>> Tables { get; } = new(StringComparer.Ordinal);

        public long Rows => Tables.Values.Sum(rows => rows.Count - 1);

        public void BeginTable(ReportTable table) => Tables[table.Id] = _current = [[.. table.Columns.Select(column => column.Heading)]];

        public void WriteRow(ReadOnlySpan<Cell> cells)
        {
            var row = new string[cells.Length];
            for (var place = 0; place < row.Length; place++)
                row[place] = $"{(cells[place].Kind == CellKind.Count ? "#" : "")}{ReadableCell.Of(cells[place])}";
            _current.Add(row);
        }

        public void AddChart(ReportChart chart)
        {
        }
    }
}
