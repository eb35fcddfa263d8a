using System.Runtime.CompilerServices;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Tests.Demo.Proof;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The consolidated report of a demonstration's period as tables, without storage or a workbook: cells as people read them.</summary>
internal sealed class TakenReport : IReportWriter
{
    private static readonly ConditionalWeakTable<IDemoCase, IReadOnlyDictionary<(AwardId Award, PeriodId Period), DemoReturn>> Newest = [];

    private readonly Dictionary<string, TakenSheet> _sheets = new(StringComparer.Ordinal);

    /// <summary>As a reader has it before him.</summary>
    public OpenedReport Opened => new(_sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Value.Opened, StringComparer.Ordinal));

    /// <summary>The newest submitted filing of each return.</summary>
    public static IReadOnlyDictionary<(AwardId Award, PeriodId Period), DemoReturn> NewestOf(IDemoCase demo) => Newest.GetValue(demo, played =>
        DemoReturn.AllOf(played).Where(filed => filed.Filing.Signatory is not null).GroupBy(filed => (filed.Award.Id, filed.Period.Id)).ToDictionary(ofReturn => ofReturn.Key, ofReturn => ofReturn.Last()));

    public static Revision RevisionOf(IDemoCase demo, DemoReturn filed) => Revision.Of(
        new ReturnKey(demo.Programme.Id, filed.Period.Id, filed.Award.Id), filed.Filing.Revision, filed.Answers, filed.Filing.Signatory!, filed.Filing.Minutes, filed.Filing.At) with
    { SecondSignatory = filed.Filing.SecondSignatory };

    public static TakenReport Of(IDemoCase demo, PeriodId period) => Of(demo, ReportKey.Of(demo.Programme.Id, period));

    /// <summary>A cut or a span; of a single period, with the figures of all periods before.</summary>
    public static TakenReport Of(IDemoCase demo, ReportKey key)
    {
        var programme = demo.Programme;
        var versions = demo.Forms.Select(form => FormVersion.Read(form.Span)).ToDictionary(version => version.Number);
        var periods = programme.Calendar.Take(programme.PlaceOf(key.To) + 1).Select((period, place) => new CutPeriod(
            period, versions[programme.PlannedFormVersion(period.Id)], place >= programme.PlaceOf(key.From), place)).ToList();
        var newest = NewestOf(demo);
        var filings = periods.ToDictionary(period => period.Period.Id, period => demo.Filings(period.Period.Id).ToLookup(filing => filing.Award));
        var sight = new Sight(programme, key.Funder);
        var (lines, earlier) = (new List<ReportLine>(), new List<EarlierEntry>());
        foreach (var award in demo.Awards.Where(sight.Sees).OrderBy(award => award.Id.Value, StringComparer.Ordinal))
        {
            var line = new ReportLine(award, new ReturnInReport?[periods.Count], new decimal?[periods.Count][]);
            foreach (var period in periods)
            {
                var revision = newest.TryGetValue((award.Id, period.Period.Id), out var filed) ? RevisionOf(demo, filed) : null;
                line.Counted[period.Place] = revision is null ? null : CountedMeasures.Of(revision.Answers);
                if (period.Reported && (revision is not null || filings[period.Period.Id][award.Id].Any() || award.ReportsFor(period.Period)))
                    line.Returns[period.Place] = new ReturnInReport(EntryOf(award, period.Period.Id, [.. filings[period.Period.Id][award.Id]], revision), period, revision);
            }
            earlier.AddRange(periods.Where(period => !period.Reported && newest.ContainsKey((award.Id, period.Period.Id))).Select(period => EarlierOf(newest[(award.Id, period.Period.Id)], demo)));
            if (line.Counted.Any(counted => counted is not null) || line.Returns.Any(filed => filed is not null))
                lines.Add(line);
        }
        var manifest = new Manifest
        {
            Programme = programme.Id,
            ProgrammeVersion = 1,
            From = key.From,
            Period = key.To,
            Funder = key.Funder,
            Form = programme.Form,
            Rules = Manifest.CurrentRules,
            Cut = 1,
            CutAt = UkTime.EndOf(programme.Period(key.To)!.AmendUntil),
            Periods = [.. periods.Select(period => new ManifestPeriod(period.Period.Id, period.Version.Number, period.Version.ContentHash, period.Reported))],
            Awards = [.. lines.Select(line => new ManifestAward(line.Award.Id, line.Award.Version))],
            Returns = [.. lines.SelectMany(line => line.Returns).OfType<ReturnInReport>().Select(filed => filed.Entry)],
            Earlier = earlier,
        };
        var taken = new TakenReport();
        var report = new ConsolidatedReport(new Cut(manifest, programme, periods), "", taken);
        foreach (var line in lines)
            report.Add(line);
        report.Complete();
        return taken;
    }

    /// <param name="filings">Of the return, in time order.</param>
    private static ManifestEntry EntryOf(Award award, PeriodId period, List<Filing> filings, Revision? revision)
    {
        if (revision is null)
            return new ManifestEntry(award.Id, period, filings.Count > 0 ? ReturnStatus.Draft : ReturnStatus.NotStarted, 0, null, null, null);
        var status = revision.Number == 1 ? ReturnStatus.Submitted : filings.Exists(filing => filing.ReopenedBecause is not null) ? ReturnStatus.Restated : ReturnStatus.Resubmitted;
        return new ManifestEntry(award.Id, period, status, revision.Number, RevisionJson.Write(revision).Digest, filings.Find(filing => filing.Signatory is not null)!.At, revision.SubmittedAt);
    }

    private static EarlierEntry EarlierOf(DemoReturn filed, IDemoCase demo) =>
        new(filed.Award.Id, filed.Period.Id, filed.Filing.Revision, RevisionJson.Write(RevisionOf(demo, filed)).Digest);

    /// <summary>The rows of a table by its id, headings first.</summary>
    public IReadOnlyList<string[]> Table(string id) => _sheets.Values.SelectMany(sheet => sheet.Tables).Single(table => string.Equals(table.Key, id, StringComparison.Ordinal)).Value;

    public IReportSheetWriter AddSheet(ReportSheet sheet) => _sheets[sheet.Name] = new TakenSheet(sheet);

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    private sealed class TakenSheet(ReportSheet sheet) : IReportSheetWriter
    {
        private readonly List<(string Title, List<string[]> Rows)> _titled = [];
        private List<string[]> _current = [];

        public OpenedSheet Opened => new([sheet.Title, .. sheet.Notes], [.. _titled.Select(table => new TitledTable(table.Title, new ShownTable(table.Rows[0], table.Rows[1..])))]);

        public Dictionary<string, List<string[]>> Tables { get; } = new(StringComparer.Ordinal);

        public long Rows => Tables.Values.Sum(rows => rows.Count - 1);

        public void BeginTable(ReportTable table)
        {
            Tables[table.Id] = _current = [[.. table.Columns.Select(column => column.Heading)]];
            _titled.Add((table.Title, _current));
        }

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
