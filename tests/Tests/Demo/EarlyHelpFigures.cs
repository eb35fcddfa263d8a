using System.Text.Json.Nodes;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>
/// What the reports of early help must say, worked out from the raw JSON of its filings with plain LINQ, without any of the portal's own
/// rules. A span is whole quarters, first and last included. Null where there is nothing to show. Nothing is rounded; shares are per cent.
/// </summary>
internal sealed class EarlyHelpFigures
{
    private readonly IDemoCase _demo;
    private readonly List<string> _quarters;
    private readonly Dictionary<string, RawAnswers> _raw;

    public EarlyHelpFigures(IDemoCase demo)
    {
        _demo = demo;
        _quarters = [.. demo.Programme.Calendar.Select(quarter => quarter.Id.Value)];
        _raw = _quarters.ToDictionary(quarter => quarter, quarter => new RawAnswers(demo, quarter), StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Quarters => _quarters;

    /// <summary>From the programme's first quarter.</summary>
    public string First => _quarters[0];

    public IReadOnlyList<string> Awards => [.. _demo.Awards.Select(award => award.Id.Value)];

    /// <summary>The awards that a funder pays a part of.</summary>
    public IReadOnlyList<string> AwardsOf(string funder) =>
        [.. _demo.Awards.Where(award => award.Contributions.Any(part => part.Funder.Value == funder)).Select(award => award.Id.Value)];

    public bool IsIn(string award, string quarter) => _raw[quarter].ByAward.ContainsKey(award);

    /// <summary>An award's answer as it was sent, in its newest revision.</summary>
    public JsonNode? Answer(string award, string quarter, string question) => IsIn(award, quarter) ? _raw[quarter].ByAward[award].GetValueOrDefault(question) : null;

    /// <summary>An award's figure in one quarter.</summary>
    public decimal? Figure(string award, string indicator, string quarter) => Over(award, indicator, quarter, quarter);

    /// <summary>
    /// An award's figure over a span: added; the newest; numerators over denominators; and of people counted once, none over more than one
    /// quarter.
    /// </summary>
    public decimal? Over(string award, string indicator, string from, string to) => Of(indicator).AddsUp switch
    {
        AddsUpAs.Sum => Sum(Counted(award, indicator, from, to)),
        AddsUpAs.Latest => Counted(award, indicator, from, to).Cast<decimal?>().LastOrDefault(),
        AddsUpAs.Distinct => from == to ? Sum(Counted(award, indicator, from, to)) : null,
        _ => ShareOver([award], indicator, from, to),
    };

    /// <summary>The figures of several awards together in one quarter.</summary>
    public decimal? Total(IEnumerable<string> awards, string indicator, string quarter) => TotalOver(awards, indicator, quarter, quarter);

    /// <summary>The figures of several awards together over a span.</summary>
    public decimal? TotalOver(IEnumerable<string> awards, string indicator, string from, string to) =>
        Of(indicator).AddsUp == AddsUpAs.Ratio ? ShareOver(awards, indicator, from, to) : Sum(awards.Select(award => Over(award, indicator, from, to)).OfType<decimal>());

    /// <summary>The figure planned for an award in a quarter, as it was agreed last.</summary>
    public decimal? Profile(string award, string indicator, string quarter) =>
        _demo.Awards.Single(one => one.Id.Value == award).Profiles.Where(planned => planned.Indicator.Value == indicator && planned.Period.Value == quarter)
            .OrderBy(planned => planned.Version).Select(planned => (decimal?)planned.Figure).LastOrDefault();

    /// <summary>
    /// What was planned for the awards and quarters of a span whose figures are in, like for like: added; for the newest figure, its own
    /// quarter's; for a share, what it would be had each award met its own on those it counted.
    /// </summary>
    public decimal? ProfileOver(IEnumerable<string> awards, string indicator, string from, string to)
    {
        var planned = awards.SelectMany(award => InOf(award, indicator, from, to).Select(quarter => (Award: award, Quarter: quarter, Profile: Profile(award, indicator, quarter))))
            .Where(one => one.Profile is not null).ToList();
        if (planned.Count == 0)
            return null;
        if (Of(indicator).AddsUp != AddsUpAs.Ratio)
            return planned.Sum(one => one.Profile);
        var denominators = planned.Select(one => Raw(one.Award, Of(indicator).Denominator!.Value.Value, one.Quarter)!.Value).ToList();
        return denominators.Sum() == 0 ? null : planned.Zip(denominators).Sum(one => one.First.Profile * one.Second) / denominators.Sum();
    }

    /// <summary>The actual figures that can be set against <see cref="ProfileOver"/>: of awards and quarters that have both.</summary>
    public decimal? ComparedOver(IEnumerable<string> awards, string indicator, string from, string to)
    {
        var both = awards.SelectMany(award => InOf(award, indicator, from, to).Where(quarter => Profile(award, indicator, quarter) is not null).Select(quarter => (Award: award, Quarter: quarter))).ToList();
        return Of(indicator) is { AddsUp: AddsUpAs.Ratio } ratio
            ? Share(both.Sum(one => Raw(one.Award, ratio.Numerator!.Value.Value, one.Quarter)!.Value), both.Sum(one => Raw(one.Award, ratio.Denominator!.Value.Value, one.Quarter)!.Value))
            : Sum(both.Select(one => Raw(one.Award, indicator, one.Quarter)!.Value));
    }

    /// <summary>A funder's part of an award's figure over a span: the figure × its contribution ÷ the award's amount.</summary>
    public decimal? Attributed(string award, string indicator, string from, string to, string funder)
    {
        var paid = _demo.Awards.Single(one => one.Id.Value == award);
        return Over(award, indicator, from, to) * paid.Contributions.Where(part => part.Funder.Value == funder).Sum(part => part.Amount) / paid.Amount;
    }

    /// <summary>A funder's part of the figures of all awards that it pays for.</summary>
    public decimal? AttributedTotal(string indicator, string from, string to, string funder) =>
        Sum(AwardsOf(funder).Select(award => Attributed(award, indicator, from, to, funder)).OfType<decimal>());

    /// <summary>A cell of a table as an award sent it; null where it left it empty.</summary>
    public decimal? Cell(string award, string table, string row, string quarter) => Answer(award, quarter, table)?[row]?["children"]?.GetValue<decimal>();

    /// <summary>A table's row over several awards in one quarter: people counted once, so never over more.</summary>
    public decimal? RowTotal(IEnumerable<string> awards, string table, string row, string quarter) => Sum(awards.Select(award => Cell(award, table, row, quarter)).OfType<decimal>());

    private decimal? ShareOver(IEnumerable<string> awards, string indicator, string from, string to)
    {
        var (numerator, denominator) = (Of(indicator).Numerator!.Value.Value, Of(indicator).Denominator!.Value.Value);
        var of = awards.SelectMany(award => InOf(award, indicator, from, to).Select(quarter => (Award: award, Quarter: quarter))).ToList();
        return Share(of.Sum(one => Raw(one.Award, numerator, one.Quarter)!.Value), of.Sum(one => Raw(one.Award, denominator, one.Quarter)!.Value));
    }

    /// <summary>The quarters that count towards an award's figure: for a newest figure one at most, and for people counted once only a span of one.</summary>
    private List<string> InOf(string award, string indicator, string from, string to) => Of(indicator).AddsUp switch
    {
        AddsUpAs.Ratio => [.. Span(from, to).Where(quarter => Raw(award, Of(indicator).Numerator!.Value.Value, quarter) is not null && Raw(award, Of(indicator).Denominator!.Value.Value, quarter) is not null)],
        AddsUpAs.Latest => [.. Span(from, to).Where(quarter => Raw(award, indicator, quarter) is not null).TakeLast(1)],
        AddsUpAs.Distinct when from != to => [],
        _ => [.. Span(from, to).Where(quarter => Raw(award, indicator, quarter) is not null)],
    };

    private IEnumerable<decimal> Counted(string award, string indicator, string from, string to) => Span(from, to).Select(quarter => Raw(award, indicator, quarter)).OfType<decimal>();

    private decimal? Raw(string award, string indicator, string quarter) => IsIn(award, quarter) ? _raw[quarter].Figure(award, indicator) : null;

    private IEnumerable<string> Span(string from, string to) => _quarters[_quarters.IndexOf(from)..(_quarters.IndexOf(to) + 1)];

    private Indicator Of(string indicator) => _demo.Programme.Indicators.Single(one => one.Id.Value == indicator);

    private static decimal? Sum(IEnumerable<decimal> figures) => figures.ToList() is { Count: > 0 } some ? some.Sum() : null;

    private static decimal? Share(decimal part, decimal whole) => whole == 0 ? null : part * 100 / whole;
}
