using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Web.Pages.Programmes.Glance;

/// <summary>The returns behind an indicator's figure.</summary>
/// <param name="IsFirst">Nothing comes before this page.</param>
public sealed record IndicatorModel(FiguresBehind Behind, bool IsFirst)
{
    private string Own => ProgrammeAddresses.Indicator(Behind.Programme.Id, Behind.Period.Id, Behind.Indicator.Id);

    public string? First => IsFirst ? null : Own;

    public string? Next => Behind.Page.Continuation is { } after ? $"{Own}?after={after}" : null;
}
