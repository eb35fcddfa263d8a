using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The tidy form of the figures: a row an award, indicator and period reported on.</summary>
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
            new("profile-to-date", "To date: profile", CellKind.Number), new("actual-to-date", "To date: actual", CellKind.Number),
            new("difference-to-date", "To date: above or below profile", CellKind.Percentage), new("counted", "Ratio: counted", CellKind.Count),
            new("out-of", "Ratio: out of", CellKind.Count),
        ];
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("Indicators", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Indicators", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures)
    {
        ReturnWords.WriteAward(_row, line);
        foreach (var period in _cut.Reported)
        {
            if (line.Returns[period.Place] is null)
                continue;
            _row[2] = Cell.OfText(period.Period.Id.Value);
            var (inPeriod, several) = (figures.In(period), period.Place > 0);
            for (var place = 0; place < inPeriod.Length; place++)
            {
                var (indicator, figure, toDate) = (_cut.Programme.Indicators[place], inPeriod[place], figures.UpTo(period, place));
                _row[3] = Cell.OfText(indicator.Name);
                _row[4] = Cell.OfText(indicator.Unit);
                _row[5] = Cell.OfText(indicator.Kind == Programmes.IndicatorKind.Output ? "Output" : "Outcome");
                _row[6] = figure.ProfileCell(indicator);
                _row[7] = figure.ActualCell(indicator);
                _row[8] = IndicatorCells.PercentageOrEmpty(figure.Difference);
                _row[9] = Cell.OfText(WordsOf(figure.Standing));
                _row[10] = IndicatorCells.OverPeriods(indicator, toDate.Profile?.Value, several);
                _row[11] = IndicatorCells.OverPeriods(indicator, toDate.Actual?.Value, several);
                _row[12] = IndicatorCells.PercentageOrEmpty(toDate.Difference);
                _row[13] = figure.Counted is { Of: not null } part ? Cell.OfNumber(part.Figure) : Cell.Empty;
                _row[14] = figure.Counted is { Of: { } whole } ? Cell.OfNumber(whole) : Cell.Empty;
                Writer.WriteRow(_row);
            }
        }
    }

    public static string WordsOf(FigureStanding standing) => standing switch
    {
        FigureStanding.NotAsked => "Not asked",
        FigureStanding.NoReturn => "No return",
        FigureStanding.NotAnswered => "Not answered",
        _ => "Reported",
    };
}
