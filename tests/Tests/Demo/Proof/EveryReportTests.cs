using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Every report of every demonstration as tables, without storage or a workbook: each of its figures worked out a second time from raw JSON.</summary>
public sealed class EveryReportTests
{
    [Theory]
    [InlineData("early-help")]
    [InlineData("grant-aid")]
    [InlineData("household-support")]
    [InlineData("shared-commissions")]
    public void Reports_OfACase_SayWhatTheRawAnswersSay(string name)
    {
        var demo = DemoCases.Of(name).Single();
        var digests = ReportProof.DigestsOf(demo);
        Assert.Empty(ReportProof.ReportsOf(demo).SelectMany(key => ReportProof.Faults(PlainCase.Of(name), key, TakenReport.Of(demo, key).Opened, digests)));
    }

    /// <summary>Any column of figures, wrong in a single cell, is found out: no column of the report goes unproved.</summary>
    [Fact]
    public void Reports_WithOneWrongFigure_AreFoundOut()
    {
        var data = PlainCase.Of("early-help");
        var (demo, key) = (data.Demo, ReportProof.ReportsOf(data.Demo)[4]);
        var (report, digests) = (TakenReport.Of(demo, key).Opened, ReportProof.DigestsOf(demo));
        var unproved = new List<string>();
        var tried = 0;
        foreach (var (name, sheet) in report.Sheets)
            foreach (var titled in sheet.Tables)
                for (var column = 0; column < titled.Table.Headings.Count; column++)
                {
                    if (titled.Table.Rows.LastOrDefault(row => ShownCell.Number(row.Cells[column]) is not null)?.Cells is not { } cells)
                        continue;
                    tried++;
                    var right = cells[column];
                    cells[column] = $"{ShownCell.Number(right) + 7}";
                    if (ReportProof.Faults(data, key, report, digests).Count == 0)
                        unproved.Add($"{name}, {titled.Title}: {titled.Table.Headings[column]}");
                    cells[column] = right;
                }
        Assert.Empty(unproved);
        Assert.InRange(tried, 100, int.MaxValue);
    }
}
