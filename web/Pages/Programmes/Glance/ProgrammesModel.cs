using MonitoringReturns.Core.Reporting.Glance;

namespace MonitoringReturns.Web.Pages.Programmes.Glance;

/// <summary>The programmes of the funder that a person acts for.</summary>
/// <param name="IsFirst">Nothing comes before this page.</param>
public sealed record ProgrammesModel(FundedProgrammes List, DateOnly Today, bool IsFirst)
{
    public string? First => IsFirst ? null : ProgrammeAddresses.List;

    public string? Next => List.Page.Continuation is { } after ? $"{ProgrammeAddresses.List}?after={after}" : null;
}
