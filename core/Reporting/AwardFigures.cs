using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// The figures of all the programme's indicators for one award of a report: period by period, over the periods reported on, and to date.
/// Used again for each line, so that memory doesn't grow.
/// </summary>
public sealed class AwardFigures
{
    private readonly Cut _cut;
    private readonly IReadOnlyList<Indicator> _indicators;
    private readonly Dictionary<int, IndicatorMap> _maps = [];
    private readonly IndicatorFigure[][] _byPeriod;
    private readonly Amount?[] _counted;
    private readonly bool[] _asked;
    private readonly Dictionary<(int Indicator, int Funder), decimal> _own = [];
    private readonly AwardProfiles _profiles;
    private readonly (int Numerator, int Denominator)[] _parts;
    private ReportLine? _line;

    public AwardFigures(Cut cut)
    {
        _cut = cut;
        _indicators = cut.Programme.Indicators;
        foreach (var version in cut.Versions)
            _maps[version.Number] = new IndicatorMap(version, cut);
        _byPeriod = [.. cut.Periods.Select(_ => new IndicatorFigure[_indicators.Count])];
        (_counted, _asked) = (new Amount?[_indicators.Count], new bool[_indicators.Count]);
        (Span, ToDate) = (new Comparison[_indicators.Count], new Comparison[_indicators.Count]);
        _profiles = new AwardProfiles(cut);
        OwnRows = new OwnRows(cut);
        _parts = [.. _indicators.Select(indicator => indicator.AddsUp == AddsUpAs.Ratio ? (PlaceOf(indicator, indicator.Numerator), PlaceOf(indicator, indicator.Denominator)) : (-1, -1))];
    }

    /// <summary>Over the periods reported on, by indicator.</summary>
    public Comparison[] Span { get; }

    /// <summary>Over all periods up to the last one reported on, by indicator.</summary>
    public Comparison[] ToDate { get; }

    /// <summary>The same of rows that belong to a funder, over all awards so far.</summary>
    public OwnRows OwnRows { get; }

    /// <summary>The figures of a period, by indicator.</summary>
    public IndicatorFigure[] In(CutPeriod period) => _byPeriod[period.Place];

    /// <summary>Over the periods up to one of those reported on.</summary>
    public Comparison UpTo(CutPeriod last, int indicator)
    {
        var comparison = default(Comparison);
        Accumulate(ref comparison, indicator, 0, last.Place);
        return comparison;
    }

    /// <summary>Takes the figures of a line, in place of those of the line before.</summary>
    public void Read(ReportLine line)
    {
        _line = line;
        _profiles.Read(line.Award);
        foreach (var period in _cut.Periods)
            ReadPeriod(line, period);
        var first = _cut.Reported[0].Place;
        for (var indicator = 0; indicator < _indicators.Count; indicator++)
        {
            (Span[indicator], ToDate[indicator]) = (default, default);
            Accumulate(ref Span[indicator], indicator, first, _cut.Last.Place);
            Accumulate(ref ToDate[indicator], indicator, 0, _cut.Last.Place);
        }
    }

    /// <summary>Adds an award's figures up over periods, as the indicator adds up.</summary>
    private void Accumulate(ref Comparison comparison, int indicator, int from, int to)
    {
        switch (_indicators[indicator].AddsUp)
        {
            case AddsUpAs.Latest:
                // What an award that has ended said last stands for nothing any more.
                if (_line!.Returns[to] is null)
                    return;
                for (var place = to; place >= from; place--)
                    if (_byPeriod[place][indicator].Counted is not null)
                    {
                        comparison.Add(_byPeriod[place][indicator]);
                        return;
                    }
                return;
            case AddsUpAs.Distinct when from < to:
                return;
            default:
                for (var place = from; place <= to; place++)
                    comparison.Add(_byPeriod[place][indicator]);
                return;
        }
    }

