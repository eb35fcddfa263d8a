using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.SignIn;

/// <summary>The ways to sign in.</summary>
public sealed record ChooseProvider(IReadOnlyList<Link> Ways);
