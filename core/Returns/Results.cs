using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// The indicator figures of a return's newest revision, kept apart from its answers for comparison, to-date figures and trends. An
/// indicator that was asked and not answered, or not asked, is absent.
/// </summary>
/// <param name="Figures">What the return says of each indicator by itself; a ratio's numerator and denominator are indicators of their own.</param>
public sealed record Results(int Revision, IReadOnlyDictionary<IndicatorId, decimal> Figures)
{
    /// <summary>The version of the form that the revision answers.</summary>
    public int FormVersion { get; init; }

    /// <summary>What it counts, by <see cref="CountedMeasures"/>; empty where only the indicators were read.</summary>
    public IReadOnlyList<decimal?> Measures { get; init; } = [];

    /// <summary>Of a revision's answers.</summary>
    public static Results Of(int revision, AnswerSheet answers, Award award) =>
        new(revision, Of(answers, award)) { FormVersion = answers.Version.Number, Measures = CountedMeasures.Of(answers) };

    /// <summary>Adds up what the answers say of each indicator.</summary>
    /// <param name="answers">Only answers to questions that the award is asked.</param>
    public static Dictionary<IndicatorId, decimal> Of(AnswerSheet answers, Award award)
    {
        var figures = new Dictionary<IndicatorId, decimal>();
        var counted = CountedMeasures.Of(answers);
        foreach (var question in answers.Version.Questions)
            for (var place = 0; place < question.Measures.Count; place++)
                if (counted[question.FirstMeasure + place] is { } figure)
                    foreach (var indicator in IndicatorsOf(question, question.Measures[place], award))
                        figures[indicator] = figures.GetValueOrDefault(indicator) + figure;
        return figures;
    }

    /// <summary>The indicators that a measure adds to for an award.</summary>
    public static IReadOnlyList<IndicatorId> IndicatorsOf(Question question, Measure measure, Award award) =>
        question is { CountsAgreedOutcome: true, AgreedOutcome: { } number }
            ? measure.Kind != MeasureKind.ColumnTotal && number <= award.AgreedOutcomes.Count && award.AgreedOutcomes[number - 1].Indicator is { } agreed ? [agreed] : []
            : question.AgreedOutcome > award.AgreedOutcomes.Count ? [] : measure.Indicators;

    /// <summary>The indicator that a figure of the question adds to for an award; null where it adds to none.</summary>
    public static IndicatorId? IndicatorOf(Question question, FigureReference figure, Award award) =>
        question is TableQuestion table && figure.Column is { } column && !table.IsFigure
            ? table.TableColumns[table.PlaceOf(column)].Indicator
            : IndicatorOf(question, award);

    /// <summary>The indicator that the question's answer adds to for an award; null where it adds to none.</summary>
    public static IndicatorId? IndicatorOf(Question question, Award award)
    {
        if (question.AgreedOutcome is not { } number)
            return question.Indicator;
        if (number > award.AgreedOutcomes.Count)
            return null;
        return question.CountsAgreedOutcome ? award.AgreedOutcomes[number - 1].Indicator : question.Indicator;
    }
}
