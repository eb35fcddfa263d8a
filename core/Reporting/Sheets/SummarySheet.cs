using System.Globalization;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The first sheet: which returns are in, each indicator against its profile, and figures by the form's breakdowns.</summary>
internal sealed class SummarySheet
{
    private readonly Cut _cut;
    private readonly IndicatorTotals _totals;
    private readonly BreakdownTotals[] _breakdowns;
    private readonly List<LongTextQuestion> _helpQuestions;
    private int _due, _onTime, _late, _draft, _notStarted, _corrected, _helpAsked;

    public SummarySheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _totals = new IndicatorTotals(cut.Programme.Indicators);
        _breakdowns = [.. cut.Version.Questions.OfType<OneChoiceQuestion>().Where(question => question.Breakdown).Select(question => new BreakdownTotals(question, cut.Programme.Indicators))];
        _helpQuestions = [.. cut.Version.Questions.OfType<LongTextQuestion>().Where(question => question.AsksForHelp)];
        var (programme, manifest) = (cut.Programme, cut.Manifest);
        Writer = report.AddSheet(new ReportSheet(
            "Summary", $"{programme.Name}: {cut.Period.Name}",
            [
                $"Consolidated monitoring report for {programme.LeadFunder.Name}, from the returns in at {UkTime.Local(manifest.CutAt).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} (UK time).",
                "Empty: asked and not answered. “Not asked”: the question was not put to this award. 0: the provider answered nought.",
            ]));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, IndicatorFigure[] figures)
    {
        _due++;
        CountReturn(line.Entry);
        _totals.Add(figures);
        if (line.Revision is not { } revision)
            return;
        foreach (var breakdown in _breakdowns)
            breakdown.Add(revision, figures);
        if (_helpQuestions.Exists(question => revision.Answers[question] is not null))
            _helpAsked++;
    }

    public void Complete()
    {
        WriteReturns();
        _totals.Write(Writer, _cut.Programme);
        foreach (var breakdown in _breakdowns)
            breakdown.Write(Writer);
    }

    private void CountReturn(ManifestEntry entry)
    {
        if (entry.Revision == 0)
        {
            if (entry.Status == ReturnStatus.NotStarted)
                _notStarted++;
            else
                _draft++;
            return;
        }
        if (ReturnWords.IsLate(entry, _cut.Period))
            _late++;
        else
            _onTime++;
        if (entry.Revision > 1)
            _corrected++;
    }

    private void WriteReturns()
    {
        WriteCounts("Glance", "At a glance", "What", [("Returns due", _due), ("Returns in", _onTime + _late), ("Corrected since", _corrected), ("Providers that ask for help", _helpAsked)]);
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
