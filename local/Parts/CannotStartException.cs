namespace MonitoringReturns.Local.Parts;

/// <summary>Something a person must put right before the portal can start: one clear sentence, no stack trace.</summary>
public sealed class CannotStartException(string sentence) : Exception(sentence);
