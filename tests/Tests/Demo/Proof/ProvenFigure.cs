using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>How a figure of an indicator has to be shown.</summary>
internal static class ProvenFigure
{
    /// <summary>A ratio in per cent to one decimal, anything else as it is; of people counted once over several periods, words.</summary>
    public static void HoldsFigure(this ShownRow row, string heading, Indicator indicator, decimal? expected, bool several, object about)
    {
        if (several && indicator.AddsUp == AddsUpAs.Distinct)
            row.Says(heading, ShownCell.NotAdded, about);
        else
            row.Holds(heading, indicator.AddsUp == AddsUpAs.Ratio ? ShownCell.Tenths(expected) : expected, about);
    }

    /// <summary>The arrow between two distances from profile, or two figures.</summary>
    public static string? Direction(decimal? before, decimal? now, Banding? bands) => before is null || now is null ? null
        : now - before > Same(bands) ? "↑ up"
        : before - now > Same(bands) ? "↓ down" : "→ same";

    /// <summary>The arrow of an indicator: by its distance from profile where both have one, else by what became of the figure.</summary>
    public static string? Direction(Indicator indicator, PlainSum before, PlainSum now, Banding? bands)
    {
        if (before.Above is { } then && now.Above is { } there)
            return Direction(then, there, bands);
        var (first, second) = (before.Actual?.Value, now.Actual?.Value);
        return first is null || second is null ? null
            : indicator.AddsUp == AddsUpAs.Ratio ? Direction(first, second, bands)
            : first == 0 ? second > 0 ? "↑ up" : second < 0 ? "↓ down" : "→ same"
            : Direction(0, (second - first) * 100 / Math.Abs(first.Value), bands);
    }

    private static decimal Same(Banding? bands) => bands?.SameWithin ?? 1;
}
