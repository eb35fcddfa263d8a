using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// What a provider publishes of itself: its addresses, its issuer and its keys, kept for some hours. A token signed by a key that is not known yet
/// makes it be read anew, at most every two seconds; whoever comes in between waits for the next reading instead of being refused, so
/// neither a stranger's made-up key ids nor an interval keep a new key out.
/// </summary>
internal sealed partial class ProviderDiscovery(Uri authority, IDocumentRetriever documents, ILogger<ProviderDiscovery> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(2);

    // The real time, also in a demonstration: keys don't roll by a told clock.
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly SemaphoreSlim _oneReading = new(1, 1);
    private readonly string _address = authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
    private Reading? _last;

    /// <summary>What was last read, read again where it is old.</summary>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellation)
    {
        if (_last is not { } last)
            return await ReadSinceAsync(_clock.GetTimestamp(), cancellation);
        if (_clock.GetElapsedTime(last.Began) < Fresh)
            return last.Configuration;
        try
        {
            return await ReadSinceAsync(last.Began + 1, cancellation);
        }
        catch (Exception away) when (IsAway(away))
        {
            StillAway(away.GetType().Name, authority.Host);
            return last.Configuration;
        }
    }

    /// <summary>Reads it anew, or takes what somebody else has begun to read since the call.</summary>
    public Task<OpenIdConnectConfiguration> GetNewerAsync(CancellationToken cancellation) => ReadSinceAsync(_clock.GetTimestamp(), cancellation);

    /// <summary>Whether an exception says that the provider doesn't answer as it should.</summary>
    public static bool IsAway(Exception error) => error is HttpRequestException or IOException or JsonException or OperationCanceledException { InnerException: TimeoutException };

    private async Task<OpenIdConnectConfiguration> ReadSinceAsync(long asked, CancellationToken cancellation)
    {
        await _oneReading.WaitAsync(cancellation);
        try
        {
            if (_last is { } last)
            {
                if (last.Began >= asked)
                    return last.Configuration;
                if (Spacing - _clock.GetElapsedTime(last.Began) is { Ticks: > 0 } wait)
                    await Task.Delay(wait, _clock, cancellation);
            }
            var began = _clock.GetTimestamp();
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, cancellation);
            _last = new Reading(configuration, began);
            return configuration;
        }
        finally
        {
            _oneReading.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "What the sign-in provider at {Host} publishes could not be read again ({Error}); what was read before still counts")]
    private partial void StillAway(string error, string host);

    private sealed record Reading(OpenIdConnectConfiguration Configuration, long Began);
}
