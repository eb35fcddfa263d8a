using System.Security.Cryptography;
using System.Text;

namespace MonitoringReturns.Storage.Tables;

/// <summary>An account's name and key; the key is base64. For an emulator: in Azure a token credential is used.</summary>
public sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    private readonly byte[] _key = Convert.FromBase64String(accountKey);

    public string AccountName { get; } = accountName;

    /// <summary>Base64 of HMAC-SHA256 over the text's UTF-8.</summary>
    internal string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash);
    }
}
