using System.Net;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Demo.Proof;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Papers;

/// <summary>What people put before a committee: the same figures as in the workbook, for each reader its own.</summary>
public sealed class PaperPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Pages_OfAReport_SayWhatItsWorkbookSays()
    {
        var (glance, lead) = await FiledAsync();
        var autumn = $"{glance.Programme}/{SmallCase.Q2}";
        var workbook = await WorkbookAsync(lead, glance, SmallCase.Q2);

        var paper = await lead.PageAsync($"{autumn}/paper");
        var period = workbook.Table("Summary", "Indicators against profile, this period");
        Assert.Equal(period.Column("Indicator"), paper.Rows("indicator-table").Select(row => row[0]));
        Assert.Equal(period.Column("Actual, all"), paper.Rows("indicator-table").Select(row => row[3]));
        Assert.Equal(period.Column("Above or below profile").Select(Against), paper.Rows("indicator-table").Select(row => row[4]));
        var toDate = workbook.Table("Summary", workbook.Sheets["Summary"].Tables.Single(table => table.Title.StartsWith("Indicators against profile, to date", StringComparison.Ordinal)).Title);
        Assert.Equal(toDate.Column("Actual, all"), paper.Rows("to-date-table").Select(row => row[3]));
        var priorities = workbook.Table("Summary", "Outcomes against profile, by priority");
        Assert.Equal(["Neighbours meet"], priorities.Column("Priority"));
        Assert.Equal(priorities.Column("Above or below profile").Select(Against), paper.Rows("priority-table").Select(row => row[2]));
        Assert.Equal(workbook.Table("Awards").Column("Provider"), paper.QuerySelectorAll(".portal-paper-award h3").Select(heading => heading.TextContent.Split(':')[0]));
        Assert.Contains("A van for the winter.", paper.MainWords(), StringComparison.Ordinal);

        var trend = await lead.PageAsync($"{autumn}/trend");
        Same(workbook.Table("Trend", "Indicators, period by period"), trend.Rows("indicator-trend"));
        Same(workbook.Table("Trend", "Everything that is counted, period by period"), trend.Rows("lines"));
        Assert.NotEmpty(trend.QuerySelectorAll(".portal-time-chart svg"));

        var shares = await lead.PageAsync($"{autumn}/shares");
        Assert.Equal(workbook.Table("Funders", "Contributions and cost").Column("Cost to date"), shares.Rows("contributions").Select(row => row[4]));
        Same(workbook.Table("Funders", "Figures attributed by share"), shares.Rows("attributed"));

        var time = await lead.PageAsync($"{autumn}/reporting-time");
        var told = workbook.Table("Reporting time");
        Assert.Equal(told.Column("Minutes")[..^(1 + time.Rows("funder-table").Length)], time.Rows("award-table").Select(row => row[3]));
        Assert.Equal(told.Column("Minutes")[^time.Rows("funder-table").Length..], time.Rows("funder-table").Select(row => row[1]));
    }

    [Fact]
    public async Task Pages_OfACoFunder_HoldItsOwnAlone()
    {
        var (glance, lead) = await FiledAsync();
        var trust = await glance.FunderAsync(glance.Trust, at: GlanceCase.Autumn);
        var autumn = $"{glance.Programme}/{SmallCase.Q2}";

        Assert.Contains("The figures are being worked out.", (await trust.PageAsync($"{autumn}/paper")).MainWords(), StringComparison.Ordinal);
        await glance.UpToDateAsync(trust, autumn);
        var paper = await trust.PageAsync($"{autumn}/paper");
        Assert.Single(paper.QuerySelectorAll(".portal-paper-award"));
        Assert.DoesNotContain(glance.Lead.Name, string.Join(' ', (await trust.PageAsync($"{autumn}/shares")).Rows("contributions").Select(row => row[0])), StringComparison.Ordinal);
        Assert.Equal(glance.Trust.Name, (await trust.PageAsync($"{autumn}/paper/funders/{glance.Trust.Id}")).Heading());
        Assert.Equal(HttpStatusCode.NotFound, (await trust.GetAsync($"{autumn}/paper/funders/{glance.Lead.Id}")).StatusCode);
        Assert.Equal(glance.Trust.Name, (await lead.PageAsync($"{autumn}/paper/funders/{glance.Trust.Id}")).Heading());

        // Its part of the first award alone, over all of its programmes.
        var own = await trust.PageAsync("/shares");
        Assert.Equal("What our money did", own.Heading());
        Assert.Equal(["£400.00"], own.Rows($"{glance.Test.Programme}-contributions").Select(row => row[1]));
        Assert.Contains("Together with A borough council", own.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_OfAPeriodThatNobodyFiledFor_SaysSo()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        var lead = await glance.FunderAsync(glance.Lead);
        foreach (var page in new[] { "paper", "trend", "shares", "reporting-time" })
            Assert.Contains("No return is in yet: the figures come with the first.", (await lead.PageAsync($"{glance.Quarter}/{page}")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("No figures are in yet.", (await lead.PageAsync("/shares")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_OfMoreAwardsThanFitAPage_GoesOn()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 53);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        var lead = await glance.FunderAsync(glance.Lead);
        await glance.UpToDateAsync(lead, glance.Quarter);

        var first = await lead.PageAsync($"{glance.Quarter}/paper");
        var rest = await lead.PageAsync(((IHtmlAnchorElement)first.QuerySelector("a[rel=next]")!).GetAttribute("href")!.Split('#')[0]);

        Assert.Equal(50, first.QuerySelectorAll(".portal-paper-award").Length);
        Assert.Equal(["Project 51", "Project 52", "Project 53"], rest.QuerySelectorAll(".portal-paper-award h3").Select(heading => heading.TextContent.Split(": ")[1]));
        Assert.Equal(50, (await lead.PageAsync($"{glance.Quarter}/paper?from=nonsense")).QuerySelectorAll(".portal-paper-award").Length);
        Assert.Empty((await lead.PageAsync($"{glance.Quarter}/paper?from=500")).QuerySelectorAll(".portal-paper-award"));
    }

    [Fact]
    public async Task ReportingTime_OfAYear_IsReckonedAndSaysWhatProvidersSay()
    {
        var (glance, lead) = await FiledAsync();
        await new FeedbackStore(StorageAccount.Connect(glance.Test.App.ConnectionString)).PutAsync(
            glance.Test.Key("a-0001", SmallCase.Q2), new Feedback(Ease.Hard, "Ask for the spending once a year.", 1, GlanceCase.Autumn), default);

        var time = await lead.PageAsync($"{glance.Programme}/{SmallCase.Q2}/reporting-time");
        Assert.Equal(["Hard", "Ask for the spending once a year."], time.Rows("said-table").Single()[1..]);
        Assert.Equal(2, time.Rows("year-table").Length);
        Assert.Contains("Returns that came in: 3.", time.MainWords(), StringComparison.Ordinal);
        Assert.Contains("No hourly rate is set", time.MainWords(), StringComparison.Ordinal);
        // A co-funder of another award only reads what its own say.
        var trust = await glance.FunderAsync(glance.Trust, at: GlanceCase.Autumn);
        Assert.Single((await trust.PageAsync($"{glance.Programme}/{SmallCase.Q2}/reporting-time")).Rows("said-table"));
    }

    [Fact]
    public async Task ReportingTime_WhereFundersLeftSinceTheReport_StillHasItsTotals()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        NamedOrganisation[] left = [await fixture.NewOrganisationAsync("The Ash Trust"), await fixture.NewOrganisationAsync("The Oak Trust")];
        var store = new ProgrammeStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        var programme = (await store.GetAsync(glance.Test.Programme, default))!;
        await store.PutAsync(programme with { CoFunders = [glance.Trust, .. left] }, default);
        var award = (await store.GetAwardAsync(glance.Test.Programme, glance.Test.Key("a-0001").Award, default))!;
        await store.PutAwardAsync(award with { Contributions = [new Contribution(glance.Lead.Id, 300), new Contribution(glance.Trust.Id, 300), .. left.Select(one => new Contribution(one.Id, 300))] }, default);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        var lead = await glance.FunderAsync(glance.Lead);
        await glance.UpToDateAsync(lead, glance.Quarter);
        await store.PutAsync(programme, default);

        var time = await lead.PageAsync($"{glance.Quarter}/reporting-time");
        Assert.Contains("Returns that came in: 1.", time.MainWords(), StringComparison.Ordinal);
        Assert.Equal(4, time.Rows("funder-table").Length);
    }

    [Fact]
    public async Task ReportingTime_OfACoFunderOfFewAwards_FindsWhatTheySaid()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 25);
        await glance.Test.PutAwardAsync(SmallCase.AwardOf(glance.Test.Programme, 25) with { Contributions = [new Contribution(glance.Trust.Id, 1200)] });
        var store = new FeedbackStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        for (var number = 2; number <= 25; number++)
            await store.PutAsync(glance.Test.Key($"a-{number:D4}"), new Feedback(Ease.Hard, $"Number {number}.", 1, GlanceCase.Autumn), default);

        var trust = await glance.FunderAsync(glance.Trust);
        var own = await trust.PageAsync($"{glance.Quarter}/reporting-time");
        Assert.Equal("Number 25.", Assert.Single(own.Rows("said-table"))[^1]);
        Assert.Empty(own.QuerySelectorAll("#said ~ nav"));
        // The lead funder pages through all of them.
        var lead = await glance.FunderAsync(glance.Lead);
        var first = await lead.PageAsync($"{glance.Quarter}/reporting-time");
        var rest = await lead.PageAsync(((IHtmlAnchorElement)first.QuerySelector("a[rel=next]")!).GetAttribute("href")!.Split('#')[0]);
        Assert.Equal((20, 4), (first.Rows("said-table").Length, rest.Rows("said-table").Length));
    }

    [Fact]
    public async Task Paper_OfAnAwardThatHasEnded_SaysThatNoReturnIsDue()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 2);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.Test.PutAwardAsync(SmallCase.AwardOf(glance.Test.Programme, 1) with { End = new DateOnly(2026, 6, 30), Contributions = [new Contribution(glance.Lead.Id, 1200)] });
        await glance.FileAsync("a-0002", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(lead, $"{glance.Programme}/{SmallCase.Q2}");

        var paper = await lead.PageAsync($"{glance.Programme}/{SmallCase.Q2}/paper");
        Assert.Contains("No return: ended.", paper.QuerySelectorAll(".portal-paper-award").First().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportingTime_OverProgrammes_IsTheirYearsAndTheFundersShareOfThem()
    {
        var (glance, lead) = await FiledAsync();
        var trust = await glance.FunderAsync(glance.Trust, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(trust, glance.Quarter);
        await glance.UpToDateAsync(trust, $"{glance.Programme}/{SmallCase.Q2}");

        var whole = await lead.PageAsync("/reporting-time");
        var ofProgramme = await lead.PageAsync($"{glance.Programme}/{SmallCase.Q2}/reporting-time");
        Assert.Equal("What our monitoring takes", whole.Heading());
        var row = Assert.Single(whole.Rows("own-time"));
        var told = ofProgramme.Rows("year-table");
        Assert.Equal("Warm welcome", row[0]);
        // Returns in, with time told, hours a year, minutes a return, minutes per £1,000, own share in hours.
        Assert.Equal([$"{told.Sum(period => Number(period[1]))}", $"{told.Sum(period => Number(period[2]))}"], row[2..4]);
        Assert.Equal(decimal.Round(told.Sum(period => Number(period[3])) / told.Sum(period => Number(period[2])), 1, MidpointRounding.AwayFromZero), Number(row[5]));
        Assert.Contains($"Over a year, in programmes with times told (1): {row[4]} hours.", whole.MainWords(), StringComparison.Ordinal);

        // The trust pays a third of one award alone: its year holds no other, and a third of it is the trust's asking.
        var own = Assert.Single((await trust.PageAsync("/reporting-time")).Rows("own-time"));
        Assert.Equal("2", own[2]);
        Assert.InRange(Number(own[7]) - (Number(own[4]) / 3), -0.1m, 0.1m);
        Assert.NotNull((await lead.PageAsync("/programmes")).QuerySelector("a[href='/reporting-time']"));
    }

    [Fact]
    public async Task ReportingTime_OfACharity_IsForFunders()
    {
        var (_, _, charity) = await fixture.LedAsync();
        Assert.Contains("You act for an organisation that funds nothing here.", (await charity.PageAsync("/reporting-time")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_InShort_SaysHowPrioritiesStandAndWhatWasDone()
    {
        var (glance, lead) = await FiledAsync();
        var programmes = new ProgrammeStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        var stored = (await programmes.GetAsync(glance.Test.Programme, default))!;
        await programmes.PutAsync(stored with { Indicators = [.. stored.Indicators.Select(indicator => indicator.Id.Value is "spent" ? indicator with { Priority = "p1" } : indicator)] }, default);
        var paper = await lead.PageAsync($"{glance.Programme}/{SmallCase.Q2}/paper");
        var priority = paper.Rows("priority-table").Single();
        var (period, toDate) = (paper.Rows("indicator-table").ToDictionary(row => row[0]), paper.Rows("to-date-table").ToDictionary(row => row[0]));
        var sentence = Assert.Single(paper.QuerySelectorAll("#priorities-in-short li")).TextContent;
        Assert.StartsWith($"Neighbours meet: outcomes are {InSentence(priority[3])} to date, {InSentence(priority[2])} in this period; ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(
            $"; Spent: {toDate["Spent"][3]} to date ({InSentence(toDate["Spent"][4])}), {period["Spent"][3]} in this period ({InSentence(period["Spent"][4])}).", sentence, StringComparison.Ordinal);
        Assert.Contains("Returns: 2 in on time, 1 not started.", paper.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_OfMoreRowsThanFit_GoOn()
    {
        var (glance, lead) = await FiledAsync();
        var beyond = await lead.PageAsync($"{glance.Programme}/{SmallCase.Q2}/shares?from=100");
        Assert.Empty(beyond.Rows("attributed"));
        Assert.Equal($"{glance.Programme}/{SmallCase.Q2}/shares#attributed", beyond.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.NotEmpty(beyond.Rows("contributions"));
    }

    private static string InSentence(string against) => against == "as planned" ? against : $"{against} profile";

    private static decimal Number(string words) => decimal.Parse(words, System.Globalization.CultureInfo.InvariantCulture);

    private static void Same(ShownTable table, string[][] rows) => Assert.Equal(table.Rows.Select(row => string.Join(" | ", row.Cells)), rows.Select(row => string.Join(" | ", row)));

    /// <summary>How a page says what a workbook shows as a percentage.</summary>
    private static string Against(string percentage) => percentage.Length == 0 ? "Not compared"
        : percentage.TrimStart('-', '+') is var far && far is "0%" or "0.0%" ? "as planned"
        : $"{far.Replace(".0%", "%", StringComparison.Ordinal)} {(percentage[0] == '-' ? "below" : "above")}";

    private async Task<(GlanceCase Glance, PortalBrowser Lead)> FiledAsync()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0001", 60, 36, "250", "A van for the winter.", period: SmallCase.Q2, at: GlanceCase.Autumn);
        await glance.FileAsync("a-0002", 130, 24, "990.99", period: SmallCase.Q2, at: GlanceCase.Autumn.AddMinutes(1));
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(lead, glance.Quarter);
        await glance.UpToDateAsync(lead, $"{glance.Programme}/{SmallCase.Q2}");
        await glance.AskedAsync(lead, 1);
        return (glance, lead);
    }

    private static async Task<OpenedReport> WorkbookAsync(PortalBrowser lead, GlanceCase glance, string period)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("report.xlsx");
        using var answer = await lead.GetAsync($"/api/v1/reports/{glance.Test.Programme}/{period}/consolidated.xlsx");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return OpenedReport.OfSheets((await LibreOffice.ToCsvAsync(file)).ToDictionary(sheet => sheet.Key, sheet => sheet.Value, StringComparer.Ordinal));
    }
}
