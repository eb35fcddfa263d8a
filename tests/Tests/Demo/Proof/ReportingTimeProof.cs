using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Minutes a return, per £1,000, and by the funders who cause them.</summary>
internal static class ReportingTimeProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        var table = report.Table("Reporting time");
        var ofAwards = expected.Awards.Select(award => (Award: award, In: expected.In.Where(one => one.Award == award).ToList())).Where(one => one.In.Count > 0).ToList();
        var costs = ofAwards.ToDictionary(one => one.Award, one => one.In.Sum(filed => PlainReport.Cost(one.Award, one.Award.Amount, filed.Period.Start, filed.Period.End)));
        var funders = FundersOf(expected);
        Assert.Equal([.. ofAwards.Select(one => one.Award.Id.Value), "All", .. funders.Select(_ => "Share")], table.Rows.Select(row => row["Award"]));
        Assert.Equal([.. ofAwards.Select(one => one.Award.Provider.Name), "All awards", .. funders.Select(funder => funder.Name)], table.Rows.Select(row => row["Provider"]));
        foreach (var ((award, isIn), row) in ofAwards.Zip(table.Rows))
            CheckRow(row, isIn, costs[award], (expected.Key, award.Id));
        CheckRow(table.Rows[ofAwards.Count], [.. ofAwards.SelectMany(one => one.In)], costs.Values.Sum(), (expected.Key, "All"));
        CheckShares();

        void CheckShares()
        {
            foreach (var (funder, row) in funders.Zip(table.Rows.Skip(ofAwards.Count + 1)))
            {
                var about = (expected.Key, funder.Id);
                var minutes = ofAwards.Sum(one => Part(one.Award, funder) * one.In.Sum(filed => filed.Newest.Minutes));
                var cost = ofAwards.Sum(one => Part(one.Award, funder) * costs[one.Award]);
                var shown = row.Number("Minutes")!.Value;
                Assert.True(Math.Abs(shown - minutes) < 0.01m, $"{about}: {shown} minutes, and should be {minutes}.");
                row.Holds("Returns in", null, about);
                row.Holds("Minutes a return", null, about);
                row.Holds("Cost of the award in the time", ShownCell.Pence(cost), about);
                row.Holds("Minutes per £1,000", ShownCell.Tenths(shown * 1000 / cost), about);
            }
            if (expected.IsLead)
                Assert.Equal(table.Rows[ofAwards.Count].Number("Minutes"), table.Rows.Skip(ofAwards.Count + 1).Sum(row => row.Number("Minutes")));
        }

        static decimal Part(Award award, NamedOrganisation funder) => award.Contributions.Where(part => part.Funder == funder.Id).Sum(part => part.Amount) / award.Amount;
    }

    private static List<NamedOrganisation> FundersOf(PlainReport expected) =>
        [.. expected.Programme.CoFunders.Prepend(expected.Programme.LeadFunder).Where(funder => (expected.IsLead || funder.Id.Value == expected.Reader)
            && expected.In.Any(one => one.Award.Contributions.Any(part => part.Funder == funder.Id && part.Amount > 0)))];

    private static void CheckRow(ShownRow row, List<PlainReturn> isIn, decimal cost, object about)
    {
        var minutes = isIn.Sum(one => one.Newest.Minutes);
        row.Holds("Returns in", isIn.Count, about);
        row.Holds("With minutes told", isIn.Count, about);
        row.Holds("Minutes", minutes, about);
        row.Holds("Minutes a return", isIn.Count == 0 ? null : ShownCell.Tenths((decimal)minutes / isIn.Count), about);
        row.Holds("Cost of the award in the time", ShownCell.Pence(cost), about);
        row.Holds("Minutes per £1,000", cost > 0 ? ShownCell.Tenths(minutes * 1000 / cost) : null, about);
    }
}
