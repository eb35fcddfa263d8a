using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>All answers, and one indicator over time: they say what the whole report of the same span and reader says, in any programme.</summary>
public sealed class PartsOfReportTests
{
    [Fact]
    public void Answers_OfAnyReport_AreThoseOfTheWhole() => ForAny((all, report) =>
    {
        var whole = all.Write(report);
        Write(all, report, ReportContent.Answers, out var written);
        foreach (var sheet in new[] { "Answers", "Answer cells" })
            Assert.Equal(whole[sheet].Tables.Single().Shown, written[sheet].Tables.Single().Shown);
        Assert.Equal(["Answers", "Answer cells", "About"], written.Sheets.Select(sheet => sheet.Sheet.Name));
    });

    [Fact]
    public void Indicator_OfAnyReport_HasTheFiguresOfTheWhole() => ForAny((all, report) =>
    {
        var whole = all.Write(report)["Indicators"].Tables.Single();
        foreach (var indicator in all.Programme.Indicators)
        {
            Write(all, report, ReportContent.Over(indicator.Id), out var written);
            var rows = whole.Rows.Where(row => row[3].Text == indicator.Name).ToList();
            // Award, provider, period, indicator, profile, actual, difference, standing.
            Assert.Equal(
                rows.Select(row => Shown([row[0], row[1], row[2], row[3], row[6], row[7], row[8], row[9]])), written["Figures"].Tables.Single().Shown);
            var wide = written["Awards"].Tables.Single();
            foreach (var row in wide.Rows)
                for (var place = report.From; place <= report.To; place++)
                {
                    var at = 3 + (2 * (place - report.From));
                    var tidy = rows.SingleOrDefault(one => one[0].Text == row[0].Text && one[2].Text == all.Programme.Calendar[place].Id.Value);
                    Assert.Equal(tidy is null ? "" : Shown([tidy[6]]), Shown([row[at]]));
                    Assert.Equal(tidy is null ? "" : tidy[9].Text == "No return" ? "No return" : Shown([tidy[7]]), Shown([row[at + 1]]));
                }
            var together = written["Together"].Tables.Single();
            Assert.Equal(rows.Count(row => row[9].Text == "Reported"), together["reported"].Sum(cell => cell.Number));
            Assert.Equal(rows.Count(row => row[9].Text != "Not asked"), together["awards"].Sum(cell => cell.Number));
            if (indicator.AddsUp == MonitoringReturns.Core.Programmes.AddsUpAs.Sum)
                Assert.Equal(rows.Sum(row => row[7].Number), together["actual"].Sum(cell => cell.Number));
        }
    });

    [Fact]
    public void Rows_OfAnyReportWhateverItHolds_AgreeWithItsManifest_AndOneMoreOrLessDoesNot() => ForAny((all, report) =>
    {
        foreach (var content in Contents(all))
        {
            var tables = Write(all, report, content, out _);
            var manifest = all.Cut(report).Manifest;
            var published = new PublishedReport(7, Reports.Late, "", "m", "w", 1, manifest.Returns.Count, tables.Count.Revisions, tables.Count.Rows, 1, Reports.Late) { Sheets = tables.RowsBySheet };
            var check = RowCheck.Of(published, manifest, all.Programme.Indicators.Count);
            Assert.True(check.Agrees, $"{content}: {string.Join(", ", check.Sheets)}");
            Assert.Equal(manifest.Returns.Count(entry => entry.Revision > 0), check.In);
            Assert.False(RowCheck.Of(published with { Revisions = published.Revisions + 1 }, manifest, all.Programme.Indicators.Count).Agrees);
            var counted = check.Sheets.First(sheet => sheet.Expected is not null).Sheet;
            var lost = published with { Rows = published.Rows - 1, Sheets = [.. published.Sheets.Select(sheet => sheet.Sheet == counted ? sheet with { Rows = sheet.Rows - 1 } : sheet)] };
            Assert.False(RowCheck.Of(lost, manifest, all.Programme.Indicators.Count).Agrees, $"{content} without a row of {counted}");
        }
    });

