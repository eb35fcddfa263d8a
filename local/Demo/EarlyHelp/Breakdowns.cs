namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>A table of the form that divides the children helped, and how each provider's children divide.</summary>
/// <param name="Weights">By the provider's number, then by row.</param>
internal sealed record Breakdown(string Table, string[] Rows, int[][] Weights)
{
    public static IReadOnlyList<Breakdown> All { get; } =
    [
        new("by-age", ["under-5", "age-5-10", "age-11-15", "age-16-18", "age-19-25", "not-known"],
            [[16, 38, 29, 10, 5, 2], [6, 52, 36, 4, 1, 1], [34, 40, 17, 4, 4, 1], [20, 45, 20, 5, 8, 2]]),
        new("by-sex", ["female", "male", "prefer-not-to-say", "not-known"],
            [[47, 50, 2, 1], [44, 55, 1, 0], [51, 47, 2, 0], [55, 45, 0, 0]]),
        new("by-ethnicity", ["asian", "black", "mixed", "white", "other", "prefer-not-to-say", "not-known"],
            [[9, 6, 8, 69, 2, 3, 3], [5, 3, 6, 81, 1, 3, 1], [4, 2, 9, 79, 3, 3, 0], [0, 9, 16, 75, 0, 0, 0]]),
        new("by-send", ["ehc-plan", "sen-support", "disability", "none", "not-known"],
            [[9, 23, 4, 60, 4], [11, 34, 3, 50, 2], [6, 19, 5, 66, 4], [8, 25, 8, 59, 0]]),
    ];

    /// <summary>The children in each row; together as many as there are.</summary>
    public int[] Divide(Provider provider, int children, SeededNumbers seeds)
    {
        var weights = Weights[provider.Number - 1].Select(weight => weight * seeds.Factor(0.8m, 1.2m)).ToArray();
        var exact = weights.Select(weight => children * weight / weights.Sum()).ToArray();
        var cells = exact.Select(figure => (int)figure).ToArray();
        // Who is left over goes where the most was cut off.
        foreach (var place in Enumerable.Range(0, cells.Length).OrderByDescending(place => exact[place] - cells[place]).Take(children - cells.Sum()))
            cells[place]++;
        return cells;
    }
}
