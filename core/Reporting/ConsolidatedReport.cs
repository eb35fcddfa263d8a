using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// The tables of a report, worked out from a cut and its lines alone: revisions and manifest in, tables out. The lines come once, by award;
/// nothing but sums is kept of them.
/// </summary>
public sealed class ConsolidatedReport : IReportTables
{
    private readonly Cut _cut;
    private readonly AwardFigures _figures;
    private readonly SummarySheet _summary;
    private readonly HelpSheet? _help;
    private readonly AwardsSheet _awards;
    private readonly IndicatorsSheet _indicators;
    private readonly AnswersSheet _answers;
    private readonly WordsSheet _words;
    private readonly FundersSheet _funders;
    private readonly TrendSheet _trend;
    private readonly ReportingTimeSheet _time;
    private readonly AnswerCellsTable? _cells;
    private readonly AboutSheet _about;
    private int _revisions;

    /// <param name="tidy">With the answers in tidy form as well, a cell a row: for files that programs read.</param>
    public ConsolidatedReport(Cut cut, string manifestDigest, IReportWriter writer, bool tidy = false)
    {
        _cut = cut;
        _figures = new AwardFigures(cut);
        _summary = new SummarySheet(cut, writer);
        _help = HelpSheet.For(cut, writer);
        _awards = new AwardsSheet(cut, writer);
        _indicators = new IndicatorsSheet(cut, writer);
        _answers = new AnswersSheet(cut, writer);
        _words = new WordsSheet(cut, writer);
        _funders = new FundersSheet(cut, writer);
        _trend = new TrendSheet(cut, writer);
        _time = new ReportingTimeSheet(cut, writer);
        _cells = tidy ? new AnswerCellsTable(cut, writer) : null;
        _about = new AboutSheet(cut, manifestDigest, writer);
    }

    /// <summary>Revisions used, and rows in all sheets; complete after <see cref="Complete"/>.</summary>
    public ReportCount Count => new(_revisions, Sheets.Sum(sheet => sheet.Writer.Rows) + _about.Writer.Rows);

    /// <summary>The rows of each sheet, in their order; complete after <see cref="Complete"/>.</summary>
    public IReadOnlyList<SheetRows> RowsBySheet => [.. Sheets.Select(sheet => new SheetRows(sheet.Name, sheet.Writer.Rows)), new(AboutSheet.Name, _about.Writer.Rows)];

    /// <summary>What a page shows of it; complete after the last line.</summary>
    public GlanceFigures Glance => _summary.Glance;

    private IEnumerable<(string Name, IReportSheetWriter Writer)> Sheets
    {
        get
        {
            yield return ("Summary", _summary.Writer);
            if (_help is not null)
                yield return ("Help asked for", _help.Writer);
            yield return ("Awards", _awards.Writer);
            yield return ("Indicators", _indicators.Writer);
            yield return ("Answers", _answers.Writer);
            yield return ("In their words", _words.Writer);
            yield return ("Funders", _funders.Writer);
            yield return ("Trend", _trend.Writer);
            yield return ("Reporting time", _time.Writer);
            if (_cells is not null)
                yield return ("Answer cells", _cells.Writer);
        }
    }

    public void Add(ReportLine line)
    {
        // The answers go first: a writer that can pass one large sheet straight on takes the first that gets rows, and they are the most.
        foreach (var filed in line.Returns)
            if (filed?.Revision is { } revision)
            {
                _revisions++;
                _answers.Add(line, filed, revision);
                _words.Add(line, filed, revision);
                _help?.Add(line, filed, revision);
                _cells?.Add(line, filed, revision);
            }
        _figures.Read(line);
        _summary.Add(line, _figures);
        _awards.Add(line, _figures);
        _indicators.Add(line, _figures);
        _funders.Add(line, _figures);
        _trend.Add(line, _figures);
        _time.Add(line);
    }

    public void Complete()
    {
        _summary.Complete();
        _funders.Complete(_figures.OwnRows);
        _trend.Complete();
        _time.Complete();
        _about.Complete([.. Sheets.Select(sheet => (sheet.Name, sheet.Writer.Rows))]);
    }
}

/// <summary>What a report counts of itself.</summary>
public sealed record ReportCount(int Revisions, long Rows);
