namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>One row of a table as it is filled in, or what was wrong with it.</summary>
internal sealed record TableLine(string Row, decimal Value, int Number);

/// <summary>Puts a quarter's awards into the rows of each table that the version of the form has, to the penny and to the award.</summary>
internal static class Tables
{
    public static IReadOnlyList<TableLine> Households(Charity charity, int place, Spend spend) =>
        Of(charity, place, spend, "households", Weights.HouseholdsOf(charity.Focus), (row, version) => (row, version) switch
        {
            ("with-children", _) => row,
            (_, 1) => "without-children",
            ("with-disabled-person", 2) => "other",
            _ => row,
        });

    public static IReadOnlyList<TableLine> Kinds(Charity charity, int place, Spend spend) =>
        Of(charity, place, spend, "kinds", Weights.KindsOf(charity.Focus), (row, version) => (row, version) switch
        {
            ("school-meals" or "other-food", < 3) => "food",
            ("clothing-bedding" or "white-goods", < 4) => "wider-essentials",
            ("advice", < 4) => null,
            _ => row,
        });

    public static IReadOnlyList<TableLine> Routes(Charity charity, int place, Spend spend) =>
        Of(charity, place, spend, "routes", Weights.RoutesOf(charity.Focus), (row, _) => row);

    /// <summary>A table by kind of help with awards put into, or taken out of, single rows.</summary>
    public static IEnumerable<TableLine> With(IReadOnlyList<TableLine> lines, IReadOnlyList<TableLine> changes) =>
        lines.Select(line => changes.Where(change => string.Equals(change.Row, line.Row, StringComparison.Ordinal))
            .Aggregate(line, (changed, change) => changed with { Value = changed.Value + change.Value, Number = changed.Number + change.Number }));

    /// <summary>Another table with as many awards more or fewer: they are spread over its rows, more where there are more.</summary>
    public static IEnumerable<TableLine> Spread(IReadOnlyList<TableLine> lines, IReadOnlyList<TableLine> changes)
    {
        var (value, number) = (changes.Sum(change => change.Value), changes.Sum(change => change.Number));
        var numbers = Split.Of(Math.Abs(number), [.. lines.Select(line => (decimal)line.Number)]);
        var pence = Split.Of((long)(Math.Abs(value) * 100), [.. numbers.Select(part => (decimal)part)]);
        return With(lines, [.. lines.Select((line, row) => new TableLine(line.Row, Math.Sign(value) * pence[row] / 100m, Math.Sign(number) * (int)numbers[row]))]);
    }

    /// <param name="rowIn">The row that takes the awards of a row in a version; null where the version can't count them.</param>
    private static List<TableLine> Of(
        Charity charity, int place, Spend spend, string table, IReadOnlyList<Weight> weights, Func<string, int, string?> rowIn)
    {
        var seeds = new SeededNumbers(charity.Award, $"{place}", table);
        var version = HouseholdSupportProgramme.FormVersionOf(place);
        var drifted = weights.Select(weight => (Weight: weight, Row: rowIn(weight.Row, version), Awards: weight.Awards * seeds.Factor(0.78m, 1.26m), Cost: weight.Cost * seeds.Factor(0.9m, 1.12m)))
            .Where(weight => weight.Row is not null)
            .ToList();
        var numbers = Split.Of(spend.Number, [.. drifted.Select(weight => weight.Awards)]);
        // By the awards in each: a row without an award gets no value, and one with an award never goes without.
        var pence = Split.Of((long)(spend.Value * 100), [.. drifted.Select((weight, row) => numbers[row] * weight.Cost)]);
        return
        [
            .. drifted.Select((weight, row) => new TableLine(weight.Row!, pence[row] / 100m, (int)numbers[row]))
                .GroupBy(line => line.Row, StringComparer.Ordinal)
                .Select(ofRow => new TableLine(ofRow.Key, ofRow.Sum(line => line.Value), ofRow.Sum(line => line.Number))),
        ];
    }
}
