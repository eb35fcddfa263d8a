using System.Globalization;
using System.IO.Compression;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;
using Cell = MonitoringReturns.Core.Reporting.Tables.Cell;
using Column = MonitoringReturns.Core.Reporting.Tables.Column;
using SdkCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using WorkbookProperties = MonitoringReturns.Workbooks.WorkbookProperties;

namespace MonitoringReturns.Benchmarks.Workbooks;

/// <summary>The ways to write the same mixed cells: texts, counts, money, percentages, dates, some empty, some not asked.</summary>
internal static class WriterWays
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 997).Select(i => $"Provider & partners no. {i}: {new string('x', i % 23)}")];
    private static readonly DateTimeOffset Created = new(2026, 7, 21, 9, 30, 0, TimeSpan.Zero);

    public static void Ours(string path, int rows, int columns)
    {
        using var file = File.Create(path);
        using var workbook = new WorkbookWriter(file, new WorkbookProperties("Answers", "", "", "", Created));
        var sheet = workbook.AddSheet(new ReportSheet("Answers", "", [], Large: true));
        sheet.BeginTable(new ReportTable("Answers", "", [.. Enumerable.Range(0, columns).Select(i => new Column($"c{i}", $"Column {i}", CellKind.Text))]));
        var cells = new Cell[columns];
        for (var row = 0; row < rows; row++)
        {
            Fill(cells, row);
            sheet.WriteRow(cells);
        }
        workbook.Complete();
    }

    public static void Sdk(string path, int rows, int columns, CompressionOption compression)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = compression;
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        var names = Enumerable.Range(0, columns).Select(ColumnName).ToArray();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            var cells = new Cell[columns];
            for (var row = 0; row < rows; row++)
            {
                Fill(cells, row);
                var number = (row + 1).ToString(CultureInfo.InvariantCulture);
                writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", number)]);
                for (var i = 0; i < columns; i++)
                    WriteCell(writer, cells[i], names[i] + number);
                writer.WriteEndElement();
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "Answers", SheetId = 1, Id = book.GetIdOfPart(part) }));
    }

    public static void Deflate(string path, byte[] ready)
    {
        using var file = File.Create(path);
        using var deflate = new DeflateStream(file, CompressionLevel.Fastest);
        deflate.Write(ready);
    }

    /// <summary>The rows as our writer makes them, not deflated.</summary>
    public static byte[] ReadyBytes(string path, int rows, int columns)
    {
        Ours(path, rows, columns);
        using var zip = ZipFile.OpenRead(path);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var bytes = new MemoryStream();
        sheet.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void WriteCell(OpenXmlWriter writer, in Cell cell, string reference)
    {
        if (cell.Kind == CellKind.Empty)
            return;
        var style = ((int)cell.Kind).ToString(CultureInfo.InvariantCulture);
        if (cell.Kind is CellKind.Text or CellKind.NotAsked)
        {
            writer.WriteStartElement(
                new SdkCell(), [new OpenXmlAttribute("r", "", reference), new OpenXmlAttribute("s", "", style), new OpenXmlAttribute("t", "", "inlineStr")]);
            writer.WriteElement(new InlineString(new Text(cell.Text ?? "not asked")));
        }
        else
        {
            writer.WriteStartElement(new SdkCell(), [new OpenXmlAttribute("r", "", reference), new OpenXmlAttribute("s", "", style)]);
            var figure = cell.Kind == CellKind.Percentage ? cell.Number / 100 : cell.Number;
            writer.WriteElement(new CellValue(figure.ToString(CultureInfo.InvariantCulture)));
        }
        writer.WriteEndElement();
    }

    private static void Fill(Cell[] cells, int row)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var value = row * 31 + i * 17;
            cells[i] = (i % 10) switch
            {
                0 or 1 => Cell.OfText(Texts[value % Texts.Length]),
                2 or 3 or 4 => Cell.OfCount(value % 5_000),
                5 => Cell.OfMoney(value % 100_000 / 100m),
                6 => Cell.OfPercentage(value % 2_000 / 10m),
                7 => Cell.OfDate(new DateOnly(2026, 4, 1).AddDays(value % 365)),
                8 => value % 3 == 0 ? Cell.NotAsked : Cell.OfNumber(value % 1_000 / 8m),
                _ => Cell.Empty,
            };
        }
    }

    private static string ColumnName(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";
}
