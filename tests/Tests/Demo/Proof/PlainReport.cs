using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>
/// What one report must say, worked out from raw JSON with plain LINQ and none of the portal's rules: for whom it is, which awards and periods
/// it holds, and every indicator. Periods are counted from the programme's first; nothing is rounded.
/// </summary>
internal sealed class PlainReport
{
    private readonly Dictionary<(string, int, string), PlainFigure> _figures = [];
    private readonly Dictionary<(string, string, string), decimal> _profiles = [];

    public PlainReport(PlainCase data, ReportKey key)
    {
        (Case, Key) = (data, key);
        Reader = (key.Funder ?? Programme.LeadFunder.Id).Value;
        Periods = [.. Programme.Calendar.TakeWhile(period => period.Id != key.To), Programme.Period(key.To)!];
        First = Periods.Select(period => period.Id).ToList().IndexOf(key.From);
        Awards =
        [
            .. data.Demo.Awards.Where(award => IsLead || award.Contributions.Any(part => part.Funder.Value == Reader))
                .Where(award => Periods.Index().Any(period => IsUsed(award, period.Index))).OrderBy(award => award.Id.Value, StringComparer.Ordinal),
        ];
        foreach (var award in Awards)
            foreach (var planned in award.Profiles.Where(planned => IsLead || planned.Funder is null || planned.Funder.Value.Value == Reader)
                .GroupBy(planned => (planned.Indicator, planned.Period, planned.Funder)).Select(versions => versions.MaxBy(planned => planned.Version)!))
                _profiles[(award.Id.Value, planned.Indicator.Value, planned.Period.Value)] = _profiles.GetValueOrDefault((award.Id.Value, planned.Indicator.Value, planned.Period.Value)) + planned.Figure;
    }

    public PlainCase Case { get; }

    public ReportKey Key { get; }

    public Programme Programme => Case.Demo.Programme;

    public string Reader { get; }

    public bool IsLead => Reader == Programme.LeadFunder.Id.Value;

    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>The place of the first period that is reported on.</summary>
    public int First { get; }

    /// <summary>The place of the last.</summary>
    public int Last => Periods.Count - 1;

    public bool IsSpan => First < Last;

    /// <summary>The places of the periods that are reported on.</summary>
    public IEnumerable<int> Reported => Enumerable.Range(First, Last - First + 1);

    /// <summary>By id: those that the reader pays for and that reported, or should have, by the last period.</summary>
    public IReadOnlyList<Award> Awards { get; }

    public IReadOnlyList<Indicator> Indicators => Programme.Indicators;

    /// <summary>The form versions of the periods reported on, by number.</summary>
    public IReadOnlyList<PlainForm> Forms => [.. Reported.Select(Form).DistinctBy(form => form.Version).OrderBy(form => form.Version)];

    public PlainForm Form(int period) => Case.Form(Periods[period].Id.Value);

    public PlainReturn Return(Award award, int period) => Case.Return(award, Periods[period].Id.Value);

    /// <summary>The returns due in the periods reported on, by award and then period.</summary>
    public IReadOnlyList<PlainReturn> Due => [.. Awards.SelectMany(award => Reported.Select(period => Return(award, period))).Where(one => one.IsDue)];

    /// <summary>Those of them that are in.</summary>
    public IReadOnlyList<PlainReturn> In => [.. Due.Where(one => one.IsIn)];

    public bool Sees(PlainQuestion question) => question.IsSeenBy(Reader);

    public bool SeesRowOf(string? funder) => IsLead || funder is null || funder == Reader;

    /// <summary>Added up over returns: not what holds other funders' rows, nor small numbers.</summary>
    public bool SeesTableSums(PlainQuestion table) => Sees(table) && (IsLead || (!table.IsSensitive && table.Rows.All(row => row.Funder is null)));

    public PlainFigure Figure(Award award, int period, Indicator indicator)
    {
        if (!_figures.TryGetValue((award.Id.Value, period, indicator.Id.Value), out var figure))
            _figures[(award.Id.Value, period, indicator.Id.Value)] = figure = Work(award, period, indicator);
        return figure;
    }