    [Fact]
    public void Parts_OfACoFundersCut_HoldNoWordOfOthers()
    {
        var reports = from seed in Gen.Choose(0, int.MaxValue - 1)
                      let all = MarkedCase.Of(seed)
                      from to in Gen.Choose(0, all.Programme.Calendar.Count - 1)
                      from start in Gen.Choose(0, to)
                      select (all, new CaseReport(start, to, MarkedCase.Reader));
        Prop.ForAll(reports.ToArbitrary(), any =>
        {
            foreach (var content in Contents(any.all))
            {
                Write(any.all, any.Item2, content, out var written);
                var texts = written.Tables.SelectMany(table => table.Table.Columns.Select(column => column.Heading).Concat(table.Shown)).Concat(written.Sheets.SelectMany(sheet => sheet.Charts).Select(chart => chart.AlternativeText));
                Assert.DoesNotContain(texts, text => text.Contains(MarkedCase.Hidden, StringComparison.OrdinalIgnoreCase));
                Assert.All(written.Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => Assert.InRange(Math.Abs(cell.Number), 0, MarkedCase.HiddenFigure / 100));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData(null, "consolidated")]
    [InlineData("", "consolidated")]
    [InlineData("consolidated", "consolidated")]
    [InlineData("answers", "answers")]
    [InlineData("indicator-people-helped", "indicator-people-helped")]
    [InlineData("indicator-", null)]
    [InlineData("indicator-a|b", null)]
    [InlineData("Answers", null)]
    [InlineData("anything", null)]
    public void Content_Named_IsReadOrRefused(string? name, string? read)
    {
        Assert.Equal(read is not null, ReportContent.TryParse(name, out var content));
        if (read is not null)
            Assert.Equal((read, ReportContent.Parse(content.Name)), (content.Name, content));
    }

    [Fact]
    public void Message_AboutAnyReport_NamesThatReport()
    {
        var (programme, spring, summer) = (new ProgrammeId("p"), new PeriodId("q1"), new PeriodId("q2"));
        foreach (var content in new[] { ReportContent.Whole, ReportContent.Answers, ReportContent.Over(new IndicatorId("helped")) })
            foreach (var from in new[] { spring, summer })
            {
                var key = new ReportKey(programme, from, summer, MarkedCase.Reader) { Content = content };
                Assert.Equal(key, ConsolidateReportMessage.ForMoment(key, Reports.Late).Report());
            }
        Assert.False((ReportKey.Of(programme, spring) with { Content = ReportContent.Answers }).IsLeads);
        Assert.Equal("p-q1-answers.xlsx", (ReportKey.Of(programme, spring) with { Content = ReportContent.Answers }).FileName("xlsx"));
    }

    private static IEnumerable<ReportContent> Contents(ProgrammeCase all) => [ReportContent.Whole, ReportContent.Answers, .. all.Programme.Indicators.Select(indicator => ReportContent.Over(indicator.Id))];

    private static IReportTables Write(ProgrammeCase all, CaseReport report, ReportContent content, out RecordingReportWriter written)
    {
        written = new RecordingReportWriter();
        var cut = all.Cut(report);
        var tables = ReportTables.Of(cut with { Manifest = cut.Manifest with { Content = content.Name } }, "5eed", written, tidy: true);
        foreach (var line in all.Lines(report))
            tables.Add(line);
        tables.Complete();
        written.Complete();
        return tables;
    }

    private static string Shown(IEnumerable<MonitoringReturns.Core.Reporting.Tables.Cell> cells) => string.Join(" | ", cells.Select(MonitoringReturns.Core.Reporting.Tables.ReadableCell.Of));

    private static void ForAny(Action<ProgrammeCase, CaseReport> holds) =>
        Prop.ForAll(GeneratedProgrammes.WithReport.ToArbitrary(), any => holds(any.Case, any.Report)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
