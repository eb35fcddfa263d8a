using System.Runtime.CompilerServices;

namespace MonitoringReturns.Core;

/// <summary>A page of a longer list, and where the next one starts; null where there is no more.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Continuation);

public static class Pages
{
    public const int Size = 1000;

    /// <summary>Everything behind a paged call, in order, a page in memory at a time; the next page is fetched while this one is used.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        Func<string?, CancellationToken, Task<PageOf<T>>> page, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var coming = page(null, cancellation);
        while (true)
        {
            var current = await coming;
            if (current.Continuation is { } next)
                coming = page(next, cancellation);
            foreach (var item in current.Items)
                yield return item;
            if (current.Continuation is null)
                yield break;
        }
    }
}
