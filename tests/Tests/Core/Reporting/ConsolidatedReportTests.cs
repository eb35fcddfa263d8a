using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>What holds for every report, whatever the returns say.</summary>
public sealed class ConsolidatedReportTests
{
    [Fact]
    public void Totals_OfAnyReturns_AreThoseOfTheirStoredJson() => ForAnyReport((lines, report) =>
    {
        var table = report["Summary"]["IndicatorTotals"];
        for (var place = 0; place < SmallCase.Programme.Indicators.Count; place++)
        {
            var id = SmallCase.Programme.Indicators[place].Id;
            var reported = lines.Select(line => (line.Award, Figure: FromJson(line, id.Value))).Where(line => line.Figure is not null).ToList();
            var planned = lines.Select(line => ProfileOf(line.Award, id)).OfType<decimal>().ToList();
            var compared = reported.Where(line => ProfileOf(line.Award, id) is not null).ToList();
            Assert.Equal(reported.Count, table["reported"][place].Number);
            AssertSum(reported.Select(line => line.Figure!.Value), table["actual"][place]);
            AssertSum(planned, table["planned"][place]);
            AssertSum(compared.Select(line => line.Figure!.Value), table["compared"][place]);
            AssertSum(compared.Select(line => ProfileOf(line.Award, id)!.Value), table["profile"][place]);
        }
    });

    [Fact]
    public void Breakdown_OfAnyReturns_AddsUpToTheWhole() => ForAnyReport((lines, report) =>
    {
        var breakdown = report["Summary"]["By0"];
        var without = lines.Where(line => line.Revision is not null && Json(line)!["answers"]!["district"] is null).ToList();
        Assert.Equal(lines.Count(line => line.Revision is not null), breakdown["returns"].Sum(cell => cell.Number) + without.Count);
        // The outcome comes last of the case's indicators and has no column here.
        Assert.Equal(SmallCase.Programme.Indicators.Count - 1, breakdown.Table.Columns.Count - 2);
        for (var place = 0; place < SmallCase.Programme.Indicators.Count - 1; place++)
        {
            var id = SmallCase.Programme.Indicators[place].Id.Value;
            var parts = breakdown.Rows.Sum(row => row[2 + place].Number) + without.Sum(line => FromJson(line, id) ?? 0);
            Assert.Equal(report["Summary"]["IndicatorTotals"]["actual"][place].Number, parts);
        }
    });

    [Fact]
    public void Returns_OfAnyReport_AreCountedOnce() => ForAnyReport((lines, report) =>
    {
        var numbers = report["Summary"]["Returns"]["number"].Select(cell => (int)cell.Number).ToArray();
        var glance = report["Summary"]["Glance"]["number"].Select(cell => (int)cell.Number).ToArray();
        Assert.Equal(
            [
                lines.Count(line => line.Entry.FirstSubmittedAt == Reports.OnTime), lines.Count(line => line.Entry.FirstSubmittedAt == Reports.Late),
                lines.Count(line => line.Entry.Status == ReturnStatus.Draft), lines.Count(line => line.Entry.Status == ReturnStatus.NotStarted),
            ],
            numbers);
        Assert.Equal(lines.Count, numbers.Sum());
        Assert.Equal([lines.Count, numbers[0] + numbers[1], lines.Count(line => line.Entry.Revision > 1)], glance[..3]);
    });

