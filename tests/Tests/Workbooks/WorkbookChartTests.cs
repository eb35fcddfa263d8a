using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class WorkbookChartTests
{
    private static readonly ReportTable Table = new("Trend", "",
        [new("quarter", "Quarter", CellKind.Text), new("plan", "Planned", CellKind.Count), new("share", "Share", CellKind.Percentage)]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddChart_BeforeOrAfterTheRows_CoversThemAllWithTheirFigures(bool before)
    {
        var chart = Chart(ChartKind.Columns, "quarter", "plan", "share");

        var series = Read(Workbook(chart, before, rows: 3), part => part.ChartSpace.Descendants<BarChartSeries>().ToList());

        Assert.Equal(2, series.Count);
        Assert.Equal("'It''s a sheet'!$A$2:$A$4", series[1].Descendants<CategoryAxisData>().Single().Descendants<Formula>().Single().Text);
        var values = series[1].Descendants<Values>().Single();
        Assert.Equal("'It''s a sheet'!$C$2:$C$4", values.Descendants<Formula>().Single().Text);
        Assert.Equal(["0.005", "0.015"], values.Descendants<NumericPoint>().Select(point => point.InnerText));
        Assert.Equal("Share", series[1].Descendants<SeriesText>().Single().Descendants<NumericValue>().Single().Text);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    public void AddChart_OverMoreThan200Rows_LeavesTheCopiesOut(int rows, int copies)
    {
        var points = Read(Workbook(Chart(ChartKind.Line, "quarter", "plan"), before: true, rows), part => part.ChartSpace.Descendants<NumericPoint>().Count());

        Assert.Equal(copies, points);
    }

    [Fact]
    public void AddChart_OfEachKind_PassesTheValidatorAndSaysWhatItShows()
    {
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("S", "", []));
            sheet.BeginTable(Table);
            sheet.WriteRow([Cell.OfText("Q1\u0001"), Cell.OfCount(-1), Cell.NotAsked]);
            foreach (var kind in Enum.GetValues<ChartKind>())
                sheet.AddChart(Chart(kind, "quarter", "plan", "share", "plan", "share", "plan", "share"));
        });

        Assert.Empty(WorkbookFiles.Faults(workbook));
        var said = WorkbookFiles.Read(workbook, book => WorkbookFiles.Sheet(book, "S").DrawingsPart!.WorksheetDrawing
            .Descendants<NonVisualDrawingProperties>().Select(chart => chart.Description!.Value).ToList());
        Assert.Equal(Enumerable.Repeat("What the chart shows.", 3), said);
    }

    [Fact]
    public async Task AddChart_OpenedInLibreOffice_IsDrawnFromTheCells()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("chart.xlsx");
        await File.WriteAllBytesAsync(path, Workbook(Chart(ChartKind.Bars, "quarter", "plan"), before: false, rows: 203));

        var understood = Read(await LibreOffice.SaveAgainAsync(path), part => part.ChartSpace.Descendants<BarChartSeries>().Single());

        Assert.Equal("Planned", understood.Descendants<SeriesText>().Single().Descendants<NumericValue>().Single().Text);
        Assert.Equal(
            Enumerable.Range(0, 203).Select(i => $"{i}"), understood.Descendants<Values>().Single().Descendants<NumericPoint>().Select(point => point.InnerText));
        Assert.Equal("Q202", understood.Descendants<StringPoint>().Last().InnerText);
    }

    [Fact]
    public async Task AddChart_ThreeOnASummary_PrintOnOnePageWithIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("summary.xlsx");
        await File.WriteAllBytesAsync(path, WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("Summary", "Summary", []));
            sheet.BeginTable(Table);
            sheet.WriteRow([Cell.OfText("Q1"), Cell.OfCount(1), Cell.OfPercentage(1)]);
            foreach (var kind in Enum.GetValues<ChartKind>())
                sheet.AddChart(Chart(kind, "quarter", "plan", "share"));
        }));

        var pdf = await File.ReadAllTextAsync(await LibreOffice.ToPdfAsync(path), System.Text.Encoding.Latin1);

        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(pdf, "/Type\\s*/Page\\b(?!s)"));
    }

    [Fact]
    public void AddChart_WithoutAlternativeText_IsRefused()
    {
        using var writer = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        var sheet = writer.AddSheet(new ReportSheet("S", "", []));

        Assert.Throws<ArgumentException>(() => sheet.AddChart(Chart(ChartKind.Line, "quarter", "plan") with { AlternativeText = " " }));
    }

    [Theory]
    [InlineData("Trend", "elsewhere")]
    [InlineData("Elsewhere", "plan")]
    public void Complete_WithAChartOverWhatIsNotThere_IsRefused(string table, string column)
    {
        var chart = Chart(ChartKind.Line, "quarter", column) with { TableId = table };

        Assert.Throws<InvalidOperationException>(() => Workbook(chart, before: false, rows: 1));
    }

    private static ReportChart Chart(ChartKind kind, string category, params string[] series) =>
        new(kind, "Title", "What the chart shows.", "Trend", category, series);

    private static byte[] Workbook(ReportChart chart, bool before, int rows) => WorkbookFiles.Of(writer =>
    {
        var sheet = writer.AddSheet(new ReportSheet("It's a sheet", "", []));
        if (before)
            sheet.AddChart(chart);
        sheet.BeginTable(Table);
        for (var i = 0; i < rows; i++)
            sheet.WriteRow([Cell.OfText($"Q{i}"), Cell.OfCount(i), i == 1 ? Cell.NotAsked : Cell.OfPercentage(i * 0.5m + 0.5m)]);
        if (!before)
            sheet.AddChart(chart);
    });

    private static T Read<T>(byte[] workbook, Func<DocumentFormat.OpenXml.Packaging.ChartPart, T> read) => WorkbookFiles.Read(workbook, book =>
        read(WorkbookFiles.Sheet(book, "It's a sheet").DrawingsPart!.ChartParts.Single()));
}
