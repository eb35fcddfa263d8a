using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>What stands between answers and a submission.</summary>
internal static class Judged
{
    public static IReadOnlyList<Finding> Of(FormVersion version, params (string Question, string Json)[] answers) => Of(version, An.Award(), null, answers);

    public static IReadOnlyList<Finding> Of(FormVersion version, Award award, Results? last, params (string Question, string Json)[] answers) =>
        Of(new AskedAnswers(Answers.Sheet(version, answers), award, A.Period()), last);

    public static IReadOnlyList<Finding> Of(AskedAnswers answers, Results? last = null) =>
        new CheckedReturn(answers, Identifier.Parse<PeriodId>("2026-h2"), last).Judge().All;

    /// <summary>The period before's results for one indicator.</summary>
    public static Results Last(string indicator, decimal figure) =>
        new(1, new Dictionary<IndicatorId, decimal> { [Identifier.Parse<IndicatorId>(indicator)] = figure });
}
