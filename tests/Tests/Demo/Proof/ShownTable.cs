using System.Globalization;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A table as it is read: headings, and rows of cells.</summary>
internal sealed class ShownTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public ShownTable(string[] headings, IReadOnlyList<string[]> rows)
    {
        Headings = headings;
        Rows = [.. rows.Select(row => new ShownRow(this, row))];
        foreach (var (place, heading) in headings.Index())
            _places.TryAdd(heading, place);
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<ShownRow> Rows { get; }

    public IEnumerable<string> Cells => Headings.Concat(Rows.SelectMany(row => row.Cells));

    /// <summary>The cells under a heading.</summary>
    public string[] Column(string heading) => [.. Rows.Select(row => row[heading])];

    public int Place(string heading) => _places.TryGetValue(heading, out var place) ? place : throw new KeyNotFoundException($"There is no column “{heading}”: {string.Join("; ", Headings)}.");
}

/// <summary>A row, and its cells by their headings.</summary>
internal sealed record ShownRow(ShownTable Table, string[] Cells)
{
    public string this[string heading] => Cells[Table.Place(heading)];

    public decimal? Number(string heading) => ShownCell.Number(this[heading]);

    /// <summary>The cell holds this number; where there is none, it is empty.</summary>
    public void Holds(string heading, decimal? expected, object about)
    {
        var cell = this[heading];
        if (expected is null)
            Assert.Equal((about, heading, ""), (about, heading, cell));
        else
            Assert.Equal((about, heading, expected), (about, heading, ShownCell.Number(cell)));
    }

    /// <summary>The cell holds this text; where there is none, it is empty.</summary>
    public void Says(string heading, string? expected, object about) => Assert.Equal((about, heading, ShownCell.Text(expected ?? "")), (about, heading, ShownCell.Text(this[heading])));
}

/// <summary>What a cell says, whatever its format.</summary>
internal static class ShownCell
{
    public const string NotAsked = "not asked";

    public const string NotAdded = "not added";

    private static readonly string[] Moments = ["d MMMM yyyy HH:mm", "dd/MM/yyyy HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>£1,200.50 is 1200.5, and -1.4% is -1.4; null for a cell that is no number.</summary>
    public static decimal? Number(string cell) =>
        decimal.TryParse(cell.Replace("£", "", StringComparison.Ordinal).TrimStart('#').TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>To the minute.</summary>
    public static DateTime? Moment(string cell)
    {
        if (cell.Length == 0)
            return null;
        var moment = DateTime.ParseExact(cell, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));
    }

    /// <summary>A figure without zeros that say nothing, anything else as it is.</summary>
    public static string Plain(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############", CultureInfo.InvariantCulture) : Text(cell);

    /// <summary>Lines may end one way or the other.</summary>
    public static string Text(string cell) => cell.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>To one decimal, halves away from zero.</summary>
    public static decimal? Tenths(decimal? exact) => exact is { } known ? decimal.Round(known, 1, MidpointRounding.AwayFromZero) : null;

    public static decimal Pence(decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);
}
