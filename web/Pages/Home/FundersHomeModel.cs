using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;

namespace MonitoringReturns.Web.Pages.Home;

/// <summary>What lies before a funder.</summary>
/// <param name="Waiting">A page of the returns that wait for its answer, who waited longest first.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Today">The day it is in the United Kingdom.</param>
public sealed record FundersHomeModel(PageOf<WaitingReturn> Waiting, string? After, PageOf<RestatedReturn> Restated, DateOnly Today)
{
    public const int OnAPage = 20;

    public const string Seen = "seen";
}
