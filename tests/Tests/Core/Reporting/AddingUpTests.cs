using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>Figures over periods, awards and funders, in every report on any small programme, set against the answers themselves.</summary>
public sealed class AddingUpTests
{
    [Fact]
    public void OwnRows_OfAnyReport_AddUpToTheAwardsAndTheWhole() => ForAny(GeneratedProgrammes.WithLeads, (all, report, written) =>
    {
        var places = Enumerable.Range(report.From, report.To - report.From + 1).ToList();
        var own = written["Funders"].Tables.Find(table => table.Table.Id == "OwnRows");
        var inPeriods = written["Indicators"]["Indicators"].Rows.Where(row => row[3].Text == "Indicator people").Sum(row => row[7].Number);
        Assert.Equal(all.Awards.Sum(award => places.Sum(place => all.Figure(award, place, "people", null) ?? 0)), inPeriods);
        Assert.Equal(inPeriods, Total(all, written, "people", "actual").Number);
        Assert.Equal(inPeriods, own?["actual"].Sum(cell => cell.Number) ?? 0);
        Assert.Equal(Total(all, written, "people", "actual-to-date").Number, own?["actual-to-date"].Sum(cell => cell.Number) ?? 0);
        foreach (var funder in all.Programme.Funders)
        {
            var shown = own?.Rows.SingleOrDefault(row => row[0].Text == funder.Name);
            foreach (var (first, profile, actual) in new[] { (report.From, 2, 3), (0, 5, 6) })
            {
                var rows = (from award in all.Awards
                            from place in Enumerable.Range(first, report.To - first + 1)
                            where all.InRowOf(award, place, funder.Id) is not null
                            select (Figure: all.InRowOf(award, place, funder.Id), Profile: all.Profile(award, place, "people", funder.Id))).ToList();
                AssertSame(RawFigures.Sum(rows.Select(row => row.Figure)), shown?[actual] ?? Cell.Empty);
                AssertSame(RawFigures.Sum(rows.Select(row => row.Profile)), shown?[profile] ?? Cell.Empty);
            }
        }
    });

