using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Programmes.Glance;

/// <summary>The returns of a period, or those behind a number.</summary>
/// <param name="Today">The day it is in the United Kingdom.</param>
/// <param name="IsFirst">Nothing comes before this page.</param>
public sealed record ReturnListModel(ReturnsOfPeriod Returns, ReturnsShown Shown, DateOnly Today, bool IsFirst)
{
    public string? First => IsFirst ? null : At(null);

    public string? Next => Returns.Page.Continuation is { } after ? At(after) : null;

    private string At(string? after) => ProgrammeAddresses.Returns(Returns.Programme.Id, Returns.Period.Id, Shown, after);
}
