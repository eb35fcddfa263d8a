using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>What one return says of each indicator, as far as a reader may see it: by the same rule as in reports.</summary>
public static class SeenFigures
{
    /// <param name="answers">Only answers to questions that the award is asked.</param>
    /// <param name="sight">Null: everything is seen.</param>
    public static IReadOnlyDictionary<IndicatorId, decimal> Of(AnswerSheet answers, Programme programme, Award award, Sight? sight)
    {
        var figures = new Dictionary<IndicatorId, decimal>();
        var counted = CountedMeasures.Of(answers);
        foreach (var question in answers.Version.Questions)
            for (var place = 0; place < question.Measures.Count; place++)
                if (counted[question.FirstMeasure + place] is { } figure && sight?.CountsIn(question, question.Measures[place]) != false)
                    foreach (var indicator in Results.IndicatorsOf(question, question.Measures[place], award))
                        figures[indicator] = figures.GetValueOrDefault(indicator) + figure;
        foreach (var ratio in programme.Indicators.Where(indicator => indicator.AddsUp == AddsUpAs.Ratio))
            if (ratio is { Numerator: { } numerator, Denominator: { } denominator } && figures.TryGetValue(numerator, out var part) && figures.TryGetValue(denominator, out var whole)
                && new Amount(part, whole).Value is { } percent)
                figures[ratio.Id] = percent;
        return figures;
    }
}
