namespace MonitoringReturns.Functions.SignIn.OpenIdConnect;

/// <summary>Why somebody who came back from a provider was not signed in.</summary>
internal enum SignInRefusal
{
    /// <summary>The address lacks what it must hold, or it is not ours.</summary>
    NotFromHere,
    /// <summary>Another browser began it, it was used before, or it took too long.</summary>
    TooLate,
    /// <summary>The person or the provider said no.</summary>
    Declined,
    /// <summary>The provider answered with an error.</summary>
    ProviderError,
    /// <summary>The provider can't be reached.</summary>
    ProviderAway,
    /// <summary>What the provider says of the person can't be believed, or the tenant is not let in.</summary>
    TokenRefused,
}

/// <summary>Ends a sign-in on a page that says why. It holds nothing of what was sent.</summary>
internal sealed class SignInRefusedException(SignInRefusal refusal, string detail, Exception? cause = null) : Exception(detail, cause)
{
    public SignInRefusal Refusal { get; } = refusal;
}
