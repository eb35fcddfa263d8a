namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>Divides a whole into whole parts that add up to it: by largest remainder, the earlier part first where two are equal.</summary>
internal static class Shares
{
    /// <param name="weights">Nought or more, not all nought; a part of weight nought gets nothing.</param>
    public static long[] Of(long whole, IReadOnlyList<decimal> weights)
    {
        var all = weights.Sum();
        var exact = weights.Select(weight => whole * weight / all).ToArray();
        var parts = exact.Select(part => (long)decimal.Floor(part)).ToArray();
        foreach (var place in Enumerable.Range(0, parts.Length).OrderByDescending(place => exact[place] - parts[place]).Take((int)(whole - parts.Sum())))
            parts[place]++;
        return parts;
    }
}
