using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;
using Cell = MonitoringReturns.Core.Reporting.Tables.Cell;
using Column = MonitoringReturns.Core.Reporting.Tables.Column;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class WorkbookSheetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(256 * 1024)]
    public void WriteRow_BeyondTheSheetsRows_GoesOnOnAFurtherSheet(int spoolBytes)
    {
        var texts = Enumerable.Range(1, 23).Select(i => $"row {i}");

        var workbook = WorkbookFiles.OfTexts(texts, new WorkbookLimits(RowsPerSheet: 10, spoolBytes));

        Assert.Equal(["Texts", "Texts (2)", "Texts (3)"], WorkbookFiles.SheetNames(workbook));
        Assert.Equal("row 9", WorkbookFiles.Cells(workbook, "Texts")["A10"]);
        Assert.Equal("Heading 1", WorkbookFiles.Cells(workbook, "Texts (2)")["A1"]);
        Assert.Equal("row 10", WorkbookFiles.Cells(workbook, "Texts (2)")["A2"]);
        Assert.Equal("row 23", WorkbookFiles.Cells(workbook, "Texts (3)")["A6"]);
        Assert.Empty(WorkbookFiles.Faults(workbook));
    }

    [Fact]
    public void BeginTable_WithoutRoomForItsFirstRow_StartsOnAFurtherSheet()
    {
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("Summary", "Title", []));
            sheet.BeginTable(WorkbookFiles.Table("First", CellKind.Count));
            for (var i = 0; i < 5; i++)
                sheet.WriteRow([Cell.OfCount(i)]);
            sheet.BeginTable(WorkbookFiles.Table("Second", CellKind.Count));
            sheet.WriteRow([Cell.OfCount(99)]);
        }, new WorkbookLimits(RowsPerSheet: 10));

        Assert.Equal("Title (continued, part 2)", WorkbookFiles.Cells(workbook, "Summary (2)")["A1"]);
        Assert.Equal("99", WorkbookFiles.Cells(workbook, "Summary (2)")["A4"]);
        Assert.Empty(WorkbookFiles.Faults(workbook));
    }

    [Fact]
    public void Continue_WhereAnotherSheetHasTheName_TakesTheNext()
    {
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("A", "", [], Large: true));
            sheet.BeginTable(WorkbookFiles.Table("A", CellKind.Count));
            for (var i = 0; i < 3; i++)
                sheet.WriteRow([Cell.OfCount(i)]);
            writer.AddSheet(new ReportSheet("a (2)", "", []));
        }, new WorkbookLimits(RowsPerSheet: 3));

        Assert.Equal(["A", "A (3)", "a (2)"], WorkbookFiles.SheetNames(workbook));
    }

    [Fact]
    public void WriteRow_OnSeveralOpenSheetsInTurn_KeepsEachSheetsRows()
    {
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheets = Enumerable.Range(0, 4).Select(i => writer.AddSheet(new ReportSheet($"S{i}", "", [], Large: i % 2 == 0))).ToList();
            for (var i = 0; i < 4; i++)
                sheets[i].BeginTable(WorkbookFiles.Table($"T{i}", CellKind.Count));
            for (var row = 0; row < 100; row++)
                sheets.ForEach(sheet => sheet.WriteRow([Cell.OfCount(row * 10 + sheets.IndexOf(sheet))]));
        }, new WorkbookLimits(SpoolBytes: 100));

        for (var i = 0; i < 4; i++)
            Assert.Equal($"{990 + i}", WorkbookFiles.Cells(workbook, $"S{i}")["A101"]);
    }

    [Fact]
    public void BeginTable_WithAwkwardHeadings_MakesThemUniqueAndWritesThemAsTheTableHasThem()
    {
        string[] headings = ["Total", "total", "", "Two\r\nlines", "_x0041_", new string('n', 300), new string('n', 300)];
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("S", "", []));
            sheet.BeginTable(new ReportTable("Q1", "", [.. headings.Select((heading, i) => new Column($"c{i}", heading, CellKind.Text))]));
        });

        var cells = WorkbookFiles.Cells(workbook, "S");
        string[] expected = ["Total", "total (2)", "Column 3", "Two lines", "_x0041_", new string('n', 255), new string('n', 251) + " (2)"];
        Assert.Equal(expected, "ABCDEFG".Select(column => cells[$"{column}1"]));
        var table = WorkbookFiles.Read(workbook, book => WorkbookFiles.Sheet(book, "S").TableDefinitionParts.Single().Table);
        Assert.Equal(expected, table.TableColumns!.Elements<TableColumn>().Select(column => WorkbookFiles.Decode(column.Name!.Value!)));
        Assert.Equal("Table_Q1", table.DisplayName);
        Assert.Equal("A1:G2", table.Reference);
        Assert.Empty(WorkbookFiles.Faults(workbook));
    }

    [Fact]
    public void AddSheet_Large_FreezesAndRepeatsItsHeadings()
    {
        var workbook = SampleReport.Write(3);

        var pane = WorkbookFiles.Read(workbook, book => WorkbookFiles.Sheet(book, "Awards").Worksheet.Descendants<Pane>().Single());
        Assert.Equal("C4", pane.TopLeftCell);
        Assert.Equal(PaneStateValues.Frozen, pane.State!.Value);
        var printed = WorkbookFiles.Read(workbook, book => book.Workbook.DefinedNames!.Elements<DefinedName>().First());
        Assert.Equal("'Awards'!$A:$B,'Awards'!$3:$3", printed.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a[b")]
    [InlineData("'quoted")]
    [InlineData("history")]
    [InlineData("AWARDS")]
    [InlineData("This name has thirty-two letters")]
    public void AddSheet_WithANameThatNoTabCanHave_IsRefused(string name)
    {
        using var writer = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        writer.AddSheet(new ReportSheet("Awards", "", []));

        Assert.Throws<ArgumentException>(() => writer.AddSheet(new ReportSheet(name, "", [])));
    }

    [Fact]
    public void BeginTable_WithMoreColumnsThanASheetHas_IsRefused()
    {
        using var writer = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        var sheet = writer.AddSheet(new ReportSheet("S", "", []));
        var columns = Enumerable.Range(0, 16_385).Select(i => new Column($"c{i}", $"{i}", CellKind.Count)).ToList();

        Assert.Throws<ArgumentException>(() => sheet.BeginTable(new ReportTable("T", "", columns)));
        sheet.BeginTable(new ReportTable("T", "", columns[1..]));
    }

    [Theory]
    [InlineData("Awards", "Awards")]
    [InlineData("Q1", "Table_Q1")]
    [InlineData("abc123", "Table_abc123")]
    [InlineData("Year2026", "Year2026")]
    [InlineData("2026", "Table_2026")]
    [InlineData("R1C1", "Table_R1C1")]
    [InlineData("rc", "Table_rc")]
    [InlineData("C", "Table_C")]
    [InlineData("R2D2", "R2D2")]
    public void BeginTable_WithAnIdLikeACell_NamesTheTableOtherwise(string id, string expected)
    {
        var workbook = WorkbookFiles.Of(writer => writer.AddSheet(new ReportSheet("S", "", [])).BeginTable(WorkbookFiles.Table(id, CellKind.Count)));

        Assert.Equal(expected, WorkbookFiles.Read(workbook, book => WorkbookFiles.Sheet(book, "S").TableDefinitionParts.Single().Table.DisplayName!.Value));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("TAKEN")]
    public void BeginTable_WithAnIdThatCannotBeAName_IsRefused(string id)
    {
        using var writer = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        var sheet = writer.AddSheet(new ReportSheet("S", "", []));
        sheet.BeginTable(WorkbookFiles.Table("Taken", CellKind.Count));

        Assert.Throws<ArgumentException>(() => sheet.BeginTable(WorkbookFiles.Table(id, CellKind.Count)));
    }

    [Fact]
    public void WriteRow_WithTooFewCells_IsRefused()
    {
        using var writer = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        var sheet = writer.AddSheet(new ReportSheet("S", "", []));
        sheet.BeginTable(WorkbookFiles.Table("T", CellKind.Count, CellKind.Count));

        Assert.Throws<ArgumentException>(() => sheet.WriteRow([Cell.OfCount(1)]));
        Assert.Equal(0, sheet.Rows);
    }
}
