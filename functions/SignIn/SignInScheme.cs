namespace MonitoringReturns.Functions.SignIn;

/// <summary>The ways that a request may say who it is from.</summary>
internal static class SignInScheme
{
    /// <summary>Chooses: a token or a session, never both.</summary>
    public const string Caller = "Caller";

    /// <summary>A client's access token.</summary>
    public const string Bearer = "Bearer";

    /// <summary>A person's session.</summary>
    public const string Session = "Session";

    /// <summary>The same, where it begins: whatever session the browser brings along is not gone on with.</summary>
    public const string NewSession = "NewSession";

    /// <summary>Signing in at a provider.</summary>
    public static string Of(ProviderSettings provider) => $"SignIn-{provider.Key}";
}
