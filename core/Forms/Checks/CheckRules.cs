using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms.Checks;

/// <summary>The one register of check rules, and what each takes.</summary>
public static class CheckRules
{
    private static readonly Dictionary<string, Func<CheckDocument, QuestionId, Check>> Makers = new(StringComparer.Ordinal)
    {
        ["min"] = (check, question) => new MinCheck(check, question),
        ["max"] = (check, question) => new MaxCheck(check, question),
        ["equalsTotalOf"] = (check, question) => new EqualsTotalOfCheck(check, question),
        ["sumAtMost"] = (check, question) => new SumAtMostCheck(check, question),
        ["notBefore"] = (check, question) => new NotBeforeCheck(check, question),
        ["shareAtMost"] = (check, question) => new ShareAtMostCheck(check, question),
        ["changeSinceLast"] = (check, question) => new ChangeSinceLastCheck(check, question),
        ["belowProfile"] = (check, question) => new BelowProfileCheck(check, question),
    };

    /// <exception cref="FormDefinitionException">No such rule, or it lacks what it needs.</exception>
    public static Check Make(CheckDocument check, QuestionDocument question) =>
        Makers.TryGetValue(check.Rule, out var make)
            ? make(check, question.Id)
            : throw new FormDefinitionException(question.Id.Value, $"check “{check.Code}” has the unknown rule “{check.Rule}”; the rules are {string.Join(", ", Makers.Keys)}");

    internal static T Need<T>(CheckDocument check, T? value, string property) where T : struct =>
        value ?? throw new FormDefinitionException(check.Code, $"the rule {check.Rule} needs “{property}”");

    internal static decimal NeedPercent(CheckDocument check) =>
        Need(check, check.Percent, "percent") is var percent and >= 0 and <= 1000
            ? percent
            : throw new FormDefinitionException(check.Code, "“percent” is 0 to 1,000");
}
