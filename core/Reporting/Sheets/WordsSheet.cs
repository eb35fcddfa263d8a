using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What providers wrote, to be read: a row a text, explanations of figures among them.</summary>
internal sealed class WordsSheet
{
    private readonly Sight _sight;
    private readonly Cell[] _row;

    public WordsSheet(Cut cut, IReportWriter report)
    {
        _sight = cut.Sight;
        Column[] columns =
        [
            .. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text, 12), new("section", "Section", CellKind.Text, 34, Wrap: true),
            new("question", "Question", CellKind.Text, 34, Wrap: true), new("kind", "Kind", CellKind.Text, 12), new("words", "In their words", CellKind.Text, 100, Wrap: true),
        ];
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("In their words", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Words", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, ReturnInReport filed, Revision revision)
    {
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(filed.Period.Period.Id.Value);
        foreach (var section in revision.Answers.Version.Sections)
            foreach (var question in section.Questions)
            {
                if (!_sight.Sees(question))
                    continue;
                if (revision.Answers[question] is { } answer && question.Words(answer) is { } words)
                    Write(section, question, line, "Answer", words);
                if (revision.Answers.Comment(question) is { } comment)
                    Write(section, question, line, "Explanation", comment);
            }
    }

    private void Write(Section section, Question question, ReportLine line, string kind, string words)
    {
        // Which outcome the first, second… is, only the award says.
        _row[3] = Cell.OfText(question.AgreedOutcome is { } number && number <= line.Award.AgreedOutcomes.Count
            ? $"{section.Title}: {line.Award.AgreedOutcomes[number - 1].Title}"
            : section.Title);
        _row[4] = Cell.OfText(question.Label);
        _row[5] = Cell.OfText(kind);
        _row[6] = Cell.OfText(words);
        Writer.WriteRow(_row);
    }
}
