using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>Every answer: a row a return, its questions as columns in the form's order.</summary>
internal sealed class AnswersSheet
{
    /// <summary>The columns before those of the questions; a question's id is none of theirs.</summary>
    public static Column[] OwnColumns { get; } =
        [.. ReturnWords.AwardColumns, new("revision", "Revision", CellKind.Count), new("submitted", "Submitted", CellKind.Moment)];

    private readonly Cell[] _row;
    private readonly (Question Question, int From, int Columns)[] _places;

    public AnswersSheet(Cut cut, IReportWriter report)
    {
        List<Column> columns = [.. OwnColumns];
        _places = new (Question, int, int)[cut.Version.Questions.Count];
        foreach (var question in cut.Version.Questions)
        {
            _places[question.Ordinal] = (question, columns.Count, question.Columns.Count);
            // Long texts are read on their own sheet; here a return stays one line.
            columns.AddRange(question.Columns.Select(column => column with { Wrap = false, Width = Math.Min(column.Width, 40) }));
        }
        _row = new Cell[columns.Count];
        Writer = report.AddSheet(new ReportSheet("Answers", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Answers", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, Revision revision)
    {
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfCount(revision.Number);
        _row[3] = ReturnWords.Moment(revision.SubmittedAt);
        _row.AsSpan(OwnColumns.Length).Clear();
        foreach (var (question, from, count) in _places)
        {
            var cells = _row.AsSpan(from, count);
            if (revision.Answers[question] is { } answer)
                question.Export(answer, cells);
            else if (revision.NotAsked[question.Ordinal])
                cells.Fill(Cell.NotAsked);
        }
        Writer.WriteRow(_row);
    }
}
