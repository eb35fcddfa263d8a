using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The tidy form of the answers, for programs: a row a cell. Not part of the workbook, whose sheet of all answers has the same.</summary>
internal sealed class AnswerCellsTable
{
    private readonly Dictionary<int, ShownAnswers> _shown = [];
    private readonly Dictionary<int, string[]> _questions = [];
    private readonly Cell[] _row = new Cell[7];

    public AnswerCellsTable(Cut cut, IReportWriter report)
    {
        foreach (var version in cut.ReportedVersions)
        {
            _shown[version.Number] = new ShownAnswers(version, cut.Sight);
            _questions[version.Number] = [.. version.Questions.SelectMany(question => Enumerable.Repeat(question.Id.Value, question.Columns.Count))];
        }
        Writer = report.AddSheet(new ReportSheet("Answer cells", "", [], Large: true));
        Writer.BeginTable(new ReportTable("AnswerCells", "",
        [
            .. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text), new("form-version", "Form version", CellKind.Count), new("question", "Question", CellKind.Text),
            new("cell", "Cell", CellKind.Text), new("answer", "Answer", CellKind.Text),
        ]));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, ReturnInReport filed, Revision revision)
    {
        var version = revision.Answers.Version.Number;
        var (shown, questions) = (_shown[version], _questions[version]);
        var cells = shown.Of(revision);
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(filed.Period.Period.Id.Value);
        _row[3] = Cell.OfCount(version);
        for (var place = 0; place < cells.Length; place++)
        {
            if (!shown.Sees(place))
                continue;
            _row[4] = Cell.OfText(questions[place]);
            _row[5] = Cell.OfText(shown.Columns[place].Id);
            _row[6] = cells[place];
            Writer.WriteRow(_row);
        }
    }
}
