using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What would help, in the providers' own words: the sheet that a lead funder reads first.</summary>
internal sealed class HelpSheet
{
    private readonly Sight _sight;
    private readonly Cell[] _row = new Cell[5];

    private HelpSheet(Sight sight, IReportWriter report)
    {
        _sight = sight;
        Writer = report.AddSheet(new ReportSheet("Help asked for", "", [], Large: true, OnPages: true));
        Writer.BeginTable(new ReportTable("Help", "",
        [
            .. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text, 12), new("question", "Question", CellKind.Text, 34, Wrap: true),
            new("words", "In their words", CellKind.Text, 100, Wrap: true),
        ]));
    }

    public IReportSheetWriter Writer { get; }

    /// <summary>The sheet; null where the form doesn't ask for help, or the reader may not see it.</summary>
    public static HelpSheet? For(Cut cut, IReportWriter report) =>
        cut.ReportedVersions.Any(version => version.Questions.Any(question => AsksForHelp(question) && cut.Sight.Sees(question))) ? new HelpSheet(cut.Sight, report) : null;

    /// <summary>Whether a return asks for help in answers that the reader may see.</summary>
    public static bool IsAskedIn(Revision revision, Sight sight) =>
        revision.Answers.Version.Questions.Any(question => AsksForHelp(question) && sight.Sees(question) && revision.Answers[question] is not null);

    public void Add(ReportLine line, ReturnInReport filed, Revision revision)
    {
        foreach (var question in revision.Answers.Version.Questions)
            if (AsksForHelp(question) && _sight.Sees(question) && revision.Answers[question] is { } answer && question.Words(answer) is { } words)
            {
                ReturnWords.WriteAward(_row, line);
                _row[2] = Cell.OfText(filed.Period.Period.Id.Value);
                _row[3] = Cell.OfText(question.Label);
                _row[4] = Cell.OfText(words);
                Writer.WriteRow(_row);
            }
    }

    private static bool AsksForHelp(Question question) => question is LongTextQuestion { AsksForHelp: true };
}
