namespace MonitoringReturns.Web.Pages.SignIn;

/// <summary>Where a person is signed in.</summary>
public sealed record OwnSessions(IReadOnlyList<OwnSession> Sessions, string EndOthersAddress);

/// <param name="Address">As the front door said, and which header it said it in.</param>
/// <param name="Browser">As it calls itself.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record OwnSession(string Started, string LastUsed, string Address, string Browser, bool IsThis);
