using System.Globalization;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web.Pages.Programmes.Reading;

/// <summary>How far a figure is from what was planned, in words.</summary>
public static class AgainstPlan
{
    /// <param name="difference">Per cent above (or, negative, below) profile; null where there is nothing to compare.</param>
    public static string Of(string language, decimal? difference) => difference switch
    {
        null => "",
        0 => Words.Say(language, "Reading.AsPlanned"),
        > 0 => Words.Say(language, "Reading.Above", Percent(difference.Value)),
        _ => Words.Say(language, "Reading.Below", Percent(-difference.Value)),
    };

    private static string Percent(decimal percent) => percent.ToString("#,##0.#", CultureInfo.InvariantCulture);
}
