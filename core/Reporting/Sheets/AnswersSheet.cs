using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Every answer: a row a return, its questions and table cells as columns in the form's order. Where versions ask differently, columns are
/// joined by what replaces what, else they stand side by side.
/// </summary>
internal sealed class AnswersSheet
{
    /// <summary>The columns before those of the questions; a question's id is none of theirs.</summary>
    public static Column[] OwnColumns { get; } =
        [.. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text, 12), new("revision", "Revision", CellKind.Count), new("submitted", "Submitted", CellKind.Moment)];

    private readonly Cell[] _row;
    private readonly Dictionary<int, ShownAnswers> _shown = [];
    private readonly Dictionary<int, int[]> _places = [];

    public AnswersSheet(Cut cut, IReportWriter report)
    {
        var versions = cut.ReportedVersions;
        foreach (var version in versions)
        {
            _shown[version.Number] = new ShownAnswers(version, cut.Sight);
            _places[version.Number] = [.. Enumerable.Repeat(-1, _shown[version.Number].Columns.Count)];
        }
        List<Column> columns = [.. OwnColumns];
        foreach (var joined in Lineage.ColumnsOf(versions))
        {
            var seen = false;
            for (var version = 0; version < versions.Count; version++)
                if (joined.Places[version] is { } place && _shown[versions[version].Number].Sees(place))
                {
                    _places[versions[version].Number][place] = columns.Count;
                    seen = true;
                }
            if (seen)
                // Long texts are read on their own sheet; here a return stays one line.
                columns.Add(joined.Column with { Wrap = false, Width = Math.Min(joined.Column.Width, 40) });
        }
        _row = new Cell[columns.Count];
        Writer = report.AddSheet(new ReportSheet("Answers", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Answers", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, ReturnInReport filed, Revision revision)
    {
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(filed.Period.Period.Id.Value);
        _row[3] = Cell.OfCount(revision.Number);
        _row[4] = ReturnWords.Moment(revision.SubmittedAt);
        // What this version of the form doesn't ask, nobody was asked.
        _row.AsSpan(OwnColumns.Length).Fill(Cell.NotAsked);
        var version = revision.Answers.Version.Number;
        var (cells, places) = (_shown[version].Of(revision), _places[version]);
        for (var place = 0; place < places.Length; place++)
            if (places[place] >= 0)
                _row[places[place]] = cells[place];
        Writer.WriteRow(_row);
    }
}
