using System.Globalization;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Every cell of the sheet of awards.</summary>
internal static class AwardsProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        var table = report.Table("Awards");
        Assert.Equal(expected.Awards.Select(award => (award.Id.Value, award.Provider.Name)), table.Rows.Select(row => (row["Award"], row["Provider"])));
        foreach (var (award, row) in expected.Awards.Zip(table.Rows))
        {
            var about = (expected.Key, award.Id);
            CheckFacts(expected, award, row, about);
            CheckReturns(expected, award, row, about);
            CheckStanding(expected, award, row, about);
            foreach (var indicator in expected.Indicators)
                CheckIndicator(expected, award, indicator, row, about);
        }
    }

    private static void CheckFacts(PlainReport expected, Award award, ShownRow row, object about)
    {
        row.Says("Provider’s identifier", award.Provider.Id.Value, about);
        row.Says("Partners", string.Join("; ", award.Partners.Select(partner => partner.Name)), about);
        row.Says("Project", award.Project, about);
        row.Holds("Amount", award.Amount, about);
        var names = expected.Programme.CoFunders.Append(expected.Programme.LeadFunder).ToDictionary(funder => funder.Id, funder => funder.Name);
        if (!expected.IsLead)
            row.Holds("Your part", award.Contributions.Single(part => part.Funder.Value == expected.Reader).Amount, about);
        else
            row.Says("Funders", award.Contributions.Count switch
            {
                1 => names[award.Contributions[0].Funder],
                > 6 => $"{award.Contributions.Count} funders",
                _ => string.Join("; ", award.Contributions.Select(part => $"{names[part.Funder]} {part.Amount.ToString("£#,##0.00", CultureInfo.InvariantCulture)}")),
            }, about);
    }

    private static void CheckReturns(PlainReport expected, Award award, ShownRow row, object about)
    {
        var due = expected.Reported.Select(period => expected.Return(award, period)).Where(one => one.IsDue).ToList();
        var isIn = due.Where(one => one.IsIn).ToList();
        var newest = isIn.LastOrDefault() ?? due.LastOrDefault();
        row.Says("Status", newest?.Status ?? (award.EndedOn is not null ? "Ended early" : award.End < expected.Periods[^1].Start ? "Ended" : "Not due"), about);
        row.Says("In time", due.Count == 0 ? null : isIn.Count < due.Count ? "Not in" : isIn.Exists(one => one.IsLate) ? "Late" : "On time", about);
        row.Says("Returns in", due.Count == 0 ? null : $"{isIn.Count} of {due.Count}", about);
        row.Holds("Minutes taken", isIn.Count == 0 ? null : isIn.Sum(one => one.Newest.Minutes), about);
        row.Holds("Revision", newest?.IsIn == true ? newest.Newest.Revision : null, about);
        row.Says("Signed by", newest?.IsIn == true ? $"{newest.Newest.Signatory!.Name}, {newest.Newest.Signatory.Role}" : null, about);
        At("First submitted", newest?.Signed.Select(filing => filing.At).Cast<DateTimeOffset?>().FirstOrDefault());
        At("Newest revision", newest?.Signed.Select(filing => filing.At).Cast<DateTimeOffset?>().LastOrDefault());

        void At(string heading, DateTimeOffset? at)
        {
            var shown = at is { } moment ? PlainReturn.InUk(moment) : (DateTime?)null;
            Assert.Equal((about, heading, shown?.AddTicks(-(shown.Value.Ticks % TimeSpan.TicksPerMinute))), (about, heading, ShownCell.Moment(row[heading])));
        }
    }

    private static void CheckStanding(PlainReport expected, Award award, ShownRow row, object about)
    {
        var bands = expected.Programme.Bands;
        var mean = ShownCell.Tenths(expected.Mean(award, indicator => expected.Over(award, indicator, 0, expected.Last).Above));
        row.Holds("To date: above or below profile, mean", mean, about);
        if (bands is not null)
            row.Says("Band", mean is null ? null : bands.Bands.First(band => band.AtLeast is null || mean >= band.AtLeast).Name, about);
        row.Says("Direction", expected.Last == 0 ? null : ProvenFigure.Direction(In(expected.Last - 1), In(expected.Last), bands), about);

        decimal? In(int period) => expected.Mean(award, indicator => expected.Figure(award, period, indicator).Beside.Above);
    }

    private static void CheckIndicator(PlainReport expected, Award award, Indicator indicator, ShownRow row, object about)
    {
        var span = expected.Over(award, indicator, expected.First, expected.Last);
        var figures = expected.Reported.Select(period => expected.Figure(award, period, indicator)).ToList();
        row.HoldsFigure($"{indicator.Name}: profile", indicator, expected.IsSpan ? span.Profile?.Value : figures[0].Profile, expected.IsSpan, about);
        if (figures.Exists(figure => figure.IsAsked))
            row.HoldsFigure($"{indicator.Name}: actual", indicator, span.Actual?.Value, expected.IsSpan, about);
        else
            row.Says($"{indicator.Name}: actual", ShownCell.NotAsked, about);
    }
}
