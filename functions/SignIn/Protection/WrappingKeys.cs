using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MonitoringReturns.Functions.SignIn.Protection;

/// <summary>
/// The keys from configuration that wrap the key ring's documents, AES-256-GCM. The first wraps; all unwrap, so a new one is put first and the old one
/// stays until its documents are gone.
/// </summary>
internal sealed class WrappingKeys(IReadOnlyList<byte[]> keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int IdBytes = 8;

    public (string KeyId, string Wrapped) Wrap(string text)
    {
        var (plain, nonce, tag) = (Encoding.UTF8.GetBytes(text), RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes]);
        var cipher = new byte[plain.Length];
        var id = IdOf(keys[0]);
        using var aes = new AesGcm(keys[0], TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(id));
        return (id, Convert.ToBase64String([.. nonce, .. tag, .. cipher]));
    }

    /// <exception cref="CryptographicException">The key is not among the configured ones, or the document was changed.</exception>
    public string Unwrap(string keyId, string wrapped)
    {
        var key = keys.FirstOrDefault(one => string.Equals(IdOf(one), keyId, StringComparison.Ordinal))
            ?? throw new CryptographicException($"The key ring holds a document wrapped by the key {keyId}, which DataProtection__Keys does not name.");
        var bytes = Convert.FromBase64String(wrapped).AsSpan();
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(keyId));
        return Encoding.UTF8.GetString(plain);
    }

    private static string IdOf(byte[] key) => Base64Url.EncodeToString(SHA256.HashData(key).AsSpan(0, IdBytes));
}