    /// <summary>
    /// Of one award over whole periods: added; the newest, of an award that still reports in the last of them; and of people counted once, nothing
    /// over more than one.
    /// </summary>
    public PlainSum Over(Award award, Indicator indicator, int from, int to)
    {
        var figures = Enumerable.Range(from, to - from + 1).Select(period => Figure(award, period, indicator)).Where(figure => figure.Counted is not null);
        return indicator.AddsUp switch
        {
            AddsUpAs.Distinct when from < to => PlainSum.Nothing,
            AddsUpAs.Latest => Return(award, to).IsDue ? figures.LastOrDefault()?.Beside ?? PlainSum.Nothing : PlainSum.Nothing,
            _ => PlainSum.Of(figures.Select(figure => figure.Beside)),
        };
    }

    /// <summary>Of all awards.</summary>
    public PlainSum Total(Indicator indicator, int from, int to) => PlainSum.Of(Awards.Select(award => Over(award, indicator, from, to)));

    /// <summary>Of all awards in one period, whether or not they report later.</summary>
    public PlainSum InPeriod(Indicator indicator, int period) => PlainSum.Of(Awards.Select(award => Figure(award, period, indicator).Beside));

    /// <summary>The mean of an award's distances from profile, over its outcomes, or over all where no outcome has one.</summary>
    public decimal? Mean(Award award, Func<Indicator, decimal?> above)
    {
        var all = Indicators.Select(indicator => (indicator.Kind, Above: above(indicator))).Where(one => one.Above is not null).ToList();
        var outcomes = all.Where(one => one.Kind == IndicatorKind.Outcome).ToList();
        return (outcomes.Count > 0 ? outcomes : all).Average(one => one.Above);
    }

    /// <summary>An amount of an award spread over its days, as far as they lie between two days; none after its provider left.</summary>
    public static decimal Cost(Award award, decimal amount, DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(award.Start.DayNumber, award.End.DayNumber - award.Start.DayNumber + 1);
        return amount * days.Count(day => day >= from.DayNumber && day <= to.DayNumber && !(day > award.EndedOn?.DayNumber)) / days.Count();
    }

    /// <summary>A report that covers a period uses a return that is in; of those reported on, also one that is due.</summary>
    private bool IsUsed(Award award, int period) => Return(award, period) is var one && (one.IsIn || (period >= First && one.IsDue));

    private PlainFigure Work(Award award, int period, Indicator indicator)
    {
        if (!IsUsed(award, period))
            return new PlainFigure("Not asked", null, null);
        decimal? profile = _profiles.TryGetValue((award.Id.Value, indicator.Id.Value, Periods[period].Id.Value), out var planned) ? planned : null;
        var one = Return(award, period);
        if (indicator.AddsUp == AddsUpAs.Ratio)
        {
            var (part, whole) = (Figure(award, period, Part(indicator.Numerator)), Figure(award, period, Part(indicator.Denominator)));
            var both = part.Counted is not null && whole.Counted is not null ? new PlainPartOf(part.Counted.Part, whole.Counted.Part) : null;
            return new PlainFigure(Standing(part.IsAsked && whole.IsAsked, one.IsIn, both is not null), both, profile);
        }
        var asked = one.Form.Questions.Any(question => Sees(question) && (one.IsIn ? one.IsAsked(question) : one.IsPut(question))
            && one.Counted(question).Any(counted => counted.Indicator == indicator.Id.Value && SeesRowOf(counted.Funder)));
        var figures = one.Counts.Where(count => count.Indicator == indicator.Id.Value && Sees(count.Question) && SeesRowOf(count.Funder)).ToList();
        return new PlainFigure(Standing(asked, one.IsIn, figures.Count > 0), figures.Count == 0 ? null : new PlainPartOf(figures.Sum(count => count.Figure)), profile);
    }

    private static string Standing(bool asked, bool isIn, bool answered) => !asked ? "Not asked" : !isIn ? "No return" : answered ? "Reported" : "Not answered";

    private Indicator Part(IndicatorId? id) => Indicators.Single(indicator => indicator.Id == id);
}
