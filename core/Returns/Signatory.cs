namespace MonitoringReturns.Core.Returns;

/// <summary>Who signed a revision, by name and role in the organisation.</summary>
public sealed record Signatory(string Name, string Role);
