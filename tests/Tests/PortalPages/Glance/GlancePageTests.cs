using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Web;
using MonitoringReturns.Web.Pages.Programmes.Glance;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>A period at a glance, and the lists behind its numbers.</summary>
public sealed class GlancePageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Figures_OfTheLeadAndOfACoFunder_AreThoseOfTheReportsSummary()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 30, 10, "99.99");
        await glance.FileAsync("a-0001", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        await glance.FileAsync("a-0003", 20, 12, "80", period: SmallCase.Q2, at: GlanceCase.Autumn);
        var autumn = $"{glance.Programme}/{SmallCase.Q2}";
        foreach (var (funder, query) in new[] { (glance.Lead, ""), (glance.Trust, $"?funder={glance.Trust.Id}") })
        {
            var browser = await glance.FunderAsync(funder, Roles.FunderReader, GlanceCase.Autumn);
            foreach (var (address, period) in new[] { (glance.Quarter, SmallCase.Q1), (autumn, SmallCase.Q2) })
            {
                var page = await glance.UpToDateAsync(browser, address);
                using var answer = await browser.GetAsync($"/api/v1/reports/{glance.Test.Programme}/{period}/consolidated.json{query}", ("Accept", "application/json"));
                using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                HoldAgainst(page, report.RootElement, toDate: period == SmallCase.Q2);
            }
        }
        // By hand once: 36 of 30 and 12 of 30 new people in the second quarter; to date 25 + 10 + 36 + 12 of 20 + 20 + 30 + 30.
        var lead = (await glance.UpToDateAsync(await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn), autumn)).Rows("p-p1-outcomes-table");
        Assert.Equal(["New people , people", "2 of 3", "60", "48", "20% below", "↓ down", "100", "83", "17% below"], Assert.Single(lead));
        var trust = (await glance.UpToDateAsync(await glance.FunderAsync(glance.Trust, at: GlanceCase.Autumn), autumn)).Rows("p-p1-outcomes-table");
        Assert.Equal(["New people , people", "1 of 1", "30", "36", "20% above", "↓ down", "50", "61", "22% above"], Assert.Single(trust));
    }

    [Fact]
    public async Task Numbers_LinkToListsOfAsMany_AndOfDraftsOnlyThatTheyAreIsShown()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 5);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 30, 10, "99.99", at: new DateTimeOffset(2026, 8, 3, 12, 0, 0, TimeSpan.Zero));
        await glance.Test.SaveAsync("a-0003", """{"story":{"value":"Nobody shall read this yet.","basedOn":0}}""");
        var late = new DateTimeOffset(2026, 8, 4, 12, 0, 0, TimeSpan.Zero);
        var browser = await glance.FunderAsync(glance.Lead, at: late);

        var page = await browser.PageAsync(glance.Quarter);
        var numbers = page.QuerySelectorAll<IHtmlAnchorElement>(".portal-numbers a").ToDictionary(link => ShownPage.Words(link.QuerySelector(".portal-numbers__words")!), link => (Number: ShownPage.Words(link.QuerySelector(".portal-numbers__number")!), Href: link.GetAttribute("href")!));
        Assert.Equal(
            ["Due 5", "In 2", "In draft 1", "Not started 2", "In late 1", "Waiting for an answer 2", "Queried 0", "Accepted 0"], numbers.Select(number => $"{number.Key} {number.Value.Number}"));
        foreach (var (words, (number, href)) in numbers)
        {
            var list = await browser.PageAsync(href);
            Assert.True(int.Parse(number, CultureInfo.InvariantCulture) == list.Rows("returns").Length, words);
            Assert.DoesNotContain("Nobody shall read this", list.MainWords(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Nobody shall read this", page.MainWords(), StringComparison.Ordinal);
        var all = await browser.PageAsync($"{glance.Quarter}/returns");
        Assert.Equal(["Group 2", "Project 2", "In", "3 August 2026, late", "1 day for an answer"], all.Rows("returns")[1]);
        Assert.Equal(["Group 3", "Project 3", "Begun, not in", "not in", "overdue 4 days"], all.Rows("returns")[2]);
        Assert.Equal($"{glance.Quarter}/returns/a-0001", all.QuerySelector("#returns tbody a")!.GetAttribute("href"));
        Assert.Equal(2, all.QuerySelectorAll("#returns tbody a").Length);
        // The trust pays for the first award only.
        var trust = await glance.FunderAsync(glance.Trust, Roles.FunderReader, late);
        Assert.Equal("Group 1", Assert.Single((await trust.PageAsync($"{glance.Quarter}/returns")).Rows("returns"))[0]);
        Assert.Empty((await trust.PageAsync($"{glance.Quarter}/returns?status=late")).Rows("returns"));
        Assert.Equal("1", ShownPage.Words((await trust.PageAsync(glance.Quarter)).QuerySelector(".portal-numbers__number")!));
    }

    [Fact]
    public async Task Indicator_LeadsToTheReturnsBehindIt_WhichAddUpToItsFigure()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 30, 10, "99.99");
        await glance.Test.SaveAsync("a-0003", """{"new":{"value":7,"basedOn":0}}""");
        var browser = await glance.FunderAsync(glance.Lead);
        var page = await glance.UpToDateAsync(browser, glance.Quarter);

        var outputs = page.Rows("outputs-table").Single(row => row[0].StartsWith("Spent", StringComparison.Ordinal));
        Assert.Equal(["Spent", "2 of 3", "£300.00", "£220.49 (£120.50 with a profile)", "59.8% below", ""], outputs);
        var spent = page.QuerySelectorAll<IHtmlAnchorElement>("#outputs-table a").Single(link => link.TextContent == "Spent");
        var behind = (await browser.PageAsync(spent.GetAttribute("href")!)).Rows("behind");
        Assert.Equal(
            [["Group 1", "Project 1", "£300.00", "£120.50", "59.8% below", "In"], ["Group 2", "Project 2", "", "£99.99", "nothing to compare", "In"], ["Group 3", "Project 3", "", "not in", "nothing to compare", "Begun, not in"]],
            behind);
        var chart = page.QuerySelector("figure#p-p1-outcomes-chart")!;
        Assert.NotEqual("", chart.GetAttribute("aria-label") ?? "");
        Assert.Equal(["New people 35 of 40, 12.5% below"], chart.QuerySelectorAll(".portal-bars__words").Select(words => words.TextContent));
    }

    [Fact]
    public async Task Report_OfAPeriod_IsLinkedOnceAReturnIsIn()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        var browser = await glance.FunderAsync(glance.Lead);
        Assert.Contains("There is no report yet.", (await browser.PageAsync(glance.Quarter)).MainWords(), StringComparison.Ordinal);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        var page = await glance.UpToDateAsync(browser, glance.Quarter);
        Assert.Equal(
            ["xlsx", "csv", "json"], page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").Select(link => link.GetAttribute("href")!.Split('.')[^1]));

    }

    [Theory]
    [InlineData(false, 0, "It is up to date.")]
    [InlineData(false, 2, "Returns that came in or were corrected since: 2. A new report is being made.")]
    [InlineData(true, 0, "A return that it uses has changed since. A new report is being made.")]
    public async Task Report_ThatReturnsCameAfter_SaysSo(bool stale, int since, string words)
    {
        var programme = SmallCase.ProgrammeOf(Identifier.Parse<ProgrammeId>("any"));
        var period = programme.Calendar[0];
        var published = new PublishedReport(1, SmallCase.InTime, "", "m", "w", 1, 1, 1, 1, 1, SmallCase.InTime);
        var access = new ProgrammeAccess(programme, new HashSet<OrganisationId> { programme.LeadFunder.Id }, new HashSet<OrganisationId>());
        var glance = new PeriodAtAGlance(
            access, period, programme.LeadFunder, new PageOf<HelpAsked>([], null), ReturnCounts.None, new ReportAtAGlance(ReportKey.Of(programme.Id, period.Id), published, stale, since, null));
        var shown = await Shown.OfAsync<ReportLinks>(("Model", new GlanceModel(glance, SmallCase.InTime)));
        Assert.Contains($"Made from what was in on 10 July 2026 at 1:00pm. {words}", ShownPage.Words(shown.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programmes_OfAFunder_AreListedAndLeadToTheirPeriod_AndToNobodyElse()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 2);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        var browser = await glance.FunderAsync(glance.Lead);
        await glance.UpToDateAsync(browser, glance.Quarter);

        var row = Assert.Single((await browser.PageAsync("/programmes")).Rows("programmes"));
        Assert.Equal(["Warm welcome", "You lead it", "April to June 2026", "31 July 2026"], row[..4]);
        Assert.StartsWith("1 of 2 in, 0 late as of ", row[4], StringComparison.Ordinal);
        using (var led = await browser.GetAsync(glance.Programme))
            Assert.Equal((HttpStatusCode.SeeOther, glance.Quarter), (led.StatusCode, led.Headers.Location!.OriginalString));
        // In October the second quarter is over and due.
        browser.Now = GlanceCase.Autumn;
        using (var led = await browser.GetAsync(glance.Programme))
            Assert.Equal($"{glance.Programme}/{SmallCase.Q2}", led.Headers.Location!.OriginalString);
        Assert.Contains("Before: April to June 2026", (await browser.PageAsync($"{glance.Programme}/{SmallCase.Q2}")).MainWords(), StringComparison.Ordinal);

        var trust = await glance.FunderAsync(glance.Trust, Roles.FunderReader);
        Assert.Equal("Led by A borough council", Assert.Single((await trust.PageAsync("/programmes")).Rows("programmes"))[1]);
        var (_, _, charity) = await fixture.LedAsync();
        Assert.Contains("funds nothing here", (await charity.PageAsync("/programmes")).MainWords(), StringComparison.Ordinal);
        var (_, _, outsider) = await fixture.LedAsync(Roles.LeadOfficer);
        Assert.Contains("has no programmes here yet", (await outsider.PageAsync("/programmes")).MainWords(), StringComparison.Ordinal);
        foreach (var stranger in new[] { charity, outsider })
            foreach (var address in new[] { glance.Programme, glance.Quarter, $"{glance.Quarter}/returns", $"{glance.Quarter}/indicators/new" })
            {
                using var answer = await stranger.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
    }

    /// <summary>Every cell of the page's tables against the report's first sheet.</summary>
    private static void HoldAgainst(IHtmlDocument page, JsonElement report, bool toDate)
    {
        var rows = page.QuerySelectorAll("[id$='-table'] tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(ShownPage.Words).ToArray()).ToList();
        var span = RowsOf(report, "IndicatorTotals");
        Assert.Equal(span.Count, rows.Count);
        var soFar = toDate ? RowsOf(report, "IndicatorsToDate") : [];
        Assert.Equal(toDate, rows[0].Length > 6);
        foreach (var row in rows)
        {
            var indicator = span.Single(one => row[0].Split(',')[0].Trim() == one["indicator"].GetString());
            Assert.Equal($"{indicator["reported"].GetInt32()} of {indicator["awards"].GetInt32()}", row[1]);
            Assert.Equal(Number(indicator["profile"]), Number(row[2]));
            Assert.Equal(Number(indicator["actual"]), Number(row[3]));
            Assert.Equal(Number(indicator["difference"]), Number(row[4]));
            Assert.Equal(indicator["direction"].GetString() ?? "", row[5]);
            if (!toDate)
                continue;
            var all = soFar.Single(one => one["indicator"].GetString() == indicator["indicator"].GetString());
            Assert.Equal(Number(all["profile"]), Number(row[6]));
            Assert.Equal(Number(all["actual"]), Number(row[7]));
            Assert.Equal(Number(all["difference"]), Number(row[8]));
        }
        Assert.Contains(rows, row => Number(row[3]) > 0);
    }

    private static List<Dictionary<string, JsonElement>> RowsOf(JsonElement report, string table)
    {
        var found = report.GetProperty("tables").EnumerateArray().Single(one => one.GetProperty("id").GetString() == table);
        var columns = found.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("id").GetString()!).ToList();
        return [.. found.GetProperty("rows").EnumerateArray().Select(row => columns.Zip(row.EnumerateArray()).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    private static decimal? Number(JsonElement cell) => cell.ValueKind == JsonValueKind.Number ? cell.GetDecimal() : null;

    private static decimal? Number(string words)
    {
        var first = words.Split(' ')[0].TrimStart('£').TrimEnd('%');
        return words == "as planned" ? 0 : decimal.TryParse(first, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? (words.EndsWith("below", StringComparison.Ordinal) ? -number : number) : null;
    }
}
