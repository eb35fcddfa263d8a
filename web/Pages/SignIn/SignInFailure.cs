namespace MonitoringReturns.Web.Pages.SignIn;

/// <summary>Why nobody was signed in, as far as it helps the person.</summary>
public enum SignInFailure
{
    NotFromHere,
    TooLate,
    Declined,
    ProviderAway,
    NotLetIn,
}
