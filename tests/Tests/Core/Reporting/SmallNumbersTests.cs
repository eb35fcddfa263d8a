using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Tests.Core.Reporting;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData("5 17 0 – 300", "5 17 0 – 300")]
    [InlineData("", "")]
    [InlineData("0 – 0", "0 – 0")]
    [InlineData("2 3 40", "<5 <5 40")]
    [InlineData("3 12 40", "<5 hidden 40")]
    [InlineData("40 3 12 0 –", "40 <5 hidden 0 –")]
    [InlineData("1 1 12 40", "<5 <5 hidden 40")]
    [InlineData("1 1 7 12 40", "<5 <5 hidden hidden 40")]
    [InlineData("4 4 20 29 40", "<5 <5 hidden 29 40")]
    [InlineData("4 12 13 40", "<5 hidden hidden 40")]
    [InlineData("1 5 30 40", "<5 hidden hidden 40")]
    [InlineData("3 20 20 20", "<5 hidden hidden hidden")]
    [InlineData("1 5", "hidden hidden")]
    [InlineData("3 0 –", "hidden hidden hidden and the total")]
    [InlineData("0 0 2 –", "hidden hidden hidden hidden and the total")]
    [InlineData("1 1 1 1 1", "hidden hidden hidden hidden hidden and the total")]
    [InlineData("2 3 0 0 0", "hidden hidden hidden hidden hidden and the total")]
    [InlineData("3 4 5", "hidden hidden hidden and the total")]
    [InlineData("5 0 0 0 0", "5 0 0 0 0")]
    [InlineData("0 6 6", "0 6 6")]
    [InlineData("1 1 1", "hidden hidden hidden and the total")]
    [InlineData("4 4", "hidden hidden and the total")]
    [InlineData("4 3", "<5 <5")]
    public void Of_AColumn_IsShownSo(string column, string shown) => Assert.Equal(shown, Shown(Column(column)));

    /// <summary>
    /// The reader knows the rules, and the total from another question: of all columns that are shown alike, each small cell is different in two.
    /// One row alone is its total.
    /// </summary>
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 45)]
    [InlineData(4, 36)]
    [InlineData(5, 31)]
    [InlineData(6, 24)]
    public void Of_EveryColumnUpToATotal_LeavesEverySmallCellTwoPossibleNumbers(int rows, int mostInTotal)
    {
        var views = new Dictionary<string, View>(StringComparer.Ordinal);
        foreach (var column in Columns(rows, mostInTotal))
        {
            var shown = SmallNumbers.Of(column);
            var seen = $"{string.Join(' ', column.Zip(shown.Cells, (people, cell) => cell == ShownAs.Figure ? $"{people}" : $"{cell}"))}, total {(shown.Total ? "hidden" : "shown")}, {(shown.Total && rows == 1 ? "unknown" : column.Sum())}";
            if (views.TryGetValue(seen, out var view))
                view.Add(column);
            else
                views.Add(seen, new View(column, shown.Cells));
        }
        Assert.Empty(views.Where(view => view.Value.GivesASmallNumberAway).Select(view => view.Key));
    }

    [Fact]
    public void Of_AnyColumn_HidesTheSmallestAndOnlyForASmallNumber() => Prop.ForAll(GeneratedColumns.ToArbitrary(), column =>
    {
        var shown = SmallNumbers.Of(column);
        var small = column.Count(IsSmall);
        var hidden = column.Where((cell, row) => shown.Cells[row] == ShownAs.Hidden && !IsSmall(cell)).ToList();
        var figures = column.Where((cell, row) => shown.Cells[row] == ShownAs.Figure && cell > 0).ToList();
        if (shown.Total)
            return small > 0 && shown.Cells.Length == column.Length && shown.Cells.All(cell => cell == ShownAs.Hidden);
        return shown.Cells.Length == column.Length
            && column.Zip(shown.Cells).All(cell => cell.First is null or 0 ? cell.Second == ShownAs.Figure : !IsSmall(cell.First) || cell.Second != ShownAs.Figure)
            && (small > 0 || hidden.Count == 0)
            && (hidden.Count == 0 || figures.Count == 0 || hidden.Max() <= figures.Min());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_TheSameRowsInAnotherOrder_HidesTheSame()
    {
        var orders = from column in GeneratedColumns from shuffled in Gen.Shuffle(column) select (column, shuffled);
        Prop.ForAll(orders.ToArbitrary(), both => Sorted(both.column) == Sorted(both.shuffled)).QuickCheckThrowOnFailure();

        static string Sorted(decimal?[] column) =>
            string.Join(' ', column.Zip(SmallNumbers.Of(column).Cells).Order()) + SmallNumbers.Of(column).Total;
    }

    [Theory]
    [InlineData(ShownAs.Figure, "12", CellKind.Count, "12")]
    [InlineData(ShownAs.Figure, "0", CellKind.Count, "0")]
    [InlineData(ShownAs.Figure, null, CellKind.Empty, "")]
    [InlineData(ShownAs.Small, "3", CellKind.Text, "<5")]
    [InlineData(ShownAs.Hidden, "12", CellKind.Text, "hidden")]
    public void OfCell_OfACell_SaysNoMoreThanIsShown(ShownAs shown, string? people, CellKind kind, string text)
    {
        var cell = SmallNumbers.OfCell(shown, people is null ? null : decimal.Parse(people));
        Assert.Equal((kind, text), (cell.Kind, ReadableCell.Of(cell)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2.5)]
    public void Of_WhatIsNoCountOfPeople_Throws(double figure) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallNumbers.Of([(decimal)figure]));

    private static Gen<decimal?[]> GeneratedColumns { get; } =
        from rows in Gen.Choose(0, 33)
        from column in Gen.OneOf(
            Gen.Choose(-1, 60), Gen.Choose(0, 9), Gen.Elements(0, 1, 5, 6, 7), Gen.Elements(0, 4, 9, 10, 100), Gen.Elements(1, 5, 30, 31, 2000))
            .Select(people => people < 0 ? (decimal?)null : people).ArrayOf(rows)
        select column;

    private static bool IsSmall(decimal? cell) => cell is > 0 and < SmallNumbers.Least;

    private static decimal?[] Column(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell == "–" ? (decimal?)null : decimal.Parse(cell))];

    private static string Shown(decimal?[] column)
    {
        var shown = SmallNumbers.Of(column);
        var cells = column.Zip(shown.Cells).Select(cell => cell is { First: null, Second: ShownAs.Figure } ? "–" : ReadableCell.Of(SmallNumbers.OfCell(cell.Second, cell.First)));
        return string.Join(' ', cells) + (shown.Total ? " and the total" : "");
    }

    private static IEnumerable<decimal?[]> Columns(int rows, int most)
    {
        if (rows == 0)
            return [[]];
        return Enumerable.Range(0, most + 1).SelectMany(first => Columns(rows - 1, most - first).Select(rest => (decimal?[])[first, .. rest]));
    }

    /// <summary>The columns that are shown alike.</summary>
    private sealed class View(decimal?[] first, ShownAs[] shown)
    {
        private readonly bool[] _differs = new bool[first.Length];

        public bool GivesASmallNumberAway => Enumerable.Range(0, first.Length).Any(row => shown[row] != ShownAs.Figure && IsSmall(first[row]) && !_differs[row]);

        public void Add(decimal?[] column)
        {
            for (var row = 0; row < first.Length; row++)
                _differs[row] |= column[row] != first[row];
        }
    }
}
