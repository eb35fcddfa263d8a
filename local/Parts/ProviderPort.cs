using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MonitoringReturns.Local.Parts;

/// <summary>
/// Where the sign-in provider listens. Its address is part of who people are, so a data folder keeps it: with another, everybody would be somebody new.
/// </summary>
public static class ProviderPort
{
    /// <summary>The port that a file names, chosen at the first start; any free one where there is no file.</summary>
    /// <exception cref="CannotStartException">The file holds no port, or another program listens there.</exception>
    public static async Task<int> OfAsync(string? file, CancellationToken cancellation)
    {
        if (file is null)
            return ChildProcess.FreePort();
        if (!File.Exists(file))
        {
            var chosen = ChildProcess.FreePort();
            await File.WriteAllTextAsync(file, chosen.ToString(CultureInfo.InvariantCulture), cancellation);
            return chosen;
        }
        var text = await File.ReadAllTextAsync(file, cancellation);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            throw new CannotStartException($"The data folder is damaged: {file} is not a port. Put a copy of the folder back, or move it away to start afresh.");
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return port;
        }
        catch (SocketException)
        {
            throw new CannotStartException($"Port {port} is in use, where the sign-in provider of this data folder must be: its people are known by that address. Stop the program that listens there.");
        }
    }
}
