using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Ready questions about standard indicators, so that programmes ask the same thing in the same words.</summary>
public static class LibraryQuestion
{
    private static readonly HashSet<string> InParts = new(StringComparer.Ordinal) { "hours", "days", "full-time equivalent" };

    /// <summary>What can be asked for: a ratio can't, because its two parts are asked for and divided.</summary>
    public static IEnumerable<LibraryIndicator> Offered => IndicatorLibrary.Shipped.Indicators.Where(indicator => indicator.AddsUp != AddsUpAs.Ratio);

    /// <summary>The question for an indicator, with no id yet.</summary>
    public static QuestionDocument Of(LibraryIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return new QuestionDocument
        {
            Id = default,
            Type = indicator.Unit == "£" ? MoneyQuestion.Name : InParts.Contains(indicator.Unit) ? NumberQuestion.Name : CountQuestion.Name,
            Label = indicator.Name,
            Hint = indicator.AddsUp switch
            {
                AddsUpAs.Distinct => $"In this period, each of the {indicator.Unit} once. {indicator.Source}.",
                AddsUpAs.Latest => $"On the last day of this period. {indicator.Source}.",
                _ => $"In this period alone. {indicator.Source}.",
            },
            Why = indicator.Outcome is { } outcome && indicator.Framework is { } framework && IndicatorLibrary.Shipped.Framework(framework) is { } known
                ? $"It shows what the programme does for “{outcome}” ({known.Name}), counted as in other programmes."
                : "It is counted as in other programmes, so that figures compare.",
            Indicator = indicator.Id,
        };
    }
}