    [Fact]
    public void Report_WhateverTheOrderOfItsLines_SaysTheSame()
    {
        var orders = from lines in GeneratedReports.Lines from shuffled in Gen.Shuffle(lines) select (lines, shuffled);
        Prop.ForAll(orders.ToArbitrary(), both =>
        {
            var cut = Reports.Cut(SmallCase.Form, SmallCase.Programme, both.lines);
            var (one, other) = (Reports.Write(cut, both.lines).Report, Reports.Write(cut, both.shuffled).Report);
            foreach (var (table, same) in one.Tables.Zip(other.Tables))
                if (table.Table.Id is "Help" or "ReportingTime" or "Awards" or "Indicators" or "Answers" or "Words")
                    Assert.Equal(table.Shown.Order(StringComparer.Ordinal), same.Shown.Order(StringComparer.Ordinal));
                else
                    Assert.Equal(table.Shown, same.Shown);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Report_OfTheSameCut_IsTheSameToTheCell() => ForAnyReport((lines, report) =>
    {
        var again = Reports.Write(SmallCase.Form, SmallCase.Programme, lines).Report;
        Assert.Equal(report.Tables.SelectMany(table => table.Rows).SelectMany(row => row), again.Tables.SelectMany(table => table.Rows).SelectMany(row => row));
    });

    [Fact]
    public void About_OfAnyReport_CountsItsRows() => ForAnyReport((_, report) => Assert.Equal(
        report.Sheets.SkipLast(1).Select(sheet => (sheet.Sheet.Name, (decimal)sheet.Rows)), report["About"]["RowCounts"].Rows.Select(row => (row[0].Text!, row[1].Number))));

    [Fact]
    public void Tables_OfAReportOnEveryType_HaveIdsOfTheirOwn()
    {
        var sheet = Answers.Sheet(GeneratedAnswers.EveryType, ("main", "\"n\""));
        var programme = SmallCase.Programme with { Indicators = [A.Indicator("returns"), A.Indicator("choice"), A.Indicator("award"), A.Indicator("status")] };
        foreach (var (form, answers) in new[] { (GeneratedAnswers.EveryType, sheet), (SmallCase.Form, new AnswerSheet(SmallCase.Form)) })
        {
            var report = Reports.Write(form, programme, [Reports.In(An.Award(), answers)]).Report;
            AssertDistinct(report.Tables.Select(table => table.Table.Id));
            AssertDistinct(report.Sheets.Select(recorded => recorded.Sheet.Name));
            foreach (var table in report.Tables)
                AssertDistinct(table.Table.Columns.Select(column => column.Id));
        }
    }

    [Fact]
    public void Charts_StandOnTablesAndColumnsOfTheirSheet()
    {
        foreach (var sheet in Reports.Write(SmallCase.Form, SmallCase.Programme, []).Report.Sheets)
            foreach (var chart in sheet.Charts)
            {
                Assert.NotEmpty(chart.AlternativeText);
                Assert.Subset(sheet[chart.TableId].Table.Columns.Select(column => column.Id).ToHashSet(), new HashSet<string>([chart.CategoryColumn, .. chart.SeriesColumns]));
            }
    }

    [Fact]
    public void Help_WhereTheFormDoesntAskForIt_HasNoSheet() =>
        Assert.DoesNotContain(Reports.Write(GeneratedAnswers.EveryType, SmallCase.Programme, []).Report.Sheets, sheet => sheet.Sheet.Name == "Help asked for");

    [Fact]
    public void Awards_WithAFunderThatTheProgrammeDoesntName_ShowItsIdentifier()
    {
        var award = An.Award() with { Contributions = [new Contribution(MonitoringReturns.Core.People.OrganisationId.Parse("GB-LAE-DBY"), 5)] };
        Assert.Equal("GB-LAE-DBY", Reports.Write(SmallCase.Form, SmallCase.Programme, [Reports.NotIn(award)]).Report["Awards"]["Awards"]["funders"][0].Text);
    }

    private static void ForAnyReport(Action<IReadOnlyList<ReportLine>, RecordingReportWriter> holds) => Prop.ForAll(
        GeneratedReports.Lines.ToArbitrary(), lines => holds(lines, Reports.Write(SmallCase.Form, SmallCase.Programme, lines).Report)).QuickCheckThrowOnFailure();

    private static decimal? ProfileOf(Award award, IndicatorId id) => award.Profiles.Where(profile => profile.Indicator == id).Select(profile => (decimal?)profile.Figure).SingleOrDefault();

    private static JsonObject? Json(ReportLine line) =>
        line.Revision is { } revision ? JsonNode.Parse(RevisionJson.Write(revision).Json.Span)!.AsObject() : null;

    /// <summary>The figure of an indicator, read from the stored JSON by knowing the form: its own question, and the outcomes that the award counts with it.</summary>
    private static decimal? FromJson(ReportLine line, string indicator)
    {
        if (Json(line)?["answers"] is not JsonObject answers)
            return null;
        var names = line.Award.AgreedOutcomes.Select((outcome, place) => (outcome.Indicator?.Value, Name: $"counted-{place + 1}"))
            .Where(outcome => string.Equals(outcome.Value, indicator, StringComparison.Ordinal)).Select(outcome => outcome.Name).Append(indicator);
        var figures = names.Select(name => answers[name]).OfType<JsonNode>().Select(node => decimal.Parse(node.ToJsonString(), CultureInfo.InvariantCulture)).ToList();
        return figures.Count == 0 ? null : figures.Sum();
    }

    private static void AssertSum(IEnumerable<decimal> parts, Cell cell)
    {
        var list = parts.ToList();
        Assert.Equal(list.Count == 0, cell.Kind is CellKind.Empty or CellKind.NotAsked);
        Assert.Equal(list.Sum(), cell.Number);
    }

    private static void AssertDistinct(IEnumerable<string> names)
    {
        var list = names.ToList();
        Assert.Equal(list.Distinct(StringComparer.OrdinalIgnoreCase), list);
    }
}
