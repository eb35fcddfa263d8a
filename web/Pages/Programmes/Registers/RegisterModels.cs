using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Registers;

namespace MonitoringReturns.Web.Pages.Programmes.Registers;

/// <summary>A programme's register.</summary>
public sealed record RegisterModel(ShownRegister Register);

/// <summary>The providers in a register.</summary>
public sealed record ProvidersModel(ShownProviders Providers)
{
    /// <summary>The bands that there are, in their order.</summary>
    public IReadOnlyList<string> Bands => Said("band");

    /// <summary>The areas that there are, by name.</summary>
    public IReadOnlyList<string> Areas => [.. Said("area").Order(StringComparer.Ordinal)];

    private IReadOnlyList<string> Said(string column) => Providers.Groups is { } groups ? [.. groups.Rows.Select(row => groups.WordsOf(row, column)).Distinct(StringComparer.Ordinal)] : [];
}

/// <summary>A funder's registers, and those that others publish.</summary>
public sealed record RegistersModel(RegisterList List, ProgrammeId? After, ProgrammeId? PublishedAfter)
{
    /// <summary>Those of one's own that are made.</summary>
    public IReadOnlyList<RegisterInList> Made => [.. List.Own.Where(one => one.Totals is { Rows.Count: > 0 })];

    public static decimal Figure(RegisterInList register, string column) => register.Totals is { Rows: [var row, ..] } totals ? totals.FigureOf(row, column) ?? 0 : 0;

    /// <summary>Flows by band, each year added up over the programmes on the page.</summary>
    public IReadOnlyList<(string Year, IReadOnlyList<decimal> Bands, decimal All)> Flows =>
        [.. Made.Select(one => one.ByBand).OfType<KeptRows>()
            .SelectMany(rows => rows.Rows.Select(row => (Year: rows.WordsOf(row, "year"), Bands: BandColumns.Select(column => rows.FigureOf(row, column) ?? 0).ToList(), All: rows.FigureOf(row, "all") ?? 0)))
            .GroupBy(one => one.Year).OrderBy(year => year.Key, StringComparer.Ordinal)
            .Select(year => (year.Key, (IReadOnlyList<decimal>)[.. Enumerable.Range(0, BandColumns.Count).Select(place => year.Sum(one => one.Bands[place]))], year.Sum(one => one.All)))];

    public static IReadOnlyList<string> BandColumns { get; } = [.. RegisterWords.Bands.Select(RegisterWords.ColumnOf)];
}
