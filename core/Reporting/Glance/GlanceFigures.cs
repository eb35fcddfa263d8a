using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Reporting.Sheets;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>
/// What a report on one period says of its indicators, as a page shows it at a glance: taken from the sums that its first sheet is made of, and kept
/// beside the workbook. A page reads it whole, however many returns it was made from.
/// </summary>
/// <param name="Rules">The <see cref="Manifest.CurrentRules"/> that it was made by.</param>
/// <param name="First">The first period that figures to date hold.</param>
/// <param name="Returns">The period's returns as they stood at the cut.</param>
public sealed record GlanceFigures(
    int Rules, PeriodId First, ReturnCounts Returns, IReadOnlyList<IndicatorGlance> Indicators, IReadOnlyList<PriorityGlance> Priorities)
{
    /// <summary>Whether there are earlier periods to add up with.</summary>
    public bool HasToDate { get; init; }

    /// <summary>Where they are kept: beside the report's workbook.</summary>
    public static string FileBeside(string workbookFile) => $"{workbookFile[..(workbookFile.LastIndexOf('/') + 1)]}glance.json";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, GlanceJson.Default.GlanceFigures);

    public static GlanceFigures FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, GlanceJson.Default.GlanceFigures)!;

    internal static GlanceFigures Of(Cut cut, IndicatorTotals totals) => new(
        cut.Manifest.Rules, cut.Periods[0].Period.Id,
        cut.Manifest.Returns.Aggregate(ReturnCounts.None, (counts, entry) => counts.With(entry.Status, entry.Revision, ReturnWords.IsLate(entry, cut.Last.Period))),
        [.. cut.Programme.Indicators.Select((indicator, place) => totals.GlanceOf(place))],
        PriorityTotals.RowsOf(cut, totals))
    {
        HasToDate = cut.Periods.Count > 1,
    };
}

/// <summary>An indicator over all awards that the reader may see.</summary>
/// <param name="Asked">Awards that are asked for it.</param>
/// <param name="Reported">Awards whose figure is in.</param>
/// <param name="Planned">The profile of all awards, in or not.</param>
/// <param name="ToDate">Null where there are no earlier periods, or figures of several can't be added up.</param>
/// <param name="Direction">Since the period before, as an arrow and a word; null where nothing can be compared.</param>
public sealed record IndicatorGlance(IndicatorId Id, int Asked, int Reported, decimal? Planned, GlanceFigure Period, GlanceFigure? ToDate, string? Direction);

/// <summary>A figure set against its profile, like with like.</summary>
/// <param name="Profile">Of the figures that are in.</param>
/// <param name="Compared">The figures that have a profile.</param>
/// <param name="Actual">All figures.</param>
/// <param name="Difference">Per cent above or, negative, below profile, to one decimal.</param>
public sealed record GlanceFigure(decimal? Profile, decimal? Compared, decimal? Actual, decimal? Difference)
{
    internal static GlanceFigure Of(in Comparison comparison) =>
        new(comparison.Profile?.Value, comparison.Compared?.Value, comparison.Actual?.Value, IndicatorCells.ToOneDecimal(comparison.Difference));
}

/// <summary>A priority's outcomes that add up, together, against their profile.</summary>
/// <param name="Outcomes">How many outcomes are counted.</param>
/// <param name="Difference">Per cent above or, negative, below profile in the period, to one decimal.</param>
public sealed record PriorityGlance(string Id, string Name, int Outcomes, decimal? Difference, decimal? ToDate);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GlanceFigures))]
internal sealed partial class GlanceJson : JsonSerializerContext;
