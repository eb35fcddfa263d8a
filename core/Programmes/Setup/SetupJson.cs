using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Digests of what the record is about: SHA-256 over its JSON, lower-case hexadecimal.</summary>
public static class SetupDigest
{
    public static string Of(Programme programme) => Of(JsonSerializer.SerializeToUtf8Bytes(programme, SetupJson.Default.Programme));

    public static string Of(Award award) => Of(JsonSerializer.SerializeToUtf8Bytes(award, SetupJson.Default.Award));

    public static string Of(ProfileProposal proposal) => Of(JsonSerializer.SerializeToUtf8Bytes(proposal, SetupJson.Default.ProfileProposal));

    public static string Of(Sample sample) => Of(JsonSerializer.SerializeToUtf8Bytes(sample, SetupJson.Default.Sample));

    public static string Of(ReviewNote note) => Of(JsonSerializer.SerializeToUtf8Bytes(note, SetupJson.Default.ReviewNote));

    private static string Of(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));
}

/// <summary>A programme's set-up as JSON, as its digests are taken over it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(ProfileProposal))]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(ReviewNote))]
internal sealed partial class SetupJson : JsonSerializerContext;
