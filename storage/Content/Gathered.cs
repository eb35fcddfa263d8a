using System.Collections.Concurrent;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Content;

/// <summary>
/// What lists read of all awards or returns of a partition, kept together: a packed row holds all, and beside it stands a small row for each that changed
/// since, written in the transaction that changed it. They move one way only, from small rows into the packed one, whose key comes last: a query that
/// reads both reads them in that direction, so it is never behind what was committed.
/// </summary>
/// <param name="read">All of a partition from the rows they are about, by award: for a partition that has no packed row yet.</param>
internal sealed class Gathered<T>(TableClient table, LargeContent content, GatheredKind<T> kind, Func<string, CancellationToken, IAsyncEnumerable<T>> read) where T : class
{
    /// <summary>Small rows that a reader puts up with.</summary>
    public const int MostBeside = 50;

    private const int MostInTransaction = 100;

    /// <summary>Some half a KB each.</summary>
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<string, T[]> _known = new(StringComparer.Ordinal);
    private readonly string[] _asked = ["RowKey", GatheredKind<T>.Digest, .. kind.Properties];

    /// <summary>All of a partition, by award. Costs the same however many there are, but for unpacking what changed.</summary>
    public async Task<IReadOnlyList<T>> AllAsync(string partition, CancellationToken cancellation)
    {
        var (beside, digest) = (new List<T>(), (string?)null);
        await foreach (var row in table.RangeAsync(partition, kind.First, kind.Packed, cancellation, select: _asked))
            if (row.RowKey == kind.Packed)
                digest = DigestOf(row);
            else
                beside.Add(kind.Read(row));
        if (digest is null || beside.Count > MostBeside)
            return await GatherAsync(partition, anew: false, cancellation);
        return Merge(_known.GetValueOrDefault(digest) ?? await PackedAsync(await table.GetEntityAsync<TableEntity>(partition, kind.Packed, cancellationToken: cancellation), cancellation), beside);
    }

    /// <summary>Moves the small rows into the packed one. Killed between any two steps, or done by two at once, it has moved less and lost nothing.</summary>
    /// <param name="anew">Whether what is packed is read again from the rows it is about.</param>
    public async Task<IReadOnlyList<T>> GatherAsync(string partition, bool anew, CancellationToken cancellation)
    {
        var (beside, packed) = (new List<TableEntity>(), (TableEntity?)null);
        await foreach (var row in table.RangeAsync(partition, kind.First, kind.Packed, cancellation))
            if (row.RowKey == kind.Packed)
                packed = row;
            else
                beside.Add(row);
        var before = packed is null || anew ? await read(partition, cancellation).ToArrayAsync(cancellation) : await PackedAsync(packed, cancellation);
        var all = Merge(before, [.. beside.Select(kind.Read)]);
        if (all.Length == 0 && packed is null)
            return all;
        var next = await kind.PackAsync(partition, all, content, cancellation);
        if (packed is null || DigestOf(packed) != DigestOf(next))
        {
            // Where somebody else was quicker, their rows say what was moved, and the next reader sees to the rest.
            if (await table.TryWriteAsync(next, packed?.ETag.ToString(), cancellation) is null)
                return all;
            Remember(DigestOf(next), all);
        }
        // One that changed meanwhile stays, and those that would go with it.
        foreach (var some in beside.Chunk(MostInTransaction))
            await table.TrySubmitAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey), row.ETag)), cancellation);
        return all;
    }

    private async Task<T[]> PackedAsync(TableEntity row, CancellationToken cancellation)
    {
        var digest = DigestOf(row);
        if (_known.TryGetValue(digest, out var known))
            return known;
        var all = await kind.UnpackAsync(row, content, cancellation);
        Remember(digest, all);
        return all;
    }

    private static string DigestOf(TableEntity packed) => packed.GetString(GatheredKind<T>.Digest)!;

    private void Remember(string digest, T[] all)
    {
        if (_known.Values.Sum(one => one.Length) + all.Length > MostRemembered)
            _known.Clear();
        _known[digest] = all;
    }

    /// <summary>Two lists by award as one, of each award the newer.</summary>
    private T[] Merge(T[] packed, List<T> beside)
    {
        if (beside.Count == 0)
            return packed;
        var all = new List<T>(packed.Length + beside.Count);
        var at = 0;
        foreach (var one in beside)
        {
            var award = kind.AwardOf(one).Value;
            while (at < packed.Length && string.CompareOrdinal(kind.AwardOf(packed[at]).Value, award) < 0)
                all.Add(packed[at++]);
            var same = at < packed.Length && kind.AwardOf(packed[at]).Value == award ? packed[at++] : null;
            all.Add(same is not null && kind.NumberOf(same) > kind.NumberOf(one) ? same : one);
        }
        all.AddRange(packed.AsSpan(at));
        return [.. all];
    }
}
