using System.Security.Cryptography;
using System.Text;

namespace MonitoringReturns.Core.People;

/// <summary>
/// Whom a sign-in provider vouches for: who issued it and whom it names (OpenID Connect Core 1.0, section 5.7: the two together, and nothing else,
/// identify somebody). An e-mail address never does.
/// </summary>
/// <param name="Issuer">The issuer as its tokens name it, with the tenant.</param>
/// <param name="Subject">The subject; of Microsoft Entra ID the object id.</param>
public sealed record Identity(string Issuer, string Subject)
{
    /// <summary>SHA-256 of both, lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Issuer}\n{Subject}")));
}
