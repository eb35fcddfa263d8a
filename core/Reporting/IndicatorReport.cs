using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>One indicator over the periods of a span, as far as its reader may see it: a row an award, its profile and its figure in each period.</summary>
internal sealed class IndicatorReport : IReportTables
{
    private readonly int _indicator;
    private readonly AwardFigures _figures;
    private readonly TogetherSheet _together;
    private readonly OverTimeSheet _awards;
    private readonly IndicatorFiguresTable? _tidy;
    private readonly AboutSheet _about;
    private int _revisions;

    /// <exception cref="InvalidDataException">The programme, as it was at the cut, has no such indicator.</exception>
    public IndicatorReport(Cut cut, IndicatorId indicator, string manifestDigest, IReportWriter writer, bool tidy)
    {
        _indicator = cut.Programme.Indicators.ToList().FindIndex(one => one.Id == indicator);
        if (_indicator < 0)
            throw new InvalidDataException($"Programme {cut.Programme.Id} has no indicator {indicator}, of which a report is to be made.");
        var counted = cut.Programme.Indicators[_indicator];
        _figures = new AwardFigures(cut);
        _together = new TogetherSheet(cut, counted, writer);
        _awards = new OverTimeSheet(cut, counted, writer);
        _tidy = tidy ? new IndicatorFiguresTable(cut, counted, writer) : null;
        _about = new AboutSheet(cut, manifestDigest, writer);
    }

    public ReportCount Count => new(_revisions, RowsBySheet.Sum(sheet => sheet.Rows));

    public IReadOnlyList<SheetRows> RowsBySheet => [.. Sheets, new(AboutSheet.Name, _about.Writer.Rows)];

    private IEnumerable<SheetRows> Sheets
    {
        get
        {
            yield return new("Together", _together.Writer.Rows);
            yield return new("Awards", _awards.Writer.Rows);
            if (_tidy is not null)
                yield return new("Figures", _tidy.Writer.Rows);
        }
    }

    public void Add(ReportLine line)
    {
        _revisions += line.Returns.Count(filed => filed?.Revision is not null);
        _figures.Read(line);
        _together.Add(line, _figures, _indicator);
        _awards.Add(line, _figures, _indicator);
        _tidy?.Add(line, _figures, _indicator);
    }

    public void Complete()
    {
        _together.Complete();
        _about.Complete([.. Sheets.Select(sheet => (sheet.Sheet, sheet.Rows))]);
    }
}
