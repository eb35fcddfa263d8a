using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>How a cell of a sensitive table is shown to those who don't lead.</summary>
public enum ShownAs : byte
{
    /// <summary>As it is; also nobody (0) and not answered, unless all cells are hidden.</summary>
    Figure,
    /// <summary>As <c>&lt;5</c>.</summary>
    Small,
    /// <summary>As <c>hidden</c>: the column's total would give a small number away.</summary>
    Hidden,
}

/// <summary>One column of a sensitive table as it is shown.</summary>
/// <param name="Cells">How each cell is shown.</param>
/// <param name="Total">Whether the column's total has to be hidden as well.</param>
public sealed record HiddenColumn(ShownAs[] Cells, bool Total);

/// <summary>
/// Hides counts of fewer than five people, and as few larger ones as it takes, smallest first, that nobody works a small one out. The
/// reader is taken to know the column's total and these rules: for each small cell, what is shown comes out the same for another
/// column in which that cell is another number. The decision on small numbers has the proof.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The least number of people that is shown.</summary>
    public const int Least = 5;

    private const int MostOfSmall = Least - 1;

    /// <summary>Between the least and the most that a small cell may be.</summary>
    private const int Spread = MostOfSmall - 1;

    /// <summary>How each cell of one column of a sensitive table is shown. The column's total is known to the reader.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cell is no count of people.</exception>
    public static HiddenColumn Of(ReadOnlySpan<decimal?> column)
    {
        var cells = new ShownAs[column.Length];
        var (small, sum, total) = (0, 0L, 0L);
        var large = new List<(long People, int Row)>();
        for (var row = 0; row < column.Length; row++)
        {
            var people = People(column[row]);
            total += people;
            if (people >= Least)
            {
                large.Add((people, row));
            }
            else if (people > 0)
            {
                cells[row] = ShownAs.Small;
                small++;
                sum += people;
            }
        }
        // A total of as many people as rows, or of four a row, may be of ones or of fours alone.
        if (small > 0 && (total == column.Length || total == MostOfSmall * (long)column.Length))
            return Everything(cells);
        if (small == 0 || (small > 1 && sum > small && sum < MostOfSmall * small))
            return new HiddenColumn(cells, Total: false);
        if (large.Count == 0)
            return Everything(cells);

        large.Sort();
        var together = sum;
        for (var hidden = 1; hidden <= large.Count; hidden++)
        {
            together += large[hidden - 1].People;
            cells[large[hidden - 1].Row] = ShownAs.Hidden;
            if (Protects(small, hidden, together, hidden < large.Count ? large[hidden].People : null))
                return new HiddenColumn(cells, Total: false);
        }
        for (var row = 0; row < cells.Length; row++)
            if (cells[row] == ShownAs.Small)
                cells[row] = ShownAs.Hidden;
        return new HiddenColumn(cells, Total: false);
    }

    /// <summary>The cell of a report for a cell that is shown so.</summary>
    public static Cell OfCell(ShownAs shown, decimal? people) => shown switch
    {
        ShownAs.Small => Cell.OfText("<5"),
        ShownAs.Hidden => Cell.OfText("hidden"),
        _ => Cell.OfFigure(CellKind.Count, people),
    };

    /// <summary>Every cell, also nobody and not answered: which rows anybody is in is all that there is to hide then, because the total may stand elsewhere.</summary>
    private static HiddenColumn Everything(ShownAs[] cells)
    {
        Array.Fill(cells, ShownAs.Hidden);
        return new HiddenColumn(cells, Total: true);
    }

    /// <summary>
    /// Whether hiding the smallest large cells protects the small ones. Decided from nothing but what the reader then sees, and only
    /// where two columns that hiding fewer doesn't protect look like this and differ in every small cell: so it needs no look at the
    /// column itself, and knowing this rule helps nobody. What comes here has one small cell, or several that are all 1 or all 4.
    /// </summary>
    /// <param name="together">The small and the hidden cells added up, which the total gives away.</param>
    /// <param name="leastShown">Hidden cells are not more than this; null where none is shown.</param>
    private static bool Protects(int small, int hidden, long together, long? leastShown)
    {
        // What the hidden cells have above five, all together, if the small cells are ones; and what one may have and stay below those shown.
        var above = together - small - (Least * (long)hidden);
        var most = leastShown is { } shown ? shown - 1 - Least : long.MaxValue;
        if (small > 1)
        {
            // All 4: the hidden ones as equal as they can be. All 1: one hidden cell takes so much that the others protected nothing.
            return above >= Spread * small && Math.Max(Share(above, hidden), above - (Spread * small) + 1) <= most;
        }
        if (hidden == 1)
            return Math.Min(Spread, above) > Math.Max(0, above - most);
        // 1 with fives and one hidden cell that takes the rest, or 3 with equal hidden cells; beside 4 (or what there is) with cells as equal as they can be.
        return (above >= 1 && above <= most) || (above >= Spread && (above - 2) % hidden == 0 && (above - 2) / hidden <= most);
    }

    private static long Share(long people, int cells) => (people + cells - 1) / cells;

    private static long People(decimal? cell) => cell switch
    {
        null => 0,
        >= 0 and <= int.MaxValue when decimal.IsInteger(cell.Value) => (long)cell.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Small numbers are hidden in counts of people only."),
    };
}
