using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Holds a report against raw JSON, sheet by sheet, whatever it was opened with.</summary>
internal static class ReportProof
{
    /// <summary>What is wrong, at most one fault a sheet.</summary>
    public static IReadOnlyList<string> Faults(PlainCase data, ReportKey key, OpenedReport report, IReadOnlyDictionary<(string Award, string Period), string> digests)
    {
        var expected = new PlainReport(data, key);
        Action[] proofs =
        [
            () => SightProof.Check(expected, report), () => AnswersProof.Check(expected, report), () => IndicatorsProof.Check(expected, report),
            () => SummaryProof.Check(expected, report), () => AwardsProof.Check(expected, report), () => FundersProof.Check(expected, report),
            () => TrendProof.Check(expected, report), () => WordsProof.Check(expected, report), () => ReportingTimeProof.Check(expected, report),
            () => AboutProof.Check(expected, report, digests),
        ];
        return [.. proofs.SelectMany(FaultOf).Select(fault => $"{key}: {fault}")];
    }

    /// <summary>What a check says; nothing where it is content.</summary>
    public static IReadOnlyList<string> FaultOf(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (Exception found) when (found is Xunit.Sdk.XunitException or KeyNotFoundException)
        {
            return [found.Message];
        }
    }

    /// <summary>Every report of a case: the lead funder's of each period that has a return, and every cut.</summary>
    public static IReadOnlyList<ReportKey> ReportsOf(IDemoCase demo) =>
    [
        .. demo.Programme.Calendar.Where(period => demo.Filings(period.Id).Any(filing => filing.Signatory is not null)).Select(period => ReportKey.Of(demo.Programme.Id, period.Id)),
        .. demo.Cuts.Select(cut => new ReportKey(demo.Programme.Id, cut.From, cut.To, cut.Funder)),
    ];

    /// <summary>SHA-256 of the newest revision of every return, over canonical JSON made in the plainest way.</summary>
    public static IReadOnlyDictionary<(string Award, string Period), string> DigestsOf(IDemoCase demo) =>
        TakenReport.NewestOf(demo).Values.ToDictionary(filed => (filed.Award.Id.Value, filed.Period.Id.Value), filed => PlainCanonicalJson.Of(TakenReport.RevisionOf(demo, filed)).Digest);
}
