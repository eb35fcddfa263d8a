using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The tidy form of the figures: a row an award and indicator.</summary>
internal sealed class IndicatorsSheet
{
    private readonly Cut _cut;
    private readonly Cell[] _row;

    public IndicatorsSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        Column[] columns =
        [
            .. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text, 12), new("indicator", "Indicator", CellKind.Text, 50),
            new("unit", "Unit", CellKind.Text, 20), new("kind", "Kind", CellKind.Text, 10), new("profile", "Profile", CellKind.Number),
            new("actual", "Actual", CellKind.Number), new("difference", "Above or below profile", CellKind.Percentage), new("standing", "Standing", CellKind.Text, 14),
        ];
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("Indicators", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Indicators", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, IndicatorFigure[] figures)
    {
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(_cut.Period.Id.Value);
        for (var place = 0; place < figures.Length; place++)
        {
            var (indicator, figure) = (_cut.Programme.Indicators[place], figures[place]);
            _row[3] = Cell.OfText(indicator.Name);
            _row[4] = Cell.OfText(indicator.Unit);
            _row[5] = Cell.OfText(indicator.Kind == Programmes.IndicatorKind.Output ? "Output" : "Outcome");
            _row[6] = figure.ProfileCell(indicator);
            _row[7] = figure.ActualCell(indicator);
            _row[8] = IndicatorFigures.PercentageOrEmpty(IndicatorFigures.Difference(figure.Profile, figure.Actual));
            _row[9] = Cell.OfText(WordsOf(figure.Standing));
            Writer.WriteRow(_row);
        }
    }

    private static string WordsOf(FigureStanding standing) => standing switch
    {
        FigureStanding.NotAsked => "Not asked",
        FigureStanding.NoReturn => "No return",
        FigureStanding.NotAnswered => "Not answered",
        _ => "Reported",
    };
}
