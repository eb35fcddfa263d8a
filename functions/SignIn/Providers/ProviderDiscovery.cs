using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// What a provider publishes of itself: its addresses, its issuer and its keys, kept for some hours. A token signed by a key that is not known yet
/// makes it be read anew, at most every two seconds; whoever comes in between waits for the next reading instead of being refused, so
/// neither a stranger's made-up key ids nor an interval keep a new key out. What is old is read again by one while the others go on with it; where the
/// provider doesn't answer, it counts for another minute, so that a provider that hangs holds up nobody but that one.
/// </summary>
/// <param name="clock">Null for the real time, also in a demonstration: keys don't roll by a told clock.</param>
internal sealed partial class ProviderDiscovery(Uri authority, IDocumentRetriever documents, ILogger<ProviderDiscovery> log, TimeProvider? clock = null)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(2);

    /// <summary>How long what was read counts after it could not be read again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim _oneReading = new(1, 1);
    private readonly string _address = authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
    private Reading? _last;

    /// <summary>What was last read, read again where it is old.</summary>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellation)
    {
        if (_last is not { } last)
            return await ReadSinceAsync(_clock.GetTimestamp(), cancellation);
        if (Counts(last) || !await _oneReading.WaitAsync(TimeSpan.Zero, cancellation))
            return last.Configuration;
        try
        {
            // Another may have been here since.
            return Counts(_last) ? _last.Configuration : await ReadAgainAsync(_last);
        }
        finally
        {
            _oneReading.Release();
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
            return await ReadAsync(cancellation);
        }
        finally
        {
            _oneReading.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> ReadAgainAsync(Reading old)
    {
        try
        {
            // To its end, also where whoever asked goes away: else each who gives up would leave it to the next.
            return await ReadAsync(CancellationToken.None);
        }
        catch (Exception away) when (IsAway(away))
        {
            StillAway(away.GetType().Name, authority.Host);
            _last = old with { Failed = _clock.GetTimestamp() };
            return old.Configuration;
        }
    }

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellation)
    {
        var began = _clock.GetTimestamp();
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, cancellation);
        _last = new Reading(configuration, began);
        return configuration;
    }

    private bool Counts(Reading reading) => _clock.GetElapsedTime(reading.Began) < Fresh || (reading.Failed is { } failed && _clock.GetElapsedTime(failed) < Pause);

    [LoggerMessage(LogLevel.Warning, "What the sign-in provider at {Host} publishes could not be read again ({Error}); what was read before still counts")]
    private partial void StillAway(string error, string host);

    /// <param name="Failed">When it could not be read again; null where that was not tried, or nothing failed.</param>
    private sealed record Reading(OpenIdConnectConfiguration Configuration, long Began, long? Failed = null);
}
