using Microsoft.IdentityModel.Protocols;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>The sign-in providers that are let in, and no others.</summary>
internal sealed class ProviderList : IDisposable
{
    private const int MostAnswerBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _channel = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostAnswerBytes,
    };

    public ProviderList(SignInSettings settings, ILoggerFactory logs) => All = [.. settings.Providers.Select(provider => new Provider(
        provider,
        new ProviderDiscovery(
            provider.Authority, new HttpDocumentRetriever(_channel) { RequireHttps = provider.Authority.Scheme == Uri.UriSchemeHttps }, logs.CreateLogger<ProviderDiscovery>()),
        _channel))];

    public IReadOnlyList<Provider> All { get; }

    public Provider? Find(string key) => All.FirstOrDefault(provider => string.Equals(provider.Settings.Key, key, StringComparison.Ordinal));

    /// <summary>The provider whose clients call the API and that may have issued for an issuer; null where there is none.</summary>
    public async Task<Provider?> OfIssuerAsync(string issuer, CancellationToken cancellation)
    {
        Exception? away = null;
        foreach (var provider in All.Where(provider => provider.Settings.Audience is not null))
            try
            {
                if (TokenRules.MayHaveIssued(provider.Settings, await provider.Discovery.GetAsync(cancellation), issuer))
                    return provider;
            }
            catch (Exception error) when (ProviderDiscovery.IsAway(error))
            {
                // Another may be meant; where none is, nobody can say whether the token is good.
                away = error;
            }
        return away is null ? null : throw new InvalidOperationException("A sign-in provider does not answer, so a token can't be checked.", away);
    }

    public void Dispose() => _channel.Dispose();
}
