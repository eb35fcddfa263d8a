namespace MonitoringReturns.Web.Patterns;

/// <summary>One of the answers that a question offers.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
