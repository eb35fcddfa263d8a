namespace MonitoringReturns.Functions.SignIn;

/// <summary>A service that is made when it is first asked for: what every request touches must not make storage's clients, for the host's pings are requests.</summary>
internal sealed class Later<T>(IServiceProvider services) : Lazy<T>(services.GetRequiredService<T>) where T : notnull;
