namespace MonitoringReturns.Local.Demo.EarlyHelp.Words;

/// <summary>What a provider writes of one quarter. Null where it leaves the question open, or is not asked.</summary>
/// <param name="Why">The sentence beside a figure that changed much, or lies far below its profile.</param>
internal sealed record QuarterWords(
    string Well, string NotWell, string? Help = null, string? Story = null, string? Trust = null, string? Health = null, string? Safeguarding = null, string? Why = null);
