using DocumentFormat.OpenXml.Spreadsheet;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Cells;
using MonitoringReturns.Workbooks.Charts;
using MonitoringReturns.Workbooks.Sheets;
using MonitoringReturns.Workbooks.Tables;
using MonitoringReturns.Workbooks.Zip;
using SheetNames = MonitoringReturns.Workbooks.Sheets.SheetNames;

namespace MonitoringReturns.Workbooks;

/// <summary>Completes the worksheets and writes every part around them.</summary>
internal sealed class WorkbookParts(WorkbookZip zip, SheetNames names)
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string PathOfWorkbook = "xl/workbook.xml";
    private const string RelationshipNamespacePrefix = "r";

    private uint _tables;
    private int _drawings;
    private int _charts;

    public void Write(IReadOnlyList<SheetWriter> sheets)
    {
        var tabs = sheets.SelectMany(sheet => sheet.Parts.Select(part => new Tab(
            sheet, part, part.Part == 1 ? sheet.Sheet.Name : names.Continue(sheet.Sheet.Name, part.Part)))).ToList();
        CheckCharts(sheets);

        foreach (var tab in tabs.OrderByDescending(tab => tab.Part.IsDirect))
            WriteSheet(tab);
        zip.Write("xl/styles.xml", StyleSheet.ContentType, StyleSheet.Create());
        WriteWorkbook(tabs);
    }

    private static void CheckCharts(IEnumerable<SheetWriter> sheets)
    {
        foreach (var sheet in sheets)
        {
            var ids = sheet.Parts.SelectMany(part => part.Tables).Select(table => table.Table.Id).ToHashSet(StringComparer.Ordinal);
            if (sheet.Charts.FirstOrDefault(chart => !ids.Contains(chart.TableId)) is { } lost)
                throw new InvalidOperationException($"The chart '{lost.Title}' asks for a table '{lost.TableId}', which sheet '{sheet.Sheet.Name}' has not.");
        }
    }

    private void WriteSheet(Tab tab)
    {
        var charts = tab.Sheet.Charts
            .Select(chart => (Chart: chart, Table: tab.Part.Tables.FirstOrDefault(table => table.Part == 1 && table.Table.Id == chart.TableId)))
            .Where(found => found.Table is not null)
            .Select(found => PlacedChart.Find(found.Chart, found.Table!, tab.Name))
            .ToList();
        var parts = new Relationships();
        var tables = tab.Part.Tables.Select(table => (Table: table, Number: ++_tables)).ToList();
        var tableIds = tables.ConvertAll(table => parts.Add("table", $"../tables/table{table.Number}.xml"));
        var drawing = charts.Count > 0 ? ++_drawings : 0;
        var drawingId = drawing > 0 ? parts.Add("drawing", $"../drawings/drawing{drawing}.xml") : null;

        tab.Part.Complete(zip, drawingId, tableIds);
        zip.WriteRelationships(tab.Part.Path, parts);
        foreach (var (table, number) in tables)
            zip.Write($"xl/tables/table{number}.xml", Tables.TablePart.ContentType, Tables.TablePart.Create(table, number));
        if (drawing > 0)
            WriteDrawing($"xl/drawings/drawing{drawing}.xml", tab, charts);
    }

    private void WriteDrawing(string path, Tab tab, IReadOnlyList<PlacedChart> charts)
    {
        var parts = new Relationships();
        var placed = new List<(ReportChart, string, int, int)>();
        foreach (var chart in charts)
        {
            var number = ++_charts;
            zip.Write($"xl/charts/chart{number}.xml", ChartPart.ContentType, ChartPart.Create(chart));
            var (column, row) = tab.Part.CornerOf(chart.Chart);
            placed.Add((chart.Chart, parts.Add("chart", $"../charts/chart{number}.xml"), column, row));
        }
        zip.Write(path, DrawingPart.ContentType, DrawingPart.Create(placed));
        zip.WriteRelationships(path, parts);
    }

    private void WriteWorkbook(IReadOnlyList<Tab> tabs)
    {
        var parts = new Relationships();
        var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        var printed = new DefinedNames();
        for (var i = 0; i < tabs.Count; i++)
        {
            var id = parts.Add("worksheet", $"worksheets/sheet{tabs[i].Part.Number}.xml");
            sheets.Append(new Sheet { Name = tabs[i].Name, SheetId = (uint)i + 1, Id = id });
            if (tabs[i].Part.PrintTitles(tabs[i].Name) is { } titles)
                printed.Append(new DefinedName(titles) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }
        parts.Add("styles", "styles.xml");

        var workbook = new Workbook();
        workbook.AddNamespaceDeclaration(RelationshipNamespacePrefix, Relationships.Office);
        workbook.Append(new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28800, WindowHeight = 15000, TabRatio = 800 }));
        workbook.Append(sheets);
        if (printed.HasChildren)
            workbook.Append(printed);
        zip.Write(PathOfWorkbook, ContentType, workbook);
        zip.WriteRelationships(PathOfWorkbook, parts);
    }

    private sealed record Tab(SheetWriter Sheet, SheetPart Part, string Name);
}
