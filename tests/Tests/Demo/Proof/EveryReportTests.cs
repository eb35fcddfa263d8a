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
}