    [Theory]
    [InlineData("people")]
    [InlineData("spent")]
    [InlineData("improved")]
    [InlineData("finished")]
    [InlineData("extra")]
    [InlineData("aged")]
    public void Sum_OfAnyReport_IsThatOfTheAnswersTheReaderMaySee(string indicator) => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        decimal? Over(int first) => RawFigures.Sum(
            from award in all.AwardsOf(report) from place in Enumerable.Range(first, report.To - first + 1) select all.Figure(award, place, indicator, report.Funder));
        AssertSame(Over(report.From), Total(all, written, indicator, "actual"));
        AssertSame(Over(0), Total(all, written, indicator, "actual-to-date"));
    });

    [Fact]
    public void Latest_OfAnyReport_IsTheNewestOfAwardsThatStillReport() => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        decimal? Over(int from) => RawFigures.Sum(all.AwardsOf(report).Where(award => all.IsDue(award, report.To)).Select(award =>
            Enumerable.Range(from, report.To - from + 1).Select(place => all.Figure(award, place, "staff", null)).LastOrDefault(figure => figure is not null)));
        AssertSame(Over(report.From), Total(all, written, "staff", "actual"));
        AssertSame(Over(0), Total(all, written, "staff", "actual-to-date"));
    });

    [Fact]
    public void Distinct_OfAnyReport_IsAddedOverAwardsAndNeverOverPeriods() => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        decimal? In(int place) => RawFigures.Sum(all.AwardsOf(report).Select(award => all.Figure(award, place, "everyone", null)));
        if (report.From == report.To)
            AssertSame(In(report.To), Total(all, written, "everyone", "actual"));
        else
            Assert.Contains(Total(all, written, "everyone", "actual") switch { { Kind: CellKind.NotAsked } => "not asked", var cell => cell.Text }, new[] { "not added", "not asked" });
        if (report.To > 0)
            Assert.Equal("not added", Total(all, written, "everyone", "actual-to-date").Text);
        for (var place = 0; place <= report.To; place++)
            AssertSame(In(place), written["Trend"]["IndicatorTrend"]["everyone-actual"][place]);
    });

    [Fact]
    public void Ratio_OfAnyReport_DividesTheNumeratorsByTheDenominators() => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        foreach (var (first, column) in new[] { (report.From, "actual"), (0, "actual-to-date") })
        {
            var parts = (from award in all.AwardsOf(report)
                         from place in Enumerable.Range(first, report.To - first + 1)
                         let part = all.Figure(award, place, "improved", null)
                         let whole = all.Figure(award, place, "finished", null)
                         where part is not null && whole is not null
                         select (part, whole)).ToList();
            var (above, below) = (parts.Sum(part => part.part), parts.Sum(part => part.whole));
            AssertSame(below > 0 ? decimal.Round(above!.Value * 100 / below.Value, 1, MidpointRounding.AwayFromZero) : null, Total(all, written, "rate", column));
        }
    });

    [Fact]
    public void Shares_OfAnyReport_AddUpToTheWholeToTheHundredth() => ForAny(GeneratedProgrammes.WithLeads, (all, report, written) =>
    {
        var attributed = written["Funders"]["Attributed"];
        foreach (var rows in attributed.Rows.GroupBy(row => row[0].Text))
            foreach (var (whole, share, column) in new[] { (3, 4, "actual"), (5, 6, "actual-to-date") })
            {
                var total = Total(all, written, rows.Key!["Indicator ".Length..], column);
                Assert.All(rows, row => Assert.Equal((total.Kind == CellKind.Text, total.Number), (row[whole].Kind == CellKind.Text, row[whole].Number)));
                Assert.Equal(total.Number, rows.Sum(row => row[share].Number));
                Assert.All(rows, row => Assert.Equal(decimal.Round(row[share].Number, 2), row[share].Number));
            }
        var figures = all.Programme.Indicators.Where(one => one.AddsUp != AddsUpAs.Ratio && Total(all, written, one.Id.Value, "actual") is { Kind: not CellKind.Text, Number: not 0 });
        Assert.Subset(attributed.Rows.Select(row => row[0].Text).ToHashSet(), figures.Select(one => (string?)one.Name).ToHashSet());
    });

    [Fact]
    public void Cut_OfAnyReport_HoldsItsAwardsAndNamesNoOtherFunder() => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        if (report.Funder is not { } funder)
            return;
        // An award stands in it that is due in one of its periods, or was in before.
        Assert.All(written["Funders"].Tables.SelectMany(table => table["funder"]), cell => Assert.Equal($"Funder {funder}", cell.Text));
        Assert.Equal(all.AwardsOf(report).Select(award => award.Id.Value).Order(StringComparer.Ordinal), written["Awards"]["Awards"]["award"].Select(cell => cell.Text!)
            .Concat(all.AwardsOf(report).Where(award => !Enumerable.Range(0, report.To + 1).Any(place => place >= report.From ? all.IsDue(award, place) : all.IsIn(award, place)))
                .Select(award => award.Id.Value)).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Profiles_OfAnyReport_AreTheNewestVersionOfEachPeriodAndNeverAnotherFunders() => ForAny(GeneratedProgrammes.WithReport, (all, report, written) =>
    {
        foreach (var indicator in all.Programme.Indicators.Where(one => one.AddsUp == AddsUpAs.Sum))
        {
            var owners = indicator.Id != GeneratedProgrammes.People ? [null] : all.Programme.Funders.Select(funder => (MonitoringReturns.Core.People.OrganisationId?)funder.Id)
                .Where(funder => report.Funder is null || funder == report.Funder).ToArray();
            var planned = from award in all.AwardsOf(report)
                          from place in Enumerable.Range(report.From, report.To - report.From + 1)
                          where all.IsDue(award, place)
                          from owner in owners
                          select all.Profile(award, place, indicator.Id.Value, owner);
            AssertSame(RawFigures.Sum(planned), Total(all, written, indicator.Id.Value, "planned"));
        }
    });

    [Fact]
    public void Report_WhateverTheOrderOfItsLines_SaysTheSame()
    {
        var orders = from any in GeneratedProgrammes.WithReport from shuffled in Gen.Shuffle(any.Case.Lines(any.Report).ToArray()) select (any.Case, any.Report, Lines: shuffled);
        Prop.ForAll(orders.ToArbitrary(), any =>
        {
            var (one, other) = (any.Case.Write(any.Report), any.Case.Write(any.Report, any.Lines));
            foreach (var (table, same) in one.Tables.Zip(other.Tables))
                Assert.Equal(table.Shown.Order(StringComparer.Ordinal), same.Shown.Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static void ForAny(Gen<(ProgrammeCase Case, CaseReport Report)> reports, Action<ProgrammeCase, CaseReport, RecordingReportWriter> holds) =>
        Prop.ForAll(reports.ToArbitrary(), any => holds(any.Case, any.Report, any.Case.Write(any.Report))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    /// <param name="column">With <c>-to-date</c> behind it, of the table to date, which the first period has no need of.</param>
    private static Cell Total(ProgrammeCase all, RecordingReportWriter written, string indicator, string column)
    {
        const string ToDate = "-to-date";
        var tables = written["Summary"].Tables;
        var table = (column.EndsWith(ToDate, StringComparison.Ordinal) ? tables.Find(one => one.Table.Id == "IndicatorsToDate") : null) ?? tables.Single(one => one.Table.Id == "IndicatorTotals");
        return table[column.Replace(ToDate, "", StringComparison.Ordinal)][all.Programme.Indicators.Select(one => one.Id.Value).ToList().IndexOf(indicator)];
    }

    private static void AssertSame(decimal? figure, Cell cell)
    {
        Assert.Equal(figure is null, cell.Kind is CellKind.Empty or CellKind.NotAsked);
        Assert.Equal(figure ?? 0, cell.Number);
    }
}
