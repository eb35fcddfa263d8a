using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Workbooks.Csv;
using MonitoringReturns.Workbooks.Json;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>What holds for both kinds of files for programs. Runs while no other test does: the heap is everyone's.</summary>
[Collection(nameof(WorkbookMemoryTests))]
public sealed class TextReportTests
{
    private const int MayGrowBy = 3_000_000;

    public static TheoryData<string> Formats => ["csv", "json"];

    [Theory, MemberData(nameof(Formats))]
    public void Write_OfTheSameTables_GivesTheSameBytesOnAnyStream(string format) => Prop.ForAll(GeneratedTables.Some.ToArbitrary(), tables =>
        TextFiles.Of(Of(format), tables).AsSpan().SequenceEqual(TextFiles.Of(Of(format), tables, seekable: false))).QuickCheckThrowOnFailure();

    [Theory, MemberData(nameof(Formats))]
    public void WriteRow_AHundredTimesAsOften_KeepsMemoryFlat(string format)
    {
        var few = PeakOfWriting(Of(format), 2_000);
        var many = PeakOfWriting(Of(format), 200_000);

        Assert.InRange(many - few, long.MinValue, MayGrowBy);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Dispose_BeforeItIsComplete_LeavesTheStreamEmptyAndOpen(string format)
    {
        using var output = new MemoryStream();
        using (var report = Of(format).Create(output, TextFiles.Properties))
        {
            var sheet = report.AddSheet(new ReportSheet("S", "", []));
            sheet.BeginTable(WorkbookFiles.Table("T", CellKind.Count));
            sheet.WriteRow([Cell.OfCount(1)]);
        }
        Assert.Equal(0, output.Length);
        Assert.True(output.CanWrite);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Report_UsedAgainstItsContract_Throws(string format)
    {
        using var output = new MemoryStream();
        using var report = Of(format).Create(output, TextFiles.Properties);
        var sheet = report.AddSheet(new ReportSheet("S", "", []));
        Assert.Throws<ArgumentException>(() => report.AddSheet(new ReportSheet("s", "", [])));
        Assert.Throws<InvalidOperationException>(() => sheet.WriteRow([Cell.Empty]));
        Assert.Throws<ArgumentException>(() => sheet.BeginTable(new ReportTable("None", "", [])));
        sheet.BeginTable(WorkbookFiles.Table("T", CellKind.Count));
        Assert.Throws<ArgumentException>(() => sheet.WriteRow([Cell.Empty, Cell.Empty]));
        Assert.Throws<ArgumentException>(() => sheet.BeginTable(WorkbookFiles.Table("t", CellKind.Count)));
        sheet.WriteRow([Cell.Empty]);
        Assert.Equal(1, sheet.Rows);
        report.Complete();
        Assert.Throws<InvalidOperationException>(() => sheet.WriteRow([Cell.Empty]));
        Assert.Throws<InvalidOperationException>(report.Complete);
    }

    private static IReportFormat Of(string format) => format == "csv" ? new CsvFiles() : new JsonTables();

    private static long PeakOfWriting(IReportFormat format, int rows)
    {
        long peak = 0;
        using var report = format.Create(new WriteOnlyStream(Stream.Null), TextFiles.Properties);
        var sheets = new[] { "A", "B" }.Select(name => report.AddSheet(new ReportSheet(name, "", [], Large: true))).ToList();
        foreach (var (number, sheet) in sheets.Index())
            sheet.BeginTable(WorkbookFiles.Table($"T{number}", CellKind.Text, CellKind.Count, CellKind.Money, CellKind.Date));
        for (var row = 0; row < rows; row++)
        {
            foreach (var sheet in sheets)
                sheet.WriteRow([Cell.OfText($"Provider number {row} of many"), Cell.OfCount(row), Cell.OfMoney(row / 100m), Cell.OfDate(new DateOnly(2026, 4, 1))]);
            if (row % (rows / 10) == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }
        report.Complete();
        return Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
    }
}
