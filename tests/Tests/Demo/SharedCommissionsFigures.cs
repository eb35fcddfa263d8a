using System.Text.Json.Nodes;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Demo;

/// <summary>A figure beside its profile.</summary>
internal sealed record AgainstProfile(decimal Actual, decimal Profile)
{
    /// <summary>Per cent above profile; below it, negative.</summary>
    public decimal Above => ((Actual / Profile) - 1) * 100;
}

/// <summary>
/// What the reports of the shared commissions must say, worked out from the raw answers and the awards as they were agreed with plain LINQ.
/// A span is one period or more, in time order; ids are written as they stand in the data.
/// </summary>
internal sealed class SharedCommissionsFigures(SharedCommissionsCase demo)
{
    private readonly Dictionary<string, RawAnswers> _raw =
        demo.Programme.Calendar.ToDictionary(period => period.Id.Value, period => new RawAnswers(demo, period.Id.Value), StringComparer.Ordinal);

    private readonly Dictionary<(string, string, string), decimal?> _figures = [];

    private readonly Dictionary<(string, string, string, string?), decimal?> _profiles = demo.Awards.SelectMany(award => award.Profiles.Select(planned => (award, planned)))
        .GroupBy(one => (one.award.Id.Value, one.planned.Indicator.Value, one.planned.Period.Value, one.planned.Funder?.Value))
        .ToDictionary(versions => versions.Key, versions => (decimal?)versions.MaxBy(one => one.planned.Version).planned.Figure);

    public IReadOnlyList<string> Periods { get; } = [.. demo.Programme.Calendar.Select(period => period.Id.Value)];

    public IReadOnlyList<string> Awards { get; } = [.. demo.Awards.Select(award => award.Id.Value)];

    public IReadOnlyList<string> Boroughs { get; } = [.. demo.Programme.CoFunders.Select(funder => funder.Id.Value)];

    /// <summary>From the first of two periods to the second.</summary>
    public IReadOnlyList<string> Span(string from, string to) => [.. Periods.SkipWhile(period => period != from).TakeWhile(period => period != to), to];

    /// <summary>From the programme's first period to this one.</summary>
    public IReadOnlyList<string> ToDate(string period) => Span(Periods[0], period);

    public bool IsIn(string period, string award) => _raw[period].ByAward.ContainsKey(award);

    /// <summary>What an award reported of an indicator in a period; null where it reported nothing.</summary>
    public decimal? Figure(string period, string award, string indicator)
    {
        if (!IsIn(period, award))
            return null;
        if (!_figures.TryGetValue((period, award, indicator), out var figure))
            _figures[(period, award, indicator)] = figure = _raw[period].Figure(award, indicator);
        return figure;
    }

    /// <summary>Over a span: added up, or the newest where the indicator's newest figure stands for the time so far.</summary>
    public decimal? Figure(IReadOnlyList<string> span, string award, string indicator)
    {
        var figures = span.Select(period => Figure(period, award, indicator)).OfType<decimal>().ToList();
        return figures.Count == 0 ? null : IndicatorOf(indicator).AddsUp == AddsUpAs.Latest ? figures[^1] : figures.Sum();
    }

    /// <summary>Over all awards.</summary>
    public decimal? Total(IReadOnlyList<string> span, string indicator)
    {
        var figures = Awards.Select(award => Figure(span, award, indicator)).OfType<decimal>().ToList();
        return figures.Count == 0 ? null : figures.Sum();
    }

    /// <summary>What a borough's row says of an indicator that an award agreed; null where the row was left empty.</summary>
    public decimal? BoroughFigure(string period, string award, string indicator, string borough)
    {
        if (!IsIn(period, award) || OutcomeNumber(award, indicator) is not { } number)
            return null;
        var (_, definition) = _raw[period].Questions[$"achieved-{number}"];
        var row = definition["rows"]!.AsArray().Single(one => one!["funder"]!.ToString() == borough)!["id"]!.ToString();
        return _raw[period].ByAward[award][$"achieved-{number}"][row]?["actual"]?.GetValue<decimal>();
    }

