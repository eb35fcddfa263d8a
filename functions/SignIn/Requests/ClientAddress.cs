using System.Net;
using System.Net.Sockets;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>
/// Where a request comes from, as far as a header says so that configuration trusts. The Functions host writes <c>X-Forwarded-For</c> anew, so a
/// caller can't choose it; another front door may have a header of its own.
/// </summary>
internal sealed partial class ClientAddress(IConfiguration settings, ILogger<ClientAddress> log)
{
    private const string Usual = "X-Forwarded-For";
    private const int NetworkBytes = 8;

    /// <summary>The header that is believed; empty for none.</summary>
    public string Header { get; } = settings["Limits:AddressHeader"] ?? Usual;

    /// <summary>Says once, at start, what is believed.</summary>
    public void Announce() => Believed(Header.Length == 0 ? "the connection" : $"the last value of {Header}");

    /// <summary>The address, and which header said so; null where it was the connection.</summary>
    public (string Address, string? Header) Of(HttpContext http)
    {
        // The last value is the one that the nearest front door added.
        if (Header.Length > 0 && http.Request.Headers[Header].LastOrDefault()?.Split(',')[^1].Trim() is { Length: > 0 } said && Parse(said) is { } address)
            return (address.ToString(), Header);
        return (http.Connection.RemoteIpAddress?.ToString() ?? "unknown", null);
    }

    /// <summary>What one household or office has to itself: an IPv4 address, or the first half of an IPv6 address.</summary>
    public string NetworkOf(HttpContext http)
    {
        var text = Of(http).Address;
        if (!IPAddress.TryParse(text, out var address))
            return text;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : text;
    }

    private static IPAddress? Parse(string said) =>
        IPAddress.TryParse(said, out var address) ? address
        : IPEndPoint.TryParse(said, out var withPort) ? withPort.Address
        : null;

    [LoggerMessage(LogLevel.Information, "A caller's address is what {Source} says, as configuration trusts it")]
    private partial void Believed(string source);
}
