using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>What an hour of a provider's time is reckoned at, in pounds, and where that figure is from; null where nobody has said.</summary>
public sealed record HourlyRate(decimal? Pounds, string? Source = null);

/// <summary>What was told of the time that returns took.</summary>
/// <param name="Name">The award's provider, a funder, or a period.</param>
/// <param name="Returns">Returns in; null for a funder's share.</param>
/// <param name="Told">Those whose provider told how long they took; null for a funder's share.</param>
/// <param name="Minutes">Of those.</param>
/// <param name="Each">Minutes a return.</param>
/// <param name="Cost">Pounds: what the awards cost in the time that minutes are told of.</param>
/// <param name="PerThousand">Minutes per £1,000 of it.</param>
public sealed record TimeTold(string Name, int? Returns, int? Told, decimal Minutes, decimal? Each, decimal Cost, decimal? PerThousand)
{
    /// <summary>Minutes of all returns, if those that nothing was told of took as long as the others; null where nothing was told.</summary>
    public decimal? Reckoned => Told is > 0 and var told && Returns is { } returns ? Minutes * returns / told : null;

    internal static TimeTold Of(KeptRows rows, Tables.Cell[] row) => new(
        rows.WordsOf(row, "provider"), (int?)rows.FigureOf(row, "returns"), (int?)rows.FigureOf(row, "told"), rows.FigureOf(row, "minutes") ?? 0, rows.FigureOf(row, "each"),
        rows.FigureOf(row, "cost") ?? 0, rows.FigureOf(row, "per-thousand"));

    /// <summary>Several together, by the same rules as the report's; null where there are none.</summary>
    internal static TimeTold? Together(string name, IReadOnlyList<TimeTold> parts)
    {
        if (parts.Count == 0)
            return null;
        var (returns, told) = (parts.Any(one => one.Returns is not null) ? parts.Sum(one => one.Returns) : null, parts.Any(one => one.Told is not null) ? parts.Sum(one => one.Told) : null);
        var (minutes, cost) = (parts.Sum(one => one.Minutes), parts.Sum(one => one.Cost));
        return new TimeTold(name, returns, told, minutes, told > 0 ? Rounded(minutes / told.Value) : null, cost, cost > 0 ? Rounded(minutes * 1000 / cost) : null);
    }

    private static decimal Rounded(decimal minutes) => decimal.Round(minutes, 1, MidpointRounding.AwayFromZero);
}
