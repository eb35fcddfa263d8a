using System.IO.Compression;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class WorkbookValidityTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(0)]
    public void Complete_WithEveryKindOfSheet_PassesTheValidator(int awards) =>
        Assert.Empty(WorkbookFiles.Faults(SampleReport.Write(awards)));

    [Fact]
    public void Complete_WithASheetWithoutTables_PassesTheValidator() =>
        Assert.Empty(WorkbookFiles.Faults(WorkbookFiles.Of(workbook => workbook.AddSheet(new ReportSheet("About", "About", ["A note"])))));

    [Fact]
    public void Complete_WithoutSheets_IsRefused()
    {
        using var workbook = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);

        Assert.Throws<InvalidOperationException>(workbook.Complete);
    }

    [Fact]
    public void Write_SameReportTwice_GivesTheSameBytes() => Assert.Equal(SampleReport.Write(40), SampleReport.Write(40));

    [Fact]
    public void Write_ToAStreamThatCannotSeek_GivesTheSameBytes()
    {
        using var target = new MemoryStream();
        using var output = new WriteOnlyStream(target);
        using (var workbook = new WorkbookWriter(output, SampleReport.Properties))
        {
            SampleReport.Fill(workbook, 40);
            workbook.Complete();
        }

        Assert.Equal(SampleReport.Write(40), target.ToArray());
    }

    [Fact]
    public void Write_WithSpoolsInFilesOrInMemory_GivesTheSameBytes()
    {
        var inFiles = WorkbookFiles.Of(workbook => SampleReport.Fill(workbook, 40), new WorkbookLimits(SpoolBytes: 0));

        Assert.Equal(SampleReport.Write(40), inFiles);
    }

    [Fact]
    public void Complete_WithACreatedMoment_StampsEveryPartWithItInUtc()
    {
        using var zip = new ZipArchive(new MemoryStream(SampleReport.Write(1)));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 7, 21, 9, 30, 0), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Dispose_BeforeComplete_WritesNothingMore()
    {
        using var output = new MemoryStream();
        var workbook = new WorkbookWriter(output, SampleReport.Properties);
        SampleReport.Fill(workbook, 40);
        var written = output.Length;

        workbook.Dispose();

        Assert.Equal(written, output.Length);
    }

    [Fact]
    public void Write_AfterComplete_IsRefused()
    {
        using var workbook = new WorkbookWriter(new MemoryStream(), SampleReport.Properties);
        var sheet = workbook.AddSheet(new ReportSheet("Awards", "", []));
        sheet.BeginTable(WorkbookFiles.Table("Awards", CellKind.Count));
        workbook.Complete();

        Assert.Throws<InvalidOperationException>(() => sheet.WriteRow([Cell.OfCount(1)]));
    }
}
