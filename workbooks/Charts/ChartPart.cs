using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace MonitoringReturns.Workbooks.Charts;

/// <summary>Makes the part of a native chart.</summary>
internal static class ChartPart
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    private const uint CategoryAxisId = 1;
    private const uint ValueAxisId = 2;
    private const int LabelSize = 900;
    private const int TitleSize = 1200;

    public static ChartSpace Create(PlacedChart placed)
    {
        var chart = new Chart(Title(placed.Chart.Title), new AutoTitleDeleted { Val = false }, PlotArea(placed));
        if (placed.Series.Count > 1)
        {
            chart.Append(new Legend(
                new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }, ChartLook.Text(LabelSize)));
        }
        chart.Append(new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap });
        return new ChartSpace(
            new EditingLanguage { Val = "en-GB" },
            new RoundedCorners { Val = false },
            chart,
            new ShapeProperties(ChartLook.Solid("FFFFFF"), new Drawing.Outline(ChartLook.Solid("BFBFBF")) { Width = 6350 }));
    }

    private static Title Title(string text) => new(
        new ChartText(new RichText(
            new Drawing.BodyProperties(),
            new Drawing.ListStyle(),
            new Drawing.Paragraph(
                new Drawing.ParagraphProperties(new Drawing.DefaultRunProperties { FontSize = TitleSize, Bold = true }),
                new Drawing.Run(
                    new Drawing.RunProperties(ChartLook.Solid("000000")) { Language = "en-GB", FontSize = TitleSize, Bold = true },
                    new Drawing.Text(CellText.Clean(text)))))),
        new Overlay { Val = false });

    private static PlotArea PlotArea(PlacedChart placed)
    {
        var plot = new PlotArea(new Layout());
        plot.Append(placed.Chart.Kind == ChartKind.Line ? Lines(placed) : Bars(placed));
        plot.Append(CategoryAxis(placed.Chart.Kind), ValueAxis(placed));
        return plot;
    }

    private static BarChart Bars(PlacedChart placed)
    {
        var lying = placed.Chart.Kind == ChartKind.Bars;
        var chart = new BarChart(
            new BarDirection { Val = lying ? BarDirectionValues.Bar : BarDirectionValues.Column },
            new BarGrouping { Val = BarGroupingValues.Clustered },
            new VaryColors { Val = false });
        chart.Append(placed.Series.Select((series, i) => new BarChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)i },
            new Order { Val = (uint)i },
            ChartData.Name(series),
            ChartLook.Bar(i),
            new InvertIfNegative { Val = false },
            ChartData.Categories(placed.Categories),
            ChartData.Values(series))));
        chart.Append(new GapWidth { Val = 60 }, new Overlap { Val = 0 });
        chart.Append(new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        return chart;
    }

    private static LineChart Lines(PlacedChart placed)
    {
        var chart = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        chart.Append(placed.Series.Select((series, i) => new LineChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)i },
            new Order { Val = (uint)i },
            ChartData.Name(series),
            ChartLook.Line(i),
            ChartLook.Marker(i),
            ChartData.Categories(placed.Categories),
            ChartData.Values(series),
            new Smooth { Val = false })));
        chart.Append(new ShowMarker { Val = true }, new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        return chart;
    }

    private static CategoryAxis CategoryAxis(ChartKind kind) => new(
        new AxisId { Val = CategoryAxisId },
        new Scaling(new Orientation { Val = kind == ChartKind.Bars ? OrientationValues.MaxMin : OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = kind == ChartKind.Bars ? AxisPositionValues.Left : AxisPositionValues.Bottom },
        new NumberingFormat { FormatCode = "General", SourceLinked = true },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        ChartLook.AxisLine(),
        ChartLook.Text(LabelSize),
        new CrossingAxis { Val = ValueAxisId },
        new Crosses { Val = CrossesValues.AutoZero },
        new AutoLabeled { Val = true },
        new LabelAlignment { Val = LabelAlignmentValues.Center },
        new LabelOffset { Val = 100 },
        new NoMultiLevelLabels { Val = true });

    /// <summary>Lying bars run from the first row down, which turns the category axis round; the figures stay below.
    /// Bars that don't start at zero mislead.</summary>
    private static ValueAxis ValueAxis(PlacedChart placed)
    {
        var lying = placed.Chart.Kind == ChartKind.Bars;
        var scaling = new Scaling(new Orientation { Val = OrientationValues.MinMax });
        if (placed.Chart.Kind != ChartKind.Line && placed.Series.All(ChartData.StaysAboveZero))
            scaling.Append(new MinAxisValue { Val = 0 });
        return new ValueAxis(
            new AxisId { Val = ValueAxisId },
            scaling,
            new Delete { Val = false },
            new AxisPosition { Val = lying ? AxisPositionValues.Bottom : AxisPositionValues.Left },
            new MajorGridlines(ChartLook.GridLine()),
            new NumberingFormat { FormatCode = ChartData.AxisFormat(placed.Series[0].Kind), SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            ChartLook.AxisLine(),
            ChartLook.Text(LabelSize),
            new CrossingAxis { Val = CategoryAxisId },
            new Crosses { Val = lying ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween { Val = CrossBetweenValues.Between });
    }
}
