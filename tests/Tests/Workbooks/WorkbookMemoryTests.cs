using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>Runs while no other test does: the heap is everyone's.</summary>
[CollectionDefinition(nameof(WorkbookMemoryTests), DisableParallelization = true)]
[Collection(nameof(WorkbookMemoryTests))]
public sealed class WorkbookMemoryTests
{
    private const int MayGrowBy = 3_000_000;

    /// <summary>200,000 rows on two sheets make some 130 MB of XML; what is alive must not tell.</summary>
    [Fact]
    public void WriteRow_AHundredTimesAsOften_KeepsMemoryFlat()
    {
        var few = PeakOfWriting(2_000);
        var many = PeakOfWriting(200_000);

        Assert.InRange(many - few, long.MinValue, MayGrowBy);
    }

    [Fact]
    public void WriteRow_OfPreparedCells_AllocatesNothingPerCell()
    {
        using var workbook = new WorkbookWriter(new WriteOnlyStream(Stream.Null), SampleReport.Properties);
        var sheet = workbook.AddSheet(new ReportSheet("S", "", [], Large: true));
        sheet.BeginTable(WorkbookFiles.Table("T", CellKind.Text, CellKind.Count, CellKind.Money, CellKind.Percentage, CellKind.Date, CellKind.Moment));
        Cell[] cells = [.. Row(7)];
        sheet.WriteRow(cells);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
            sheet.WriteRow(cells);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000);
    }

    private static long PeakOfWriting(int rows)
    {
        long peak = 0;
        using (var workbook = new WorkbookWriter(new WriteOnlyStream(Stream.Null), SampleReport.Properties))
        {
            var direct = workbook.AddSheet(new ReportSheet("Direct", "", [], Large: true));
            var spooled = workbook.AddSheet(new ReportSheet("Spooled", "", [], Large: true));
            foreach (var (sheet, id) in ((IReportSheetWriter, string)[])[(direct, "D"), (spooled, "S")])
                sheet.BeginTable(WorkbookFiles.Table(id, CellKind.Text, CellKind.Count, CellKind.Money, CellKind.Percentage, CellKind.Date, CellKind.Moment));
            for (var i = 0; i < rows; i++)
            {
                direct.WriteRow(Row(i));
                spooled.WriteRow(Row(i));
                if (i % (rows / 10) == 0)
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
            workbook.Complete();
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }
        return peak;
    }

    private static Cell[] Row(int i) =>
    [
        Cell.OfText($"Provider number {i} of many"), Cell.OfCount(i), Cell.OfMoney(i / 100m), Cell.OfPercentage(i / 10m),
        Cell.OfDate(new DateOnly(2026, 4, 1)), Cell.OfMoment(new DateTime(2026, 4, 1, 9, i % 60, 0)),
    ];
}
