using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>One indicator, a row an award: its profile and its figure in each period, then over all of them.</summary>
internal sealed class OverTimeSheet
{
    private readonly Cut _cut;
    private readonly Indicator _indicator;
    private readonly Cell[] _row;

    public OverTimeSheet(Cut cut, Indicator indicator, IReportWriter report)
    {
        (_cut, _indicator) = (cut, indicator);
        Column[] columns =
        [
            .. ReturnWords.AwardColumns, new("project", "Project", CellKind.Text, 36),
            .. cut.Reported.SelectMany(period => new Column[]
            {
                new($"{period.Period.Id}-profile", $"{period.Period.Name}: profile", CellKind.Number, 16),
                new($"{period.Period.Id}-actual", $"{period.Period.Name}: actual", CellKind.Number, 16),
            }),
            new("profile", "All periods: profile of figures in", CellKind.Number, 16), new("actual", "All periods: actual", CellKind.Number, 16),
            new("difference", "All periods: above or below profile", CellKind.Percentage, 16),
        ];
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("Awards", "", [], Large: true));
        Writer.BeginTable(new ReportTable("OverTime", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures, int indicator)
    {
        _row.AsSpan().Clear();
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(line.Award.Project);
        var place = 3;
        foreach (var period in _cut.Reported)
        {
            // Nothing stands where no return was due; where one was, what is missing is said.
            if (line.Returns[period.Place] is not null)
            {
                var figure = figures.In(period)[indicator];
                (_row[place], _row[place + 1]) = (figure.ProfileCell(_indicator), figure.Standing == FigureStanding.NoReturn ? Cell.OfText(IndicatorsSheet.WordsOf(figure.Standing)) : figure.ActualCell(_indicator));
            }
            place += 2;
        }
        var span = figures.Span[indicator];
        _row[place++] = IndicatorCells.OverPeriods(_indicator, span.Profile?.Value, _cut.IsSpan);
        _row[place++] = IndicatorCells.OverPeriods(_indicator, span.Actual?.Value, _cut.IsSpan);
        _row[place] = IndicatorCells.PercentageOrEmpty(span.Difference);
        Writer.WriteRow(_row);
    }
}
