using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What would help, in the providers' own words: the sheet that a lead funder reads first.</summary>
internal sealed class HelpSheet
{
    private readonly LongTextQuestion[] _questions;
    private readonly Cell[] _row = new Cell[4];

    private HelpSheet(LongTextQuestion[] questions, IReportWriter report)
    {
        _questions = questions;
        Writer = report.AddSheet(new ReportSheet("Help asked for", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Help", "",
            [.. ReturnWords.AwardColumns, new("question", "Question", CellKind.Text, 34, Wrap: true), new("words", "In their words", CellKind.Text, 100, Wrap: true)]));
    }

    public IReportSheetWriter Writer { get; }

    /// <summary>The sheet; null where the form doesn't ask for help.</summary>
    public static HelpSheet? For(Cut cut, IReportWriter report)
    {
        LongTextQuestion[] questions = [.. cut.Version.Questions.OfType<LongTextQuestion>().Where(question => question.AsksForHelp)];
        return questions.Length == 0 ? null : new HelpSheet(questions, report);
    }

    public void Add(ReportLine line, Revision revision)
    {
        foreach (var question in _questions)
            if (revision.Answers[question] is { } answer && question.Words(answer) is { } words)
            {
                ReturnWords.WriteAward(_row, line);
                _row[2] = Cell.OfText(question.Label);
                _row[3] = Cell.OfText(words);
                Writer.WriteRow(_row);
            }
    }
}
