using System.Globalization;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The first sheet: which returns are in, each indicator against its profile, and figures by the form's breakdowns and tables.</summary>
internal sealed class SummarySheet
{
    private readonly Cut _cut;
    private readonly IndicatorTotals _totals;
    private readonly BreakdownTotals[] _breakdowns;
    private readonly TableTotals[] _tables;
    private int _due, _onTime, _late, _draft, _notStarted, _corrected, _queried, _helpAsked;

    public SummarySheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _totals = new IndicatorTotals(cut);
        _breakdowns = BreakdownTotals.All(cut);
        _tables = TableTotals.All(cut);
        var (programme, manifest) = (cut.Programme, cut.Manifest);
        List<string> notes =
        [
            $"Consolidated monitoring report for {cut.Reader.Name}, from the returns in at {UkTime.Local(manifest.CutAt).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} (UK time).",
            "Empty: asked and not answered. “Not asked”: the question was not put to this award. 0: the provider answered nought.",
        ];
        if (cut.Periods.Count > cut.Reported.Count || cut.IsSpan)
            notes.Add($"To date: {cut.Periods[0].Period.Name} to {cut.Last.Period.Name}. People counted once in each period are not added over periods.");
        if (!cut.Sight.IsLead)
            notes.Add("It holds the awards that you pay for, and the answers that you may see. Counts of people under 5 in sensitive tables are hidden.");
        Writer = report.AddSheet(new ReportSheet("Summary", $"{programme.Name}: {cut.SpanName}", notes, OnPages: true));
    }

    public IReportSheetWriter Writer { get; }

    /// <summary>Its figures as a page shows them.</summary>
    public GlanceFigures Glance => GlanceFigures.Of(_cut, _totals);

    public void Add(ReportLine line, AwardFigures figures)
    {
        _totals.Add(figures);
        var asksForHelp = false;
        foreach (var period in _cut.Reported)
        {
            if (line.Returns[period.Place] is not { } filed)
                continue;
            _due++;
            CountReturn(filed);
            if (filed.Revision is not { } revision)
                continue;
            foreach (var breakdown in _breakdowns)
                breakdown.Add(revision, figures.In(period));
            foreach (var table in _tables)
                table.Add(period, line.Counted[period.Place]!);
            asksForHelp |= HelpSheet.IsAskedIn(revision, _cut.Sight);
        }
        // Over several periods a provider may ask again and again, and is still one.
        _helpAsked += asksForHelp ? 1 : 0;
    }

    public void Complete()
    {
        WriteReturns();
        PriorityTotals.Write(Writer, _cut, _totals);
        _totals.Write(Writer);
        foreach (var breakdown in _breakdowns)
            breakdown.Write(Writer);
        foreach (var table in _tables)
            table.Write(Writer);
    }

    private void CountReturn(ReturnInReport filed)
    {
        var entry = filed.Entry;
        if (entry.Status == ReturnStatus.Queried)
            _queried++;
        if (entry.Revision == 0)
        {
            if (entry.Status == ReturnStatus.NotStarted)
                _notStarted++;
            else
                _draft++;
            return;
        }
        if (ReturnWords.IsLate(entry, filed.Period.Period))
            _late++;
        else
            _onTime++;
        if (entry.Revision > 1)
            _corrected++;
    }

    private void WriteReturns()
    {
        WriteCounts("Glance", "At a glance", "What",
            [("Returns due", _due), ("Returns in", _onTime + _late), ("Corrected since", _corrected), ("Queried", _queried), ("Providers that ask for help", _helpAsked)]);
        WriteCounts("Returns", "Returns due, by standing", "Standing", [("In on time", _onTime), ("In late", _late), ("In draft", _draft), ("Not started", _notStarted)]);
        Writer.AddChart(new ReportChart(
            ChartKind.Bars, "Returns due, by standing", $"Bars: of {_due} returns due, {_onTime} in on time, {_late} late, {_draft} in draft, {_notStarted} not started.",
            "Returns", "standing", ["number"]));
    }

    private void WriteCounts(string id, string title, string heading, IReadOnlyList<(string Label, int Number)> counts)
    {
        Writer.BeginTable(new ReportTable(id, title, [new("standing", heading, CellKind.Text, 44), new("number", "Number", CellKind.Count, 12)]));
        foreach (var (label, number) in counts)
            Writer.WriteRow([Cell.OfText(label), Cell.OfCount(number)]);
    }
}
