using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>Direction of travel, in an arrow and a word, so that it is read as well as seen.</summary>
internal static class Direction
{
    private const decimal SameWithin = 1;

    /// <summary>
    /// Of an indicator: by its distance from the profile where both periods have one, else by the figure itself. Null where there is nothing
    /// to compare.
    /// </summary>
    public static string? Of(in Comparison before, in Comparison now, Indicator indicator, Banding? bands)
    {
        if (before.Difference is { } then && now.Difference is { } there)
            return Of(then, there, bands);
        if (before.Actual?.Exact is not { } first || now.Actual?.Exact is not { } second)
            return null;
        // A ratio is in per cent already; anything else moves by per cent of what it was.
        return indicator.AddsUp == AddsUpAs.Ratio ? Of(first, second, bands)
            : first == 0 ? (second > 0 ? "↑ up" : second < 0 ? "↓ down" : "→ same")
            : Of(0, (second - first) * 100 / Math.Abs(first), bands);
    }

    /// <summary>Between two distances from the profile, in percentage points; null where one is missing.</summary>
    public static string? Of(decimal? before, decimal? now, Banding? bands)
    {
        if (before is not { } then || now is not { } there)
            return null;
        var same = bands?.SameWithin ?? SameWithin;
        return there - then > same ? "↑ up" : then - there > same ? "↓ down" : "→ same";
    }
}
