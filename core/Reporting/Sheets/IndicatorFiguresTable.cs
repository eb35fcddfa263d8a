using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The tidy form of one indicator over time, for programs: a row an award and period.</summary>
internal sealed class IndicatorFiguresTable
{
    private readonly Cut _cut;
    private readonly Indicator _indicator;
    private readonly Cell[] _row = new Cell[8];

    public IndicatorFiguresTable(Cut cut, Indicator indicator, IReportWriter report)
    {
        (_cut, _indicator) = (cut, indicator);
        Writer = report.AddSheet(new ReportSheet("Figures", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Figures", "",
        [
            .. ReturnWords.AwardColumns, new("period", "Period", CellKind.Text), new("indicator", "Indicator", CellKind.Text), new("profile", "Profile", CellKind.Number),
            new("actual", "Actual", CellKind.Number), new("difference", "Above or below profile", CellKind.Percentage), new("standing", "Standing", CellKind.Text),
        ]));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures, int indicator)
    {
        ReturnWords.WriteAward(_row, line);
        foreach (var period in _cut.Reported)
        {
            if (line.Returns[period.Place] is null)
                continue;
            var figure = figures.In(period)[indicator];
            _row[2] = Cell.OfText(period.Period.Id.Value);
            _row[3] = Cell.OfText(_indicator.Name);
            _row[4] = figure.ProfileCell(_indicator);
            _row[5] = figure.ActualCell(_indicator);
            _row[6] = IndicatorCells.PercentageOrEmpty(figure.Difference);
            _row[7] = Cell.OfText(IndicatorsSheet.WordsOf(figure.Standing));
            Writer.WriteRow(_row);
        }
    }
}
