using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// The tables of the lead funder's report, worked out from a cut and its lines alone: revisions and manifest in, tables out. The
/// lines come once, by award; nothing but sums is kept of them.
/// </summary>
public sealed class ConsolidatedReport
{
    private readonly Cut _cut;
    private readonly SummarySheet _summary;
    private readonly HelpSheet? _help;
    private readonly AwardsSheet _awards;
    private readonly IndicatorsSheet _indicators;
    private readonly AnswersSheet _answers;
    private readonly WordsSheet _words;
    private readonly AboutSheet _about;
    private int _revisions;

    public ConsolidatedReport(Cut cut, string manifestDigest, IReportWriter writer)
    {
        _cut = cut;
        _summary = new SummarySheet(cut, writer);
        _help = HelpSheet.For(cut, writer);
        _awards = new AwardsSheet(cut, writer);
        _indicators = new IndicatorsSheet(cut, writer);
        _answers = new AnswersSheet(cut, writer);
        _words = new WordsSheet(cut, writer);
        _about = new AboutSheet(cut, manifestDigest, writer);
    }

    /// <summary>Revisions used, and rows in all sheets; complete after <see cref="Complete"/>.</summary>
    public ReportCount Count => new(_revisions, Sheets.Sum(sheet => sheet.Rows));

    private IEnumerable<IReportSheetWriter> Sheets =>
        [_summary.Writer, .. _help is null ? (IReportSheetWriter[])[] : [_help.Writer], _awards.Writer, _indicators.Writer, _answers.Writer, _words.Writer, _about.Writer];

    public void Add(ReportLine line)
    {
        // The answers go first: a writer that can pass one large sheet straight on takes the first that gets rows, and they are the most.
        if (line.Revision is { } revision)
        {
            _revisions++;
            _answers.Add(line, revision);
            _words.Add(line, revision);
            _help?.Add(line, revision);
        }
        var figures = IndicatorFigures.Of(line, _cut);
        _summary.Add(line, figures);
        _awards.Add(line, figures);
        _indicators.Add(line, figures);
    }

    public void Complete()
    {
        _summary.Complete();
        _about.Complete(
            [("Summary", _summary.Writer.Rows), .. _help is null ? ((string, long)[])[] : [("Help asked for", _help.Writer.Rows)], ("Awards", _awards.Writer.Rows), ("Indicators", _indicators.Writer.Rows), ("Answers", _answers.Writer.Rows), ("In their words", _words.Writer.Rows)]);
    }
}
