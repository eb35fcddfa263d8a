using System.Globalization;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Charts;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;
using MonitoringReturns.Workbooks.Zip;
using Sheet = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace MonitoringReturns.Workbooks.Charts;

/// <summary>Places a sheet's charts.</summary>
internal static class DrawingPart
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.drawing+xml";

    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    /// <summary>From the top of a chart to the top of the next.</summary>
    public const int RowsApart = 17;

    private const long Height = 16 * 190_500;
    private const long Width = 6_120_000;

    /// <param name="charts">With the ids under which the drawing knows their parts, and the column and row of their upper left corners, counted from 0.</param>
    public static Sheet.WorksheetDrawing Create(IEnumerable<(ReportChart Chart, string RelationshipId, int Column, int Row)> charts)
    {
        var drawing = new Sheet.WorksheetDrawing();
        drawing.AddNamespaceDeclaration("xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing");
        drawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        drawing.AddNamespaceDeclaration("r", Relationships.Office);
        uint id = 1;
        foreach (var (chart, relationshipId, column, row) in charts)
        {
            drawing.Append(new Sheet.OneCellAnchor(
                new Sheet.FromMarker(
                    new Sheet.ColumnId(column.ToString(CultureInfo.InvariantCulture)),
                    new Sheet.ColumnOffset("0"),
                    new Sheet.RowId(row.ToString(CultureInfo.InvariantCulture)),
                    new Sheet.RowOffset("0")),
                new Sheet.Extent { Cx = Width, Cy = Height },
                Frame(chart, relationshipId, id++),
                new Sheet.ClientData()));
        }
        return drawing;
    }

    private static Sheet.GraphicFrame Frame(ReportChart chart, string relationshipId, uint id) => new(
        new Sheet.NonVisualGraphicFrameProperties(
            new Sheet.NonVisualDrawingProperties
            {
                Id = id + 1,
                Name = $"Chart {id}",
                Description = CellText.Clean(chart.AlternativeText),
                Title = CellText.Clean(chart.Title),
            },
            new Sheet.NonVisualGraphicFrameDrawingProperties()),
        new Sheet.Transform(new Offset { X = 0, Y = 0 }, new Extents { Cx = 0, Cy = 0 }),
        new Graphic(new GraphicData(new ChartReference { Id = relationshipId }) { Uri = ChartNamespace }))
    {
        Macro = "",
    };
}
