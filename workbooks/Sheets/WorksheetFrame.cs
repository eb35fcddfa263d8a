using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using MonitoringReturns.Workbooks.Cells;
using MonitoringReturns.Workbooks.Zip;

namespace MonitoringReturns.Workbooks.Sheets;

/// <summary>What stands in a worksheet before its rows and after them. Made of typed elements, so that their order is the schema's.</summary>
/// <param name="Selected">Whether the tab is in front when the file is opened.</param>
/// <param name="Widths">Column widths in characters.</param>
/// <param name="FrozenRows">Rows that stay in sight; 0 for none.</param>
/// <param name="FrozenColumns">Columns that stay in sight; counts only with frozen rows.</param>
internal sealed record WorksheetFrame(bool Selected, IReadOnlyList<double> Widths, int FrozenRows, int FrozenColumns)
{
    private const string Rows = "<x:sheetData />";
    private const double CharactersAPage = 250;

    public string Before() => Split(drawingId: null, [], onePage: false).Before;

    public string After(string? drawingId, IReadOnlyList<string> tableIds, bool onePage) =>
        Split(drawingId, tableIds, onePage).After;

    private (string Before, string After) Split(string? drawingId, IReadOnlyList<string> tableIds, bool onePage)
    {
        var worksheet = new Worksheet();
        worksheet.AddNamespaceDeclaration("r", Relationships.Office);
        worksheet.Append(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        worksheet.Append(new SheetViews(View()));
        worksheet.Append(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (Widths.Count > 0)
            worksheet.Append(new Columns(Widths.Select(Column)));
        worksheet.Append(new SheetData());
        worksheet.Append(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        worksheet.Append(new PageSetup
        {
            PaperSize = 9,
            Orientation = OrientationValues.Landscape,
            FitToWidth = (uint)Math.Max(1, Math.Ceiling(Widths.Sum() / CharactersAPage)),
            FitToHeight = onePage ? 1u : 0u,
        });
        worksheet.Append(new HeaderFooter(new OddFooter("&L&A&RPage &P of &N")));
        if (drawingId is not null)
            worksheet.Append(new Drawing { Id = drawingId });
        if (tableIds.Count > 0)
            worksheet.Append(new TableParts(tableIds.Select(id => new TablePart { Id = id })) { Count = (uint)tableIds.Count });

        var xml = worksheet.OuterXml;
        var rows = xml.IndexOf(Rows, StringComparison.Ordinal);
        return (WithoutPrefix(xml[..rows]) + "<sheetData>", "</sheetData>" + WithoutPrefix(xml[(rows + Rows.Length)..]));
    }

    /// <summary>The rows are written without the SDK's prefix, and simple readers expect none.</summary>
    private static string WithoutPrefix(string xml) => xml
        .Replace("<x:", "<", StringComparison.Ordinal)
        .Replace("</x:", "</", StringComparison.Ordinal)
        .Replace(" xmlns:x=\"", " xmlns=\"", StringComparison.Ordinal);

    private static Column Column(double width, int index) =>
        new() { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true };

    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = Selected ? true : null };
        if (FrozenRows == 0)
            return view;
        var pane = FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft;
        var firstFree = CellReference.Cell(FrozenColumns, FrozenRows + 1);
        view.Append(new Pane
        {
            HorizontalSplit = FrozenColumns > 0 ? FrozenColumns : null,
            VerticalSplit = FrozenRows,
            TopLeftCell = firstFree,
            ActivePane = pane,
            State = PaneStateValues.Frozen,
        });
        view.Append(new Selection { Pane = pane, ActiveCell = firstFree, SequenceOfReferences = new ListValue<StringValue>([firstFree]) });
        return view;
    }
}
