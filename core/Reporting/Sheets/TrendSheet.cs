using System.Globalization;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>
/// Figures over time: each indicator, and everything that the form counts, over all periods so far. Lines go on through versions of the form as
/// far as what replaces what allows; where the form changed is marked, and what was not asked is said.
/// </summary>
internal sealed class TrendSheet
{
    private const int MostCharts = 4;

    private readonly Cut _cut;
    private readonly Comparison[][] _indicators;
    private readonly bool[][] _asked;
    private readonly decimal?[][] _sums;
    private readonly bool[][] _measureAsked;
    private readonly int[] _returns;

    public TrendSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _indicators = [.. cut.Periods.Select(_ => new Comparison[cut.Programme.Indicators.Count])];
        _asked = [.. cut.Periods.Select(_ => new bool[cut.Programme.Indicators.Count])];
        _sums = [.. cut.Periods.Select(period => new decimal?[period.Version.Measures.Count])];
        _measureAsked = [.. cut.Periods.Select(period => new bool[period.Version.Measures.Count])];
        _returns = new int[cut.Periods.Count];
        Writer = report.AddSheet(new ReportSheet("Trend", "Trend",
        [
            "A line goes on through a changed form only where what is asked can be joined: one row that was split goes on as the sum of its parts.",
            "“Not asked”: the form of that period did not ask it. Empty: asked, and nobody answered.",
        ], OnPages: true));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures)
    {
        foreach (var period in _cut.Periods)
        {
            var inPeriod = figures.In(period);
            for (var place = 0; place < inPeriod.Length; place++)
            {
                _indicators[period.Place][place].Add(inPeriod[place]);
                _asked[period.Place][place] |= inPeriod[place].Standing != FigureStanding.NotAsked;
            }
            var counted = line.Counted[period.Place];
            if (counted is null && line.Returns[period.Place] is null && (period.Reported || !line.Award.ReportsFor(period.Period)))
                continue;
            _returns[period.Place] += counted is null ? 0 : 1;
            var (sums, asked) = (_sums[period.Place], _measureAsked[period.Place]);
            foreach (var question in period.Version.Questions)
            {
                if (question.Measures.Count == 0)
                    continue;
                var isAsked = AskedAnswers.IsAskedOf(question, line.Award, period.Period);
                for (var place = question.FirstMeasure; place < question.FirstMeasure + question.Measures.Count; place++)
                {
                    asked[place] |= isAsked;
                    if (counted?[place] is { } figure)
                        sums[place] = (sums[place] ?? 0) + figure;
                }
            }
        }
    }

    public void Complete()
    {
        WriteIndicators();
        WriteLines();
    }

    private void WriteIndicators()
    {
        var indicators = _cut.Programme.Indicators;
        Writer.BeginTable(new ReportTable("IndicatorTrend", "Indicators, period by period",
        [
            new("period", "Period", CellKind.Text, 54), new("form", "Form version", CellKind.Text, 12), new("returns", "Returns in", CellKind.Count, 12),
            .. indicators.Select(indicator => new Column($"{indicator.Id}-actual", indicator.Name, CellKind.Number, 15)),
        ]));
        var row = new Cell[3 + indicators.Count];
        foreach (var period in _cut.Periods)
        {
            row[0] = Cell.OfText(period.Period.Name);
            row[1] = Cell.OfText(VersionOf(period));
            row[2] = Cell.OfCount(_returns[period.Place]);
            for (var place = 0; place < indicators.Count; place++)
                row[3 + place] = _asked[period.Place][place] ? IndicatorCells.Of(indicators[place], _indicators[period.Place][place].Actual?.Value) : Cell.NotAsked;
            Writer.WriteRow(row);
        }
        if (_cut.Periods.Count < 2)
            return;
        // A line through “not asked” would fall to nought.
        foreach (var indicator in indicators.Where((_, place) => _cut.Periods.All(period => _asked[period.Place][place])).Take(MostCharts))
            Writer.AddChart(new ReportChart(
                ChartKind.Line, indicator.Name, $"Line: {indicator.Name} over {_cut.Periods.Count} periods, {_cut.Periods[0].Period.Name} to {_cut.Last.Period.Name}; the figures are in the table.",
                "IndicatorTrend", "period", [$"{indicator.Id}-actual"]));
    }

    private void WriteLines()
    {
        var versions = _cut.Versions;
        var byNumber = versions.Select((version, place) => (version.Number, place)).ToDictionary(one => one.Number, one => one.place);
        var seen = versions.Select(SeenIn).ToList();
        var lines = Lineage.LinesOf(versions).Where(line => Enumerable.Range(0, versions.Count).All(version => line.Parts[version].All(part => seen[version][part]))).ToList();
        if (lines.Count == 0)
            return;
        Writer.BeginTable(new ReportTable("Trend", "Everything that is counted, period by period",
        [
            new("line", "What is counted", CellKind.Text, 54), new("unit", "Unit", CellKind.Text, 12),
            .. _cut.Periods.Select(period => new Column(period.Period.Id.Value, $"{period.Period.Id} (form {period.Version.Number}{(Changed(period) ? ", changed" : "")})", CellKind.Number, 12)),
        ]));
        var row = new Cell[2 + _cut.Periods.Count];
        foreach (var line in lines)
        {
            row[0] = Cell.OfText(line.Label);
            row[1] = Cell.OfText(line.Returns ? "returns" : line.Unit == CellKind.Money ? "£" : "number");
            foreach (var period in _cut.Periods)
                row[2 + period.Place] = CellOf(line, period, line.Parts[byNumber[period.Version.Number]]);
            Writer.WriteRow(row);
        }
    }

    private Cell CellOf(MeasureLine line, CutPeriod period, IReadOnlyList<int> parts)
    {
        decimal? sum = null;
        var asked = false;
        foreach (var part in parts)
        {
            asked |= _measureAsked[period.Place][part];
            if (_sums[period.Place][part] is { } figure)
                sum = (sum ?? 0) + figure;
        }
        return asked ? Cell.OfFigure(line.Unit, sum) : Cell.NotAsked;
    }

    private bool[] SeenIn(FormVersion version)
    {
        var seen = new bool[version.Measures.Count];
        foreach (var question in version.Questions)
            for (var place = 0; place < question.Measures.Count; place++)
                seen[question.FirstMeasure + place] = _cut.Sight.SeesSumOf(question, question.Measures[place]) && question is not PercentageQuestion;
        return seen;
    }

    private bool Changed(CutPeriod period) => period.Place > 0 && _cut.Periods[period.Place - 1].Version.Number != period.Version.Number;

    private string VersionOf(CutPeriod period) =>
        Changed(period) ? string.Create(CultureInfo.InvariantCulture, $"{period.Version.Number} (changed)") : period.Version.Number.ToString(CultureInfo.InvariantCulture);
}
