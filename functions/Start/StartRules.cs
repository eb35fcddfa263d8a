namespace MonitoringReturns.Functions.Start;

/// <summary>When the app may not start at all.</summary>
internal static class StartRules
{
    /// <summary>
    /// Until people can sign in, everybody who reaches the app may do everything, so it must not run where others reach it: Azure sets
    /// <c>WEBSITE_INSTANCE_ID</c>.
    /// </summary>
    /// <returns>The sentence to stop with; null where it may start.</returns>
    public static string? WhyNotHere() =>
        Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is { Length: > 0 }
            ? "This version has no sign-in and serves only callers on its own machine, so it does not start in Azure (WEBSITE_INSTANCE_ID is set)."
            : null;
}
