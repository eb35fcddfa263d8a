namespace MonitoringReturns.Local.Demo;

/// <summary>Splits a whole into whole parts by weights, so that they add up to it: the largest remainders are rounded up.</summary>
internal static class Split
{
    /// <param name="whole">People, awards or pence.</param>
    /// <param name="weights">Zero or more; a part with no weight gets nothing.</param>
    public static long[] Of(long whole, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        if (sum == 0)
            return new long[weights.Count];
        var exact = weights.Select(weight => whole * weight / sum).ToList();
        long[] parts = [.. exact.Select(part => (long)decimal.Floor(part))];
        var left = (int)(whole - parts.Sum());
        foreach (var place in Enumerable.Range(0, parts.Length).OrderByDescending(place => exact[place] - parts[place]).ThenBy(place => place).Take(left))
            parts[place]++;
        return parts;
    }
}
