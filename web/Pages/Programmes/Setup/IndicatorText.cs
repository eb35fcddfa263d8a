using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Web.Pages.Programmes.Setup;

/// <summary>Words for how an indicator is counted.</summary>
internal static class IndicatorText
{
    public static string Of(AddsUpAs addsUp) => addsUp switch
    {
        AddsUpAs.Sum => "adds up",
        AddsUpAs.Latest => "the newest figure counts",
        AddsUpAs.Distinct => "each counted once, so periods are not added",
        _ => "a share of two others",
    };

    public static string Unit(string unit) => unit == "£" ? "pounds" : unit;
}
