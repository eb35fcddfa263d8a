using System.Globalization;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>The first sheet: which returns are in, each indicator against its profile, figures by the form's breakdowns, and the help asked for.</summary>
internal sealed class SummarySheet
{
    /// <summary>More stand only in their own words; the summary stays a page to read, and memory stays flat.</summary>
    private const int MostHelpShown = 200;

    private readonly Cut _cut;
    private readonly IndicatorTotals _totals;
    private readonly BreakdownTotals[] _breakdowns;
    private readonly List<LongTextQuestion> _helpQuestions;
    private readonly Cell[] _helpRow = new Cell[4];
    private int _due, _onTime, _late, _draft, _notStarted, _corrected, _helpAsked;
    private readonly List<(string Award, string Provider, string Question, string Words)> _help = [];

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
        foreach (var question in _helpQuestions)
            if (revision.Answers[question] is { } answer && question.Words(answer) is { } words)
                if (++_helpAsked <= MostHelpShown)
                    _help.Add((line.Award.Id.Value, line.Award.Provider.Name, question.Label, words));
    }

    public void Complete()
    {
        WriteReturns();
        _totals.Write(Writer, _cut.Programme);
        foreach (var breakdown in _breakdowns)
            breakdown.Write(Writer);
        WriteHelp();
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
        Writer.BeginTable(new ReportTable("Returns", "Returns", [new("standing", "Returns", CellKind.Text, 34), new("number", "Number", CellKind.Count, 12)]));
        Span<Cell> row = new Cell[2];
        foreach (var (label, number) in new[]
        {
            ("Due", _due), ("In on time", _onTime), ("In late", _late), ("In draft", _draft), ("Not started", _notStarted), ("Corrected since", _corrected),
        })
        {
            row[0] = Cell.OfText(label);
            row[1] = Cell.OfCount(number);
            Writer.WriteRow(row);
        }
        Writer.AddChart(new ReportChart(
            ChartKind.Bars, "Returns", $"Bars: of {_due} returns due, {_onTime} in on time, {_late} late, {_draft} in draft, {_notStarted} not started; {_corrected} corrected since.",
            "Returns", "standing", ["number"]));
    }

    private void WriteHelp()
    {
        if (_helpQuestions.Count == 0)
            return;
        Writer.BeginTable(new ReportTable("Help", "Help asked for",
            [new("award", "Award", CellKind.Text, 34), new("provider", "Provider", CellKind.Text, 34), new("question", "Question", CellKind.Text, 30, Wrap: true), new("words", "In their words", CellKind.Text, 90, Wrap: true)]));
        foreach (var (award, provider, question, words) in _help)
        {
            _helpRow[0] = Cell.OfText(award);
            _helpRow[1] = Cell.OfText(provider);
            _helpRow[2] = Cell.OfText(question);
            _helpRow[3] = Cell.OfText(words);
            Writer.WriteRow(_helpRow);
        }
        if (_helpAsked > MostHelpShown)
            Writer.WriteRow([Cell.OfText("…"), Cell.OfText($"and {_helpAsked - MostHelpShown:N0} more in the sheet In their words"), Cell.Empty, Cell.Empty]);
    }
}