    public decimal? BoroughFigure(IReadOnlyList<string> span, string award, string indicator, string borough)
    {
        var figures = span.Select(period => BoroughFigure(period, award, indicator, borough)).OfType<decimal>().ToList();
        return figures.Count == 0 ? null : figures.Sum();
    }

    /// <summary>What is planned for a borough in a period, in the newest version.</summary>
    public decimal? BoroughProfile(string period, string award, string indicator, string borough) => _profiles.GetValueOrDefault((award, indicator, period, borough));

    /// <summary>What is planned for a period over all boroughs.</summary>
    public decimal? Profile(string period, string award, string indicator)
    {
        var planned = Boroughs.Select(borough => BoroughProfile(period, award, indicator, borough)).OfType<decimal>().ToList();
        return planned.Count == 0 ? null : planned.Sum();
    }

    /// <summary>An award's figure beside its profile, over the periods of the span whose figure is in; null where there are none.</summary>
    public AgainstProfile? Against(IReadOnlyList<string> span, string award, string indicator) =>
        Sum(span.Select(period => Beside(Figure(period, award, indicator), Profile(period, award, indicator))));

    /// <summary>The same of one borough's rows.</summary>
    public AgainstProfile? BoroughAgainst(IReadOnlyList<string> span, string award, string indicator, string borough) =>
        Sum(span.Select(period => Beside(BoroughFigure(period, award, indicator, borough), BoroughProfile(period, award, indicator, borough))));

    /// <summary>The same over all awards.</summary>
    public AgainstProfile? Against(IReadOnlyList<string> span, string indicator) => Sum(Awards.Select(award => Against(span, award, indicator)));

    /// <summary>The outcomes of a priority together.</summary>
    public AgainstProfile? OfPriority(IReadOnlyList<string> span, string priority) =>
        Sum(demo.Programme.Indicators.Where(indicator => indicator.Priority == priority && indicator.Kind == IndicatorKind.Outcome).Select(indicator => Against(span, indicator.Id.Value)));

    /// <summary>Per cent above profile on average over an award's indicators, by which it is banded; null where no figure is in.</summary>
    public decimal? AverageAbove(IReadOnlyList<string> span, string award)
    {
        var above = AwardOf(award).AgreedOutcomes.Select(outcome => Against(span, award, outcome.Indicator!.Value.Value)?.Above).OfType<decimal>().ToList();
        return above.Count == 0 ? null : above.Average();
    }

    /// <summary>The part of an award's figure that goes by a funder's part of its amount.</summary>
    public decimal? Share(IReadOnlyList<string> span, string award, string indicator, string funder) =>
        Figure(span, award, indicator) * AwardOf(award).Contributions.Where(part => part.Funder.Value == funder).Sum(part => part.Amount) / AwardOf(award).Amount;

    /// <summary>A row of a table of people over all awards; null where nobody answered it.</summary>
    public decimal? RowTotal(IReadOnlyList<string> span, string question, string row)
    {
        var cells = span.SelectMany(period => _raw[period].ByAward.Values).Select(answers => answers.GetValueOrDefault(question)?[row] as JsonObject)
            .SelectMany(columns => columns is null ? [] : columns.Select(column => column.Value!.GetValue<decimal>())).ToList();
        return cells.Count == 0 ? null : cells.Sum();
    }

    public Indicator IndicatorOf(string indicator) => demo.Programme.Indicators.Single(one => one.Id.Value == indicator);

    private Award AwardOf(string award) => demo.Awards.Single(one => one.Id.Value == award);

    /// <summary>Its place among the award's agreed outcomes, from 1.</summary>
    private int? OutcomeNumber(string award, string indicator) =>
        AwardOf(award).AgreedOutcomes.Index().Where(outcome => outcome.Item.Indicator?.Value == indicator).Select(outcome => (int?)outcome.Index + 1).SingleOrDefault();

    private static AgainstProfile? Beside(decimal? actual, decimal? profile) => actual is { } known && profile is { } planned ? new(known, planned) : null;

    private static AgainstProfile? Sum(IEnumerable<AgainstProfile?> parts)
    {
        var known = parts.OfType<AgainstProfile>().ToList();
        return known.Count == 0 ? null : new(known.Sum(part => part.Actual), known.Sum(part => part.Profile));
    }
}
