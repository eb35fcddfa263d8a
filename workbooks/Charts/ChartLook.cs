using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using Graph = DocumentFormat.OpenXml.Drawing.Charts;

namespace MonitoringReturns.Workbooks.Charts;

/// <summary>
/// How series look. Next to each other they differ in lightness too, so that a black and white print tells them apart; further
/// series repeat the fills as hatching. Lines differ by marker and dash.
/// </summary>
internal static class ChartLook
{
    private const string Ink = "3D3D3D";
    private const int HairLine = 6350;
    private const int ThickLine = 28575;

    private static readonly string[] Fills = ["12436D", "BFD9F2", "28A197", "F4D8A8"];
    private static readonly string[] Lines = ["12436D", "E0591B", "28A197", "6B4C9A"];
    private static readonly PresetLineDashValues[] Dashes =
        [PresetLineDashValues.Solid, PresetLineDashValues.Dash, PresetLineDashValues.SystemDot, PresetLineDashValues.LargeDashDot];
    private static readonly Graph.MarkerStyleValues[] Markers =
        [Graph.MarkerStyleValues.Circle, Graph.MarkerStyleValues.Square, Graph.MarkerStyleValues.Triangle, Graph.MarkerStyleValues.Diamond];

    public static Graph.ChartShapeProperties Bar(int series)
    {
        var colour = Fills[series % Fills.Length];
        OpenXmlElement fill = series < Fills.Length
            ? Solid(colour)
            : new PatternFill(new ForegroundColor(Rgb(Ink)), new BackgroundColor(Rgb(colour))) { Preset = PresetPatternValues.WideUpwardDiagonal };
        return new Graph.ChartShapeProperties(fill, new Outline(Solid(Ink)) { Width = HairLine });
    }

    public static Graph.ChartShapeProperties Line(int series) => new(
        new Outline(Solid(Lines[series % Lines.Length]), new PresetDash { Val = Dashes[series % Dashes.Length] }, new Round())
        {
            Width = ThickLine,
            CapType = LineCapValues.Round,
        });

    public static Graph.Marker Marker(int series) => new(
        new Graph.Symbol { Val = Markers[series % Markers.Length] },
        new Graph.Size { Val = 7 },
        new Graph.ChartShapeProperties(
            series < Lines.Length ? Solid(Lines[series % Lines.Length]) : Solid("FFFFFF"),
            new Outline(Solid(Lines[series % Lines.Length])) { Width = HairLine }));

    public static Graph.ChartShapeProperties GridLine() => new(new Outline(Solid("D9D9D9")) { Width = HairLine });

    public static Graph.ChartShapeProperties AxisLine() => new(new Outline(Solid("7F7F7F")) { Width = HairLine });

    /// <summary>Text of a size in hundredths of a point.</summary>
    public static Graph.TextProperties Text(int size) => new(
        new BodyProperties(),
        new ListStyle(),
        new Paragraph(
            new ParagraphProperties(new DefaultRunProperties(Solid("000000")) { Language = "en-GB", FontSize = size, Bold = false }),
            new EndParagraphRunProperties { Language = "en-GB" }));

    public static SolidFill Solid(string colour) => new(Rgb(colour));

    private static RgbColorModelHex Rgb(string colour) => new() { Val = colour };
}
