using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What providers wrote, to be read: a row a text, explanations of figures among them.</summary>
internal sealed class WordsSheet
{
    private readonly (string Section, Question Question)[] _questions;
    private readonly Cell[] _row;

    public WordsSheet(Cut cut, IReportWriter report)
    {
        _questions = [.. cut.Version.Sections.SelectMany(section => section.Questions.Select(question => (section.Title, question)))];
        Column[] columns =
        [
            .. ReturnWords.AwardColumns, new("section", "Section", CellKind.Text, 34, Wrap: true), new("question", "Question", CellKind.Text, 34, Wrap: true),
            new("kind", "Kind", CellKind.Text, 12), new("words", "In their words", CellKind.Text, 100, Wrap: true),
        ];
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("In their words", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Words", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, Revision revision)
    {
        ReturnWords.WriteAward(_row, line);
        foreach (var (title, question) in _questions)
        {
            // Which outcome the first, second… is, only the award says.
            var section = question.AgreedOutcome is { } number && number <= line.Award.AgreedOutcomes.Count
                ? $"{title}: {line.Award.AgreedOutcomes[number - 1].Title}"
                : title;
            if (revision.Answers[question] is { } answer && question.Words(answer) is { } words)
                Write(section, question, "Answer", words);
            if (revision.Answers.Comment(question) is { } comment)
                Write(section, question, "Explanation", comment);
        }
    }

    private void Write(string section, Question question, string kind, string words)
    {
        _row[2] = Cell.OfText(section);
        _row[3] = Cell.OfText(question.Label);
        _row[4] = Cell.OfText(kind);
        _row[5] = Cell.OfText(words);
        Writer.WriteRow(_row);
    }
}
