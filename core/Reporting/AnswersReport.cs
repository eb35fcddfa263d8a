using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Every answer of the returns of a span, as far as its reader may see them: a row a return; in tidy form a row a cell as well.</summary>
internal sealed class AnswersReport : IReportTables
{
    private readonly AnswersSheet _answers;
    private readonly AnswerCellsTable? _cells;
    private readonly AboutSheet _about;
    private int _revisions;

    public AnswersReport(Cut cut, string manifestDigest, IReportWriter writer, bool tidy)
    {
        _answers = new AnswersSheet(cut, writer);
        _cells = tidy ? new AnswerCellsTable(cut, writer) : null;
        _about = new AboutSheet(cut, manifestDigest, writer);
    }

    public ReportCount Count => new(_revisions, RowsBySheet.Sum(sheet => sheet.Rows));

    public IReadOnlyList<SheetRows> RowsBySheet => [.. Sheets, new(AboutSheet.Name, _about.Writer.Rows)];

    private IEnumerable<SheetRows> Sheets => _cells is null
        ? [new("Answers", _answers.Writer.Rows)]
        : [new("Answers", _answers.Writer.Rows), new("Answer cells", _cells.Writer.Rows)];

    public void Add(ReportLine line)
    {
        foreach (var filed in line.Returns)
            if (filed?.Revision is { } revision)
            {
                _revisions++;
                _answers.Add(line, filed, revision);
                _cells?.Add(line, filed, revision);
            }
    }

    public void Complete() => _about.Complete([.. Sheets.Select(sheet => (sheet.Sheet, sheet.Rows))]);
}