    private void ReadPeriod(ReportLine line, CutPeriod period)
    {
        var figures = _byPeriod[period.Place];
        var (counted, revision) = (line.Counted[period.Place], line.Returns[period.Place]?.Revision);
        var due = counted is not null || line.Returns[period.Place] is not null || (!period.Reported && line.Award.ReportsFor(period.Period));
        Array.Clear(_counted);
        Array.Clear(_asked);
        _own.Clear();
        if (due)
            foreach (var entry in _maps[period.Version.Number].Entries)
            {
                var indicator = entry.IndicatorFor(line.Award, _cut.Programme);
                if (indicator < 0 || revision?.NotAsked[entry.Question.Ordinal] == true || !AskedAnswers.IsAskedOf(entry.Question, line.Award, period.Period))
                    continue;
                _asked[indicator] = true;
                if (counted?[entry.Measure] is not { } figure)
                    continue;
                _counted[indicator] = Amount.Add(_counted[indicator], new Amount(figure));
                if (entry.Funder >= 0)
                    _own[(indicator, entry.Funder)] = _own.GetValueOrDefault((indicator, entry.Funder)) + figure;
            }
        // Several rows of a funder have one profile together.
        foreach (var ((indicator, funder), figure) in _own)
            OwnRows.Add(indicator, funder, period, figure, _profiles.OfRow(indicator, period, funder));
        for (var indicator = 0; indicator < figures.Length; indicator++)
        {
            var (numerator, denominator) = _parts[indicator];
            if (numerator >= 0)
            {
                _asked[indicator] = _asked[numerator] && _asked[denominator];
                _counted[indicator] = _counted[numerator] is { } part && _counted[denominator] is { } whole ? new Amount(part.Figure, whole.Figure) : null;
            }
            var profile = due ? _profiles.Of(indicator, period) : null;
            figures[indicator] = !_asked[indicator] ? new IndicatorFigure(FigureStanding.NotAsked, profile, null)
                : counted is null ? new IndicatorFigure(FigureStanding.NoReturn, profile, null)
                : _counted[indicator] is { } actual ? new IndicatorFigure(FigureStanding.Reported, profile, actual)
                : new IndicatorFigure(FigureStanding.NotAnswered, profile, null);
        }
    }

    private int PlaceOf(Indicator ratio, IndicatorId? part)
    {
        for (var place = 0; place < _indicators.Count; place++)
            if (_indicators[place].Id == part && _indicators[place].AddsUp != AddsUpAs.Ratio)
                return place;
        throw new InvalidDataException($"The ratio {ratio.Id} needs a numerator and a denominator among the indicators of programme {_cut.Programme.Id}.");
    }
}

/// <summary>Which measures of a form version count towards which indicators, as far as the reader may see them.</summary>
internal sealed class IndicatorMap
{
    public IndicatorMap(FormVersion version, Cut cut)
    {
        var indicators = cut.Programme.Indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var funders = cut.Programme.Funders.Select((funder, place) => (funder.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var entries = new List<Entry>();
        foreach (var question in version.Questions)
            for (var place = 0; place < question.Measures.Count; place++)
            {
                var measure = question.Measures[place];
                if (!cut.Sight.CountsIn(question, measure))
                    continue;
                var funder = measure.Funder is { } owner && funders.TryGetValue(owner, out var known) ? known : -1;
                if (question.CountsAgreedOutcome && measure.Kind != MeasureKind.ColumnTotal)
                    entries.Add(new Entry(question, question.FirstMeasure + place, -1, funder));
                else if (!question.CountsAgreedOutcome)
                    entries.AddRange(measure.Indicators.Where(indicators.ContainsKey).Select(indicator => new Entry(question, question.FirstMeasure + place, indicators[indicator], funder)));
            }
        Entries = [.. entries];
    }

    public Entry[] Entries { get; }

    /// <param name="Indicator">Its place in the programme; -1 where the award's agreed outcome says which it is.</param>
    /// <param name="Funder">The place of the funder whose row it is; -1 for none.</param>
    internal sealed record Entry(Question Question, int Measure, int Indicator, int Funder)
    {
        /// <summary>The indicator that it counts towards for an award; -1 for none.</summary>
        public int IndicatorFor(Award award, Programme programme)
        {
            if (Question.AgreedOutcome is not { } number)
                return Indicator;
            if (number > award.AgreedOutcomes.Count)
                return -1;
            if (Indicator >= 0)
                return Indicator;
            if (award.AgreedOutcomes[number - 1].Indicator is not { } agreed)
                return -1;
            for (var place = 0; place < programme.Indicators.Count; place++)
                if (programme.Indicators[place].Id == agreed)
                    return place;
            return -1;
        }
    }
}
