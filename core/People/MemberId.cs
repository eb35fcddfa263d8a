using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace MonitoringReturns.Core.People;

/// <summary>
/// Who acts: a person (<c>p-…</c>) or a client, a program that calls the API (<c>c-…</c>). It says nothing of either, so it may stand in the record
/// and in logs; names are kept in one place and can be removed.
/// </summary>
[JsonConverter(typeof(IdentifierConverter<MemberId>))]
public readonly record struct MemberId(string Value) : IIdentifier<MemberId>
{
    private const int RandomBytes = 16;

    public static MemberId Of(string checkedValue) => new(checkedValue);

    public bool IsClient => Value.StartsWith("c-", StringComparison.Ordinal);

    /// <summary>A new person's.</summary>
    public static MemberId NewPerson() => new("p-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)));

    /// <summary>A client's: always the same for the same issuer and client id.</summary>
    public static MemberId OfClient(Identity client) => new("c-" + client.Hash[..(2 * RandomBytes)]);

    public override string ToString() => Value;
}
