namespace MonitoringReturns.Web.Pages.SignIn;

/// <param name="SignInAddress">Leads back to where the person was.</param>
public sealed record SessionEnded(string SignInAddress);
