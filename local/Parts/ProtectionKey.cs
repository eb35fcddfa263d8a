using System.Security.Cryptography;
using System.Text;

namespace MonitoringReturns.Local.Parts;

/// <summary>The key that wraps the portal's data-protection keys, which Key Vault holds in Azure.</summary>
public static class ProtectionKey
{
    private const int Bytes = 32;

    /// <summary>The key in base64: from a file that only this user reads, made at the first start; a new one where there is no file.</summary>
    /// <exception cref="CannotStartException">The file does not hold a key.</exception>
    public static async Task<string> OfAsync(string? file, CancellationToken cancellation)
    {
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        if (file is null)
            return fresh;
        if (File.Exists(file))
            return await ReadAsync(file, cancellation);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(fresh), cancellation);
        return fresh;
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(file, cancellation);
        var key = new byte[Bytes];
        return Convert.TryFromBase64String(text, key, out var written) && written == Bytes
            ? text
            : throw new CannotStartException($"The data folder is damaged: {file} is not a key of {Bytes} bytes. Put a copy of the folder back, or move it away to start afresh.");
    }
}
