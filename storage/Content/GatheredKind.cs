using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonitoringReturns.Core;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Content;

/// <summary>What a list reads of each award or return: how it stands in a row of its own, and in the packed row of all.</summary>
/// <param name="Mark">The letter that row keys begin with.</param>
/// <param name="Properties">What <paramref name="Read"/> reads.</param>
/// <param name="NumberOf">Counts the changes of one: of two that were read, the higher is the newer.</param>
internal sealed record GatheredKind<T>(
    char Mark, IReadOnlyList<string> Properties, Func<TableEntity, T> Read, Func<T, AwardId> AwardOf, Func<T, long> NumberOf, JsonTypeInfo<T[]> Json)
{
    /// <summary>What the packed row says that it holds, so that whoever has unpacked the same before need not ask for it.</summary>
    public const string Digest = "Digest";

    /// <summary>Where the first of the small rows can be.</summary>
    public string First => $"{Mark}|";

    /// <summary>The packed row, after all small ones.</summary>
    public string Packed => $"{Mark}~";

    public string KeyOf(AwardId award) => First + award.Value;

    /// <summary>The packed row.</summary>
    public async Task<TableEntity> PackAsync(string partition, T[] all, LargeContent content, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(all, Json);
        var row = new TableEntity(partition, Packed) { [Digest] = Convert.ToHexStringLower(SHA256.HashData(json)) };
        await content.PutAsync(row, json, cancellation);
        return row;
    }

    public async Task<T[]> UnpackAsync(TableEntity row, LargeContent content, CancellationToken cancellation) =>
        JsonSerializer.Deserialize(await content.GetAsync(row, cancellation), Json)!;
}
