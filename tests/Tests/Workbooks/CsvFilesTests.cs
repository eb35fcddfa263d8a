using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Workbooks.Csv;

namespace MonitoringReturns.Tests.Workbooks;

public sealed partial class CsvFilesTests
{
    private static readonly CsvFiles Csv = new();

    [Fact]
    public void Write_OfEveryKindOfCell_GivesTheseBytes()
    {
        var zip = TextFiles.OneRow(Csv,
            Cell.OfText("Said \"yes\", twice"), Cell.OfCount(1_234_567), Cell.OfNumber(-0.1250m), Cell.OfMoney(1250.5m), Cell.OfPercentage(12.5m),
            Cell.OfDate(new DateOnly(2026, 6, 30)), Cell.OfMoment(new DateTime(2026, 6, 30, 21, 15, 0)), Cell.NotAsked, Cell.Empty, Cell.OfText("one\ntwo"), Cell.OfMoney(-5));

        Assert.Equal(
            "\ufeffHeading 1,Heading 2,Heading 3,Heading 4,Heading 5,Heading 6,Heading 7,Heading 8,Heading 9,Heading 10,Heading 11\r\n"
            + "\"Said \"\"yes\"\", twice\",1234567,-0.125,1250.50,12.5,2026-06-30,2026-06-30T21:15,not asked,,\"one\ntwo\",-5.00\r\n",
            TextFiles.Text(zip, "T.csv"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("-", "'-")]
    [InlineData("@home", "'@home")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData(" =1", "' =1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("1-2", "1-2")]
    public void WriteText_ThatLooksLikeAFormula_HasAnApostropheBeforeIt(string text, string written) =>
        Assert.Equal(written, TextFiles.Records(TextFiles.OneRow(Csv, Cell.OfText(text)), "T.csv")[1][0]);

    [Fact]
    public void Write_OfHeadings_MakesThemUniqueAndNoFormula()
    {
        var zip = TextFiles.Of(Csv, [new FilledTable(
            new ReportTable("T", "", [new("a", "People", CellKind.Count), new("b", "People", CellKind.Money), new("c", "=SUM(A1)", CellKind.Text)]), [])]);

        Assert.Equal([["People", "People (2)", "'=SUM(A1)"]], TextFiles.Records(zip, "T.csv"));
        Assert.Equal(
            [["table", "id", "heading", "kind"], ["T", "a", "People", "count"], ["T", "b", "People (2)", "money"], ["T", "c", "'=SUM(A1)", "text"]],
            TextFiles.Records(zip, "columns.csv"));
    }

    [Fact]
    public void Write_OfAnyTables_ReadsBackTheSame() => Prop.ForAll(GeneratedTables.Some.ToArbitrary(), tables =>
    {
        var zip = TextFiles.Of(Csv, tables);
        foreach (var table in tables)
        {
            var records = TextFiles.Records(zip, $"{table.Table.Id}.csv");
            Assert.Equal(table.Rows.Count + 1, records.Count);
            Assert.All(records, record => Assert.Equal(table.Table.Columns.Count, record.Length));
            foreach (var (row, record) in table.Rows.Zip(records.Skip(1)))
                Assert.All(row.Zip(record), pair => Assert.True(IsSame(pair.First, pair.Second), $"{pair.First.Kind} “{ReadableCell.Of(pair.First)}” is written as “{pair.Second}”."));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_OfASampleReport_HasAFileATableAndTheTimeOfTheReport()
    {
        using var archive = new ZipArchive(new MemoryStream(TextFiles.Of(Csv, report => SampleReport.Fill(report, 12))));

        Assert.Equal(["KeyFigures.csv", "Indicators.csv", "Trend.csv", "Awards.csv", "Answers.csv", "columns.csv"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(2026, 7, 21, 9, 30, 6, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void BeginTable_WithTheNameOfTheListOfColumns_IsRefused() =>
        Assert.Throws<ArgumentException>(() => TextFiles.Of(Csv, [new FilledTable(WorkbookFiles.Table("Columns", CellKind.Text), [])]));

    [Theory]
    [InlineData("../T")]
    [InlineData("")]
    [InlineData("a b")]
    public void BeginTable_WithAnIdThatIsNoFileName_IsRefused(string id) =>
        Assert.Throws<ArgumentException>(() => TextFiles.Of(Csv, [new FilledTable(WorkbookFiles.Table(id, CellKind.Text), [])]));

    [Fact]
    public async Task Write_OfFormulasAndLetters_ShowsTextAndLettersInASpreadsheet()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("T.csv");
        var zip = TextFiles.OneRow(Csv,
            Cell.OfText("=1+1"), Cell.OfText("Llanfairpwll ŵ ŷ"), Cell.OfText("Zażółć gęślą jaźń"), Cell.OfCount(1200), Cell.OfMoney(-3.5m), Cell.OfText("@SUM(1,2)"), Cell.OfText("one\ntwo"));
        await File.WriteAllBytesAsync(path, TextFiles.Unzip(zip)["T.csv"]);

        var shown = await LibreOffice.OpenCsvAsync(path);

        Assert.Equal("Heading 1", shown[0][0]);
        Assert.Equal(["'=1+1", "Llanfairpwll ŵ ŷ", "Zażółć gęślą jaźń", "1200", "-3.5", "'@SUM(1,2)", "one\ntwo"], shown[1]);
    }

    private static bool IsSame(Cell cell, string written) => cell.Kind switch
    {
        CellKind.Empty => written.Length == 0,
        CellKind.NotAsked => written == "not asked",
        CellKind.Text => cell.Text == (Defused().IsMatch(written) ? written[1..] : written) && !Formula().IsMatch(written),
        CellKind.Date => new DateOnly(1899, 12, 30).AddDays((int)cell.Number) == DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Moment => DateTime.ParseExact(written, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) is var moment && Cell.OfMoment(moment).Number == cell.Number,
        CellKind.Money => Pounds().IsMatch(written) && decimal.Parse(written, CultureInfo.InvariantCulture) == cell.Number,
        _ => Plain().IsMatch(written) && decimal.Parse(written, CultureInfo.InvariantCulture) == cell.Number,
    };

    [GeneratedRegex(@"^'([\t\r]|[\s\p{Cc}""'\uFEFF]*[=+@-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Defused();

    [GeneratedRegex(@"^[\t\r]|^[\s""]*[=+@-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]{2}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pounds();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
