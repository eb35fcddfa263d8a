namespace MonitoringReturns.Web.Pages.SignIn;

/// <summary>What the page needs that warns of a session's end.</summary>
/// <param name="Left">How long the session still lasts.</param>
/// <param name="Next">Where whoever stays goes on.</param>
/// <param name="StayAddress">Where the form posts.</param>
public sealed record SessionEnding(TimeSpan Left, string Next, string StayAddress, string EndedAddress);
