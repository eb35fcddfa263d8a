namespace MonitoringReturns.Storage.Tables;

/// <summary>A table of the account. Names are not case-sensitive.</summary>
public sealed record TableItem(string Name);
