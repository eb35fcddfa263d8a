using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// The indicator figures of a return's newest revision, kept apart from its answers for comparison, to-date figures and trends. An
/// indicator that was asked and not answered, or not asked, is absent.
/// </summary>
public sealed record Results(int Revision, IReadOnlyDictionary<IndicatorId, decimal> Figures)
{
    /// <summary>Adds up what the answers say of each indicator.</summary>
    /// <param name="answers">Only answers to questions that the award is asked.</param>
    public static Dictionary<IndicatorId, decimal> Of(AnswerSheet answers, Award award)
    {
        var figures = new Dictionary<IndicatorId, decimal>();
        foreach (var question in answers.Version.Questions)
            if (IndicatorOf(question, award) is { } indicator && answers[question] is { } answer && question.Figure(answer) is { } figure)
                figures[indicator] = figures.GetValueOrDefault(indicator) + figure;
        return figures;
    }

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
