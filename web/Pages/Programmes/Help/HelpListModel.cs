using MonitoringReturns.Core;
using MonitoringReturns.Core.Help;

namespace MonitoringReturns.Web.Pages.Programmes.Help;

/// <summary>What the funder that a person acts for was asked for.</summary>
/// <param name="Asked">Null where they act for no funder.</param>
/// <param name="IsFirst">Nothing comes before this page.</param>
public sealed record HelpListModel(PageOf<HelpAsked>? Asked, bool IsFirst)
{
    public string? First => IsFirst ? null : ProgrammeAddresses.Help;

    public string? Next => Asked?.Continuation is { } after ? $"{ProgrammeAddresses.Help}?after={Uri.EscapeDataString(after)}" : null;
}
