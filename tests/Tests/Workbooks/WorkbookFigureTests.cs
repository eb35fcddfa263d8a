using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class WorkbookFigureTests
{
    public static TheoryData<string, string, string> Figures => new()
    {
        { "Count", "9223372036854775807", "9223372036854775807" },
        { "Number", "-0.125", "-0.125" },
        { "Number", "1.500", "1.5" },
        { "Number", "79228162514264337593543950335", "79228162514264337593543950335" },
        { "Number", "0.0000000000000000000000000001", "0.0000000000000000000000000001" },
        { "Number", "12345678901234567.0123456789", "12345678901234567.0123456789" },
        { "Money", "1234.50", "1234.5" },
        { "Money", "-0.05", "-0.05" },
        { "Percentage", "12.5", "0.125" },
        { "Percentage", "-100", "-1" },
        { "Percentage", "0.00", "0" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Write_AFigure_KeepsAllItsDigits(string kind, string figure, string expected)
    {
        var number = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);
        var cell = kind switch
        {
            "Count" => Cell.OfCount((long)number),
            "Money" => Cell.OfMoney(number),
            "Percentage" => Cell.OfPercentage(number),
            _ => Cell.OfNumber(number),
        };

        Assert.Equal(expected, WorkbookFiles.Cells(OneRow(cell), "S")["A2"]);
    }

    [Fact]
    public async Task Write_EveryKindOfCell_ShowsAsPeopleReadIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kinds.xlsx");
        await File.WriteAllBytesAsync(path, OneRow(
            Cell.OfText("A & B <c>"), Cell.OfCount(1_234_567), Cell.OfNumber(1234.5m), Cell.OfMoney(-1234.5m), Cell.OfPercentage(12.5m),
            Cell.OfDate(new DateOnly(2026, 4, 1)), Cell.OfMoment(new DateTime(2026, 7, 21, 16, 59, 0)), Cell.NotAsked, Cell.Empty,
            Cell.OfCount(0), Cell.OfDate(new DateOnly(1897, 6, 22)), Cell.OfText("=1+1"), Cell.OfText("007")));

        var sheets = await LibreOffice.ToCsvAsync(path);

        Assert.Equal(
            ["A & B <c>", "1,234,567", "1,234.5", "-£1,234.50", "12.5%", "01/04/2026", "21/07/2026 16:59", "not asked", "", "0", "22/06/1897", "=1+1", "007"],
            sheets["S"][1]);
    }

    [Fact]
    public async Task Write_AWholeReport_ShowsEveryCellOfEverySheet()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("report.xlsx");
        await File.WriteAllBytesAsync(path, SampleReport.Write(40));

        var sheets = await LibreOffice.ToCsvAsync(path);

        Assert.Equal(["Answers", "Awards", "Summary"], sheets.Keys.Order(StringComparer.Ordinal));
        var heard = new ShownReport();
        SampleReport.Fill(heard, 40);
        foreach (var (name, rows) in heard.Sheets)
            Assert.Equal(Lines(rows), Lines(sheets[name]));
    }

    /// <summary>Rows as lines, for failures that can be read, without the empty ones and what only fills a row up.</summary>
    private static IEnumerable<string> Lines(IEnumerable<string[]> rows) =>
        rows.Select(row => string.Join('|', row).TrimEnd('|')).Where(line => line.Length > 0);

    private static byte[] OneRow(params Cell[] cells) => WorkbookFiles.Of(workbook =>
    {
        var sheet = workbook.AddSheet(new ReportSheet("S", "", []));
        sheet.BeginTable(WorkbookFiles.Table("T", [.. cells.Select(cell => cell.Kind)]));
        sheet.WriteRow(cells);
    });
}
