using Microsoft.AspNetCore.Components;

namespace MonitoringReturns.Web.Patterns;

/// <summary>A row of a summary list: what it is, and its value.</summary>
public sealed record SummaryRow(string Key, string? Value)
{
    /// <summary>In place of the value, where it is more than text.</summary>
    public RenderFragment? Content { get; init; }

    public IReadOnlyList<Link> Actions { get; init; } = [];
}
