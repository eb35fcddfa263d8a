namespace MonitoringReturns.Web.Charts;

/// <summary>A figure beside what was planned.</summary>
/// <param name="Share">The figure as a part of its profile: 1 is as planned.</param>
/// <param name="Words">Both figures and how far they are apart.</param>
public sealed record ProfileBar(string Name, decimal Share, string Words);
