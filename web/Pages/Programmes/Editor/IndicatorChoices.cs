using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Editor;

/// <summary>The indicators that a question, row or column may add to.</summary>
public static class IndicatorChoices
{
    /// <param name="chosen">Stays among them where the programme doesn't define it.</param>
    public static IReadOnlyList<Choice> Of(Programme programme, string none, IndicatorId? chosen)
    {
        ArgumentNullException.ThrowIfNull(programme);
        List<Choice> choices = [new("", none), .. programme.Indicators.Where(indicator => indicator.AddsUp != AddsUpAs.Ratio).Select(indicator => new Choice(indicator.Id.Value, indicator.Name))];
        if (chosen is { } kept && programme.Indicator(kept) is null)
            choices.Add(new Choice(kept.Value, kept.Value));
        return choices;
    }
}
