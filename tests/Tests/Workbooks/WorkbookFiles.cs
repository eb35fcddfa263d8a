using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;
using Cell = MonitoringReturns.Core.Reporting.Tables.Cell;
using Column = MonitoringReturns.Core.Reporting.Tables.Column;
using ReadCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>Makes small workbooks for tests and reads workbooks back with the SDK.</summary>
internal static partial class WorkbookFiles
{
    public static byte[] Of(Action<WorkbookWriter> fill, WorkbookLimits? limits = null)
    {
        using var output = new MemoryStream();
        using var workbook = new WorkbookWriter(output, SampleReport.Properties, limits ?? new WorkbookLimits());
        fill(workbook);
        workbook.Complete();
        return output.ToArray();
    }

    /// <summary>One large sheet "Texts" with a table of one column, a row a text.</summary>
    public static byte[] OfTexts(IEnumerable<string> texts, WorkbookLimits? limits = null) => Of(workbook =>
    {
        var sheet = workbook.AddSheet(new ReportSheet("Texts", "", [], Large: true));
        sheet.BeginTable(Table("Texts", CellKind.Text));
        foreach (var text in texts)
            sheet.WriteRow([Cell.OfText(text)]);
    }, limits);

    /// <summary>A table with a column of each of the kinds, named a, b, c…</summary>
    public static ReportTable Table(string id, params CellKind[] kinds) =>
        new(id, "", [.. kinds.Select((kind, i) => new Column($"{(char)('a' + i)}", $"Heading {i + 1}", kind))]);

    /// <summary>What the SDK's validator finds wrong, for the Excel of 2019.</summary>
    public static IReadOnlyList<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    public static T Read<T>(byte[] workbook, Func<WorkbookPart, T> read)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return read(document.WorkbookPart!);
    }

    public static IReadOnlyList<string> SheetNames(byte[] workbook) =>
        Read(workbook, book => book.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).ToList());

    public static WorksheetPart Sheet(WorkbookPart book, string name)
    {
        var sheet = book.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name);
        return (WorksheetPart)book.GetPartById(sheet.Id!);
    }

    /// <summary>The cells of a sheet, by reference: decoded text, or the figure as it stands in the file.</summary>
    public static IReadOnlyDictionary<string, string> Cells(byte[] workbook, string sheet) => Read(workbook, book =>
        Sheet(book, sheet).Worksheet.Descendants<ReadCell>().ToDictionary(cell => cell.CellReference!.Value!, Value, StringComparer.Ordinal));

    public static CellFormat Format(WorkbookPart book, string sheet, string reference)
    {
        var cell = Sheet(book, sheet).Worksheet.Descendants<ReadCell>().Single(cell => cell.CellReference == reference);
        return book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
    }

    public static string Decode(string written) =>
        Escape().Replace(written, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static string Value(ReadCell cell) => cell.InlineString is { } text ? Decode(text.Text!.Text) : cell.CellValue!.Text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
