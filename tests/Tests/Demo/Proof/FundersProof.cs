using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>What each funder pays, what is attributed to it, and what stands in its own rows.</summary>
internal static class FundersProof
{
    private const string Sheet = "Funders";

    public static void Check(PlainReport expected, OpenedReport report)
    {
        CheckContributions(expected, report.Table(Sheet, "Contributions and cost"));
        CheckAttributed(expected, report.Table(Sheet, "Figures attributed by share"));
        var own = OwnRowsOf(expected);
        if (own.Count == 0)
            Assert.Null(report.Find(Sheet, "Figures in each funder’s own rows"));
        else
            CheckOwnRows(own, report.Table(Sheet, "Figures in each funder’s own rows"));
    }

    /// <summary>Those who pay for an award of the report and whose figures the reader may see, the lead first.</summary>
    private static List<NamedOrganisation> FundersOf(PlainReport expected) =>
        [.. expected.Programme.CoFunders.Prepend(expected.Programme.LeadFunder).Where(funder => (expected.IsLead || funder.Id.Value == expected.Reader) && expected.Awards.Any(award => Part(award, funder) > 0))];

    private static decimal Part(Award award, NamedOrganisation funder) => award.Contributions.Where(part => part.Funder == funder.Id).Sum(part => part.Amount);

    private static void CheckContributions(PlainReport expected, ShownTable table)
    {
        var funders = FundersOf(expected);
        Assert.Equal(funders.Select(funder => (funder.Name, funder.Id.Value)), table.Rows.Select(row => (row["Funder"], row["Identifier"])));
        foreach (var (funder, row) in funders.Zip(table.Rows))
        {
            var about = (expected.Key, funder.Id);
            var paid = expected.Awards.Where(award => Part(award, funder) > 0).ToList();
            row.Holds("Awards", paid.Count, about);
            row.Holds("Contribution to these awards", paid.Sum(award => Part(award, funder)), about);
            row.Holds($"Cost in the period{(expected.IsSpan ? "s" : "")}", Cost(expected.Periods[expected.First].Start), about);
            row.Holds("Cost to date", Cost(DateOnly.MinValue), about);

            decimal Cost(DateOnly from) => ShownCell.Pence(paid.Sum(award => PlainReport.Cost(award, Part(award, funder), from, expected.Periods[^1].End)));
        }
    }

    private static void CheckAttributed(PlainReport expected, ShownTable table)
    {
        var funders = FundersOf(expected);
        var shown = table.Rows.ToLookup(row => row["Indicator"], StringComparer.Ordinal);
        var met = 0;
        foreach (var indicator in expected.Indicators.Where(indicator => indicator.AddsUp != AddsUpAs.Ratio))
        {
            var (span, toDate) = (expected.Total(indicator, expected.First, expected.Last).Actual, expected.Total(indicator, 0, expected.Last).Actual);
            if (span is null && toDate is null)
                continue;
            var rows = shown[indicator.Name].ToList();
            Assert.Equal(funders.Select(funder => (indicator.Id, funder.Name)), rows.Select(row => (indicator.Id, row["Funder"])));
            met += rows.Count;
            CheckShares(expected, indicator, funders, rows, expected.First, "Whole, all funders", "Attributed");
            CheckShares(expected, indicator, funders, rows, 0, "To date: whole", "To date: attributed");
        }
        Assert.Equal(table.Rows.Count, met);
    }

    private static void CheckShares(PlainReport expected, Indicator indicator, List<NamedOrganisation> funders, List<ShownRow> rows, int from, string wholeHeading, string shareHeading)
    {
        var several = from < expected.Last;
        var whole = expected.Total(indicator, from, expected.Last).Actual?.Value;
        foreach (var (funder, row) in funders.Zip(rows))
        {
            var about = (expected.Key, indicator.Id, funder.Id);
            row.HoldsFigure(wholeHeading, indicator, whole, several, about);
            if (whole is null || (several && indicator.AddsUp == AddsUpAs.Distinct))
            {
                row.HoldsFigure(shareHeading, indicator, null, several, about);
                continue;
            }
            var exact = expected.Awards.Sum(award => (expected.Over(award, indicator, from, expected.Last).Actual?.Value ?? 0) * Part(award, funder) / award.Amount);
            Assert.True(Math.Abs(row.Number(shareHeading)!.Value - exact) < 0.01m, $"{about}: {shareHeading} is {row[shareHeading]}, and should be {exact}.");
        }
        if (expected.IsLead && whole is not null && !(several && indicator.AddsUp == AddsUpAs.Distinct))
            Assert.Equal((expected.Key, indicator.Id, shareHeading, whole), (expected.Key, indicator.Id, shareHeading, rows.Sum(row => row.Number(shareHeading))));
    }

    private static void CheckOwnRows(List<(NamedOrganisation Funder, Indicator Indicator, PlainSum Span, PlainSum ToDate)> own, ShownTable table)
    {
        Assert.Equal(own.Select(one => (one.Funder.Name, one.Indicator.Name)), table.Rows.Select(row => (row["Funder"], row["Indicator"])));
        foreach (var ((funder, indicator, span, toDate), row) in own.Zip(table.Rows))
        {
            var about = (funder.Id, indicator.Id);
            row.Holds("Profile of figures in", span.Profile?.Value, about);
            row.Holds("Actual", span.Actual?.Value, about);
            row.Holds("Above or below profile", ShownCell.Tenths(span.Above), about);
            row.Holds("To date: profile of figures in", toDate.Profile?.Value, about);
            row.Holds("To date: actual", toDate.Actual?.Value, about);
            row.Holds("To date: above or below profile", ShownCell.Tenths(toDate.Above), about);
        }
    }

    /// <summary>By funder and indicator: the figures of its rows over all awards, each beside the profile of that row. Only what adds up over periods has rows of funders in these cases.</summary>
    private static List<(NamedOrganisation Funder, Indicator Indicator, PlainSum Span, PlainSum ToDate)> OwnRowsOf(PlainReport expected)
    {
        var figures = (from award in expected.Awards
                       from period in Enumerable.Range(0, expected.Last + 1)
                       from count in expected.Return(award, period).Counts
                       where count.Funder is not null && expected.Sees(count.Question) && expected.SeesRowOf(count.Funder)
                       let planned = award.Profiles.Where(one => one.Indicator.Value == count.Indicator && one.Period == expected.Periods[period].Id && one.Funder?.Value == count.Funder)
                           .MaxBy(one => one.Version)?.Figure
                       select (count.Funder, count.Indicator, Period: period, Sum: new PlainFigure("Reported", new PlainPartOf(count.Figure), planned).Beside)).ToLookup(one => (one.Funder, one.Indicator));
        return
        [
            .. from funder in expected.Programme.CoFunders
               from indicator in expected.Indicators
               let own = figures[(funder.Id.Value, indicator.Id.Value)].ToList()
               where own.Count > 0
               select (funder, indicator, PlainSum.Of(own.Where(one => one.Period >= expected.First).Select(one => one.Sum)), PlainSum.Of(own.Select(one => one.Sum))),
        ];
    }
}
