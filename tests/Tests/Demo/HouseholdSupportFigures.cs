using System.Text.Json.Nodes;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>
/// What the reports of household support must say, worked out from the raw JSON of its filings alone. All of its indicators add up over
/// periods. Null stands for what was asked of nobody, or answered by nobody: never for nought.
/// </summary>
internal sealed class HouseholdSupportFigures(IDemoCase demo)
{
    private readonly List<RawAnswers> _periods = [.. demo.Programme.Calendar.Select(period => new RawAnswers(demo, period.Id.Value))];

    /// <summary>Awards whose return of the period is in, by id.</summary>
    public IReadOnlyList<string> In(string period) => [.. Of(period).ByAward.Keys.Order(StringComparer.Ordinal)];

    public decimal? Figure(string period, string award, string indicator) => Of(period).ByAward.ContainsKey(award) ? Of(period).Figure(award, indicator) : null;

    /// <summary>Over all awards whose return is in.</summary>
    public decimal? PeriodTotal(string period, string indicator) => Sum(Awards.Select(award => Figure(period, award, indicator)));

    /// <summary>Of one award, over the periods from one to another, both included.</summary>
    public decimal? ToDate(string from, string to, string award, string indicator) => Sum(Span(from, to).Select(period => Figure(period, award, indicator)));

    /// <summary>Of all awards, over the periods from one to another, both included.</summary>
    public decimal? TotalToDate(string from, string to, string indicator) => Sum(Span(from, to).Select(period => PeriodTotal(period, indicator)));

    /// <summary>What was planned for an award, whether or not its return came.</summary>
    public decimal? Profile(string period, string award, string indicator) =>
        Sum(AwardOf(award).Profiles.Where(planned => planned.Period.Value == period && planned.Indicator.Value == indicator).Select(planned => (decimal?)planned.Figure));

    /// <summary>What was planned for those awards whose figure is in: what the total of the period is set against.</summary>
    public decimal? ProfileLikeForLike(string period, string indicator) =>
        Sum(Awards.Where(award => Figure(period, award, indicator) is not null).Select(award => Profile(period, award, indicator)));

    /// <summary>As <see cref="ProfileLikeForLike"/>, over the periods from one to another: an award's plan counts in those that its figure is in for.</summary>
    public decimal? ProfileToDateLikeForLike(string from, string to, string indicator) => Sum(Span(from, to).Select(period => ProfileLikeForLike(period, indicator)));

    /// <summary>A funder's part of an award's figure, before rounding: figure × contribution ÷ amount.</summary>
    public decimal? Share(string period, string award, string funder, string indicator) =>
        Figure(period, award, indicator) * AwardOf(award).Contributions.Where(part => part.Funder.Value == funder).Sum(part => part.Amount) / AwardOf(award).Amount;

    /// <summary>A funder's part of the period's total, before rounding.</summary>
    public decimal? ShareOfTotal(string period, string funder, string indicator) => Sum(Awards.Select(award => Share(period, award, funder, indicator)));

    /// <summary>A cell of a return's table, such as <c>by-kind</c>, <c>food</c>, <c>value</c>.</summary>
    public decimal? Cell(string period, string award, string table, string row, string column) =>
        Of(period).ByAward.GetValueOrDefault(award)?.GetValueOrDefault(table)?[row]?[column]?.GetValue<decimal>();

    /// <summary>A row of a table over all awards; null as well where the period's version has no such row.</summary>
    public decimal? RowTotal(string period, string table, string row, string column) => Sum(Awards.Select(award => Cell(period, award, table, row, column)));

    /// <summary>A column of a return's table.</summary>
    public decimal? ColumnTotal(string period, string award, string table, string column) => Sum(RowsOf(period, table).Select(row => Cell(period, award, table, row, column)));

    /// <summary>A question's figure over all awards, such as <c>total</c>.</summary>
    public decimal? QuestionTotal(string period, string question) =>
        Sum(Awards.Select(award => (Of(period).ByAward.GetValueOrDefault(award)?.GetValueOrDefault(question) as JsonValue)?.GetValue<decimal>()));

    /// <summary>The rows of a table in the version that the period asks; none where it has no such table.</summary>
    public IReadOnlyList<string> RowsOf(string period, string table) =>
        Of(period).Questions.TryGetValue(table, out var question) ? [.. question.Definition["rows"]!.AsArray().Select(row => row!["id"]!.ToString())] : [];

    /// <summary>The ids of the periods from one to another, both included.</summary>
    public IReadOnlyList<string> Span(string from, string to) => [.. Periods.SkipWhile(period => period != from).Take(Periods.IndexOf(to) - Periods.IndexOf(from) + 1)];

    private List<string> Periods => [.. demo.Programme.Calendar.Select(period => period.Id.Value)];

    private List<string> Awards => [.. demo.Awards.Select(award => award.Id.Value)];

    private RawAnswers Of(string period) => _periods[Periods.IndexOf(period)];

    private Award AwardOf(string award) => demo.Awards.Single(one => one.Id.Value == award);

    private static decimal? Sum(IEnumerable<decimal?> figures) => figures.OfType<decimal>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}
