using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>Puts a submitted revision beside the period before and the profile, as far as a funder sees each.</summary>
internal sealed class SeenRevisionReader
{
    private readonly FoundReturn _current;
    private readonly Revision _revision;
    private readonly Sight _sight;
    private readonly (string From, Revision Revision, AnswerSheet Carried)? _last;
    private readonly Cell[] _now;
    private readonly Cell[]? _before;
    private readonly bool[] _seen;
    private readonly Dictionary<IndicatorId, SeenIndicator> _indicators;

    public SeenRevisionReader(FoundReturn current, Revision revision, Sight sight, (string From, Revision Revision, AnswerSheet Carried)? last)
    {
        (_current, _revision, _sight) = (current, revision, sight);
        _last = last is { Carried.Version: var asked } && asked.Number == revision.Answers.Version.Number ? last : null;
        var shown = new ShownAnswers(revision.Answers.Version, sight);
        _seen = [.. Enumerable.Range(0, shown.Columns.Count).Select(shown.Sees)];
        _now = [.. shown.Of(revision)];
        if (_last is { } known)
            _before = [.. shown.Of(known.Revision with { Answers = known.Carried, NotAsked = new bool[revision.Answers.Version.Questions.Count] })];
        _indicators = IndicatorsOf();
    }

    public SeenRevision Read()
    {
        var version = _revision.Answers.Version;
        var first = new Dictionary<Question, int>();
        var at = 0;
        foreach (var question in version.Questions)
        {
            first[question] = at;
            at += question.Columns.Count;
        }
        var sections = version.Sections
            .Select(section => new SeenSection(section, [.. section.Questions.Where(_sight.Sees).Select(question => AnswerOf(question, first[question]))]))
            .Where(section => section.Answers.Count > 0).ToList();
        return new SeenRevision(
            _revision.Number, _revision.SubmittedAt, _revision.Signatory, _revision.SecondSignatory, _revision.Minutes, _last?.From, sections,
            [.. _current.Programme.Indicators.Select(indicator => _indicators.GetValueOrDefault(indicator.Id)).OfType<SeenIndicator>()]);
    }

    private SeenAnswer AnswerOf(Question question, int first)
    {
        var asked = !_revision.NotAsked[question.Ordinal];
        var comment = _sight.HidesSmallNumbersOf(question) ? null : _revision.Answers.Comment(question);
        return question is TableQuestion table
            ? new SeenAnswer(question, asked, null, comment, null) { Table = asked && _revision.Answers[question] is not null ? TableOf(table, first) : null, Indicator = IndicatorOf(question) }
            : new SeenAnswer(question, asked, _revision.Answers[question], comment, _last?.Carried[question]) { Indicator = IndicatorOf(question) };
    }

    private SeenTable TableOf(TableQuestion table, int first)
    {
        var wide = table.TableColumns.Count + (table.RowTotals ? 1 : 0);
        var rows = new List<SeenRow>();
        for (var row = 0; row <= table.Rows.Count; row++)
        {
            // The totals have no total of their own where the form shows none.
            var from = first + (row * wide);
            var count = Math.Min(wide, first + table.Columns.Count - from);
            if (count > 0 && _seen[from])
                rows.Add(new SeenRow(
                    row < table.Rows.Count ? table.Rows[row].Label : null, _now[from..(from + count)], _before is null ? [] : _before[from..(from + count)]));
        }
        return new SeenTable(
            [.. table.TableColumns.Select(column => column.Label), .. table.RowTotals ? ["Total"] : Array.Empty<string>()], rows,
            rows.Exists(row => row.Last.Any(cell => cell.Kind is not (CellKind.Empty or CellKind.NotAsked))));
    }

    /// <summary>Where the question alone says what an indicator counts, and nothing of it is hidden.</summary>
    private SeenIndicator? IndicatorOf(Question question) =>
        question.IsFigure && _sight.SeesWhole(question) && Results.IndicatorOf(question, _current.Award) is { } indicator
        && _revision.Answers.Version.Questions.Count(other => Counts(other, indicator)) == 1
            ? _indicators.GetValueOrDefault(indicator)
            : null;

    private bool Counts(Question question, IndicatorId indicator) => question.Measures.Any(measure => Results.IndicatorsOf(question, measure, _current.Award).Contains(indicator));

    private Dictionary<IndicatorId, SeenIndicator> IndicatorsOf()
    {
        var (programme, award) = (_current.Programme, _current.Award);
        var now = SeenFigures.Of(_revision.Answers, programme, award, _sight);
        var last = _last is { } known ? SeenFigures.Of(known.Revision.Answers, programme, award, _sight) : new Dictionary<IndicatorId, decimal>();
        var indicators = new Dictionary<IndicatorId, SeenIndicator>();
        foreach (var indicator in programme.Indicators)
        {
            decimal? actual = now.TryGetValue(indicator.Id, out var figure) ? figure : null, before = last.TryGetValue(indicator.Id, out var earlier) ? earlier : null;
            decimal? profile = null;
            foreach (var planned in award.ProfilesOf(indicator.Id, _current.Period.Id).Where(planned => _sight.SeesRowOf(planned.Funder)))
                profile = (profile ?? 0) + planned.Figure;
            if ((actual is not null || before is not null || profile is not null) && !IsHidden(indicator))
                indicators[indicator.Id] = new SeenIndicator(
                    indicator, Text(indicator, actual), Text(indicator, before), Text(indicator, profile), IndicatorCells.ToOneDecimal(Comparison.DifferenceOf(profile, actual)));
        }
        return indicators;
    }

    /// <summary>Whether only questions that the reader does not see count it: to say that there is no figure would be wrong.</summary>
    private bool IsHidden(Indicator indicator)
    {
        IndicatorId[] counted = indicator is { Numerator: { } numerator, Denominator: { } denominator } ? [numerator, denominator] : [indicator.Id];
        return counted.Any(one => _revision.Answers.Version.Questions.Where(question => Counts(question, one)).ToList() is { Count: > 0 } questions && !questions.Exists(_sight.Sees));
    }

    private static string Text(Indicator indicator, decimal? figure) => ReadableCell.Of(IndicatorCells.Of(indicator, figure));
}
