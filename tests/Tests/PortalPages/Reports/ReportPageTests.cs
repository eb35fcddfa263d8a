using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;
using MonitoringReturns.Tests.Workbooks;

namespace MonitoringReturns.Tests.PortalPages.Reports;

/// <summary>What funders download: how each report stands, what it was made from, whether its rows are all there, and what changed since.</summary>
public sealed class ReportPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Reports_OfAProgramme_AreListedAsTheyStandAndLeadToTheirFiles()
    {
        var glance = await FiledAsync();
        var lead = await glance.FunderAsync(glance.Lead, Roles.FunderReader, GlanceCase.Autumn);
        await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q1));
        await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q2));

        var period = await lead.PageAsync(glance.Quarter);
        var list = await lead.PageAsync(period.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(link => link.TextContent == "Reports and downloads").GetAttribute("href")!);
        Assert.Equal(["July to September 2026 Made", "April to June 2026 Made"], list.Rows("periods").Select(row => row[0]));
        Assert.StartsWith("2 of 3 returns, as they stood on ", list.Rows("periods")[1][1], StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll("#others"));
        var one = await lead.PageAsync(list.QuerySelectorAll<IHtmlAnchorElement>("#periods th a").Last().GetAttribute("href")!);
        Assert.Equal("Report on April to June 2026", one.Heading());
        // The page's own files, and those of exactly this version, are the same now.
        var links = one.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["xlsx", "csv", "json"], links.Select(link => link.Split('.')[^1]));
        var newest = await BytesAsync(lead, links[0]);
        await glance.FileAsync("a-0001", 55, 25, "130.00", at: SmallCase.InTime.AddHours(2), basedOn: 1);
        await UntilAsync(glance, async () => (await lead.PageAsync(Report(glance, SmallCase.Q1))).Rows("history").Length > 1);
        var again = await lead.PageAsync(Address(one, "link to this version"));
        Assert.Contains("of the report, kept as it was made.", again.MainWords(), StringComparison.Ordinal);
        var kept = again.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").First().GetAttribute("href")!;
        Assert.Contains("cut=", kept, StringComparison.Ordinal);
        Assert.Equal(newest, await BytesAsync(lead, kept));
        Assert.NotEqual(newest, await BytesAsync(lead, links[0]));
    }

    [Fact]
    public async Task Report_Made_ShowsRowsThatAgreeWithItsFileAndItsManifest()
    {
        var glance = await FiledAsync();
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        var page = await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q1));

        var rows = page.Rows("rows").ToDictionary(row => row[0], row => (row[1], row[2]));
        Assert.Equal(("2", "return that is in"), rows["Answers"]);
        Assert.Equal(("3", "award"), rows["Awards"]);
        // Three indicators of three returns that are due.
        Assert.Equal(("9", "indicator of each return due"), rows["Indicators"]);
        Assert.StartsWith("The rows were checked against what the report was made from: returns due 3, of them in 2, awards 3. They agree.", page.QuerySelector("#rows-check")!.TextContent, StringComparison.Ordinal);
        using var book = new ZipArchive(new MemoryStream(await BytesAsync(lead, $"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.xlsx")));
        Assert.NotNull(book.GetEntry("xl/workbook.xml"));

        // A row that is lost somewhere is told, in no small print.
        var store = new ReportStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        var (state, guard) = await store.GetAsync(ReportKey.Of(glance.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1)), default);
        await store.TrySaveAsync(state with { Published = state.Published! with { Sheets = [.. state.Published.Sheets.Select(sheet => sheet.Sheet == "Answers" ? sheet with { Rows = 1 } : sheet)] } }, guard, default);
        var wrong = await lead.PageAsync(Report(glance, SmallCase.Q1));
        Assert.Contains("The rows do not agree with what the report was made from: returns due 3, of them in 2, awards 3.", wrong.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["Answers", "1", "There should be 2"], wrong.Rows("rows").Single(row => row[0] == "Answers"));
    }

    [Theory]
    [InlineData("consolidated", "Report on April to June 2026 up to July to September 2026")]
    [InlineData("answers", "All answers, April to June 2026 up to July to September 2026")]
    [InlineData("indicator-spent", "Spent, April to June 2026 up to July to September 2026")]
    public async Task Report_AskedForByAForm_IsMadeAndListedForTheNextWhoLooks(string what, string title)
    {
        var glance = await FiledAsync();
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(officer, Report(glance, SmallCase.Q2));
        var asked = await (await FilledForm.OnAsync(officer, $"{glance.Programme}/reports")).With("what", what).With("from", SmallCase.Q1).With("to", SmallCase.Q2).SendAndFollowAsync();

        Assert.Equal(title, asked.Heading());
        Assert.Contains("Asked for It has been asked for, and is made in a moment.", asked.MainWords(), StringComparison.Ordinal);
        var look = asked.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(link => link.TextContent == "See if it is done").GetAttribute("href")!;
        var made = await glance.UpToDateAsync(officer, look);
        Assert.Contains("They agree.", made.MainWords(), StringComparison.Ordinal);
        var files = made.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var file in files)
            Assert.NotEmpty(await BytesAsync(officer, file));
        var opened = await OpenAsync(await BytesAsync(officer, files[0]));
        Assert.Equal(made.Rows("rows").Select(row => row[0]).Order(StringComparer.Ordinal), opened.Keys.Order(StringComparer.Ordinal));
        foreach (var row in made.Rows("rows").Where(row => row[0] is "Awards" or "Answers" or "Indicators"))
            Assert.True(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) == opened[row[0]].Count - 1, row[0]);
        if (what == "indicator-spent")
            // In each period, then in both: planned and spent.
            Assert.Equal(
                [["Group 1", "Project 1", "£300.00", "£120.50", "£200.00", "£250.00", "£500.00", "£370.50", "-25.9%"], ["Group 2", "Project 2", "", "£99.99", "£200.00", "No return", "", "£99.99", ""],
                    ["Group 3", "Project 3", "", "No return", "£200.00", "No return", "", "", ""]],
                opened["Awards"].Skip(1).Select(row => row[1..]));
        var list = await (await glance.FunderAsync(glance.Lead, Roles.FunderReader, GlanceCase.Autumn)).PageAsync($"{glance.Programme}/reports");
        Assert.Equal($"{title} Made", Assert.Single(list.Rows("others"))[0]);
    }

    [Fact]
    public async Task Report_AskedForWrongly_IsRefusedWithWhatWasChosen()
    {
        var glance = await FiledAsync();
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        var form = await FilledForm.OnAsync(officer, $"{glance.Programme}/reports");

        var (status, page) = await form.With("what", "answers").With("from", SmallCase.Q2).With("to", SmallCase.Q1).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Choose a last period that is not before the first."], page.Errors());
        Assert.Equal(["answers", SmallCase.Q2, SmallCase.Q1], page.QuerySelectorAll<IHtmlSelectElement>("main select").Take(3).Select(select => select.Value));
        (_, page) = await form.With("what", "indicator-none").With("from", "").With("to", "2030-Q1").With("for", "GB-CHC-1").SendAndReadAsync();
        Assert.Equal(["Choose what you want from the list.", "Choose the first period from the list.", "Choose the last period from the list.", "Choose a funder from the list."], page.Errors());
        Assert.Equal(["#what", "#from", "#to", "#for"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Report_WhileItIsMade_SaysHowFarItHasCome()
    {
        var glance = await FiledAsync();
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(officer, Report(glance, SmallCase.Q2));
        var period = Identifier.Parse<PeriodId>(SmallCase.Q2);
        var key = ReportKey.Of(glance.Test.Programme, period) with { Content = ReportContent.Answers };
        var address = $"{Report(glance, SmallCase.Q2)}?of=answers";
        var before = await officer.PageAsync(address);
        Assert.Contains("Not made Nobody has asked for it yet.", before.MainWords(), StringComparison.Ordinal);
        var state = ReportState.None(key) with { LastCut = 1, BegunAt = GlanceCase.Autumn, LeaseUntil = GlanceCase.Autumn.AddMinutes(1), Progress = new BuildProgress(120, 400) };
        Assert.NotNull(await new ReportStore(StorageAccount.Connect(glance.Test.App.ConnectionString)).TrySaveAsync(state, null, default));

        var page = await officer.PageAsync(address);
        Assert.Contains("Being made It is being made. This takes from a few seconds to some minutes.", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("120 of 400 awards done", page.MainWords(), StringComparison.Ordinal);
        var bar = page.QuerySelector("progress")!;
        Assert.Equal(("120", "400", "How far it has come"), (bar.GetAttribute("value"), bar.GetAttribute("max"), bar.GetAttribute("aria-label")));
        Assert.Null(page.QuerySelector("main form"));
        Assert.EndsWith("Being made", (await officer.PageAsync($"{glance.Programme}/reports")).Rows("others").Single()[0], StringComparison.Ordinal);
        // What died is asked for again once its lease is over.
        officer.Now = GlanceCase.Autumn.AddMinutes(2);
        await (await FilledForm.OnAsync(officer, address, address)).SendAndFollowAsync();
        await glance.UpToDateAsync(officer, address);
    }

    [Fact]
    public async Task Revisions_ThatAReportWasMadeFrom_AreListedWithLinksToThem()
    {
        var glance = await FiledAsync();
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        var page = await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q2));
        var used = await lead.PageAsync(Address(page, "See which revision of each return was used"));

        Assert.Equal(
            [
                ["Group 1", "Project 1", "July to September 2026", "In", "1", "10 October 2026 at 1:00pm"],
                ["Group 2", "Project 2", "July to September 2026", "Not begun", "not in", ""],
                ["Group 3", "Project 3", "July to September 2026", "Not begun", "not in", ""],
                ["Group 1", "Project 1", "April to June 2026", "Earlier period, for figures to date", "1", ""],
                ["Group 2", "Project 2", "April to June 2026", "Earlier period, for figures to date", "1", ""],
            ],
            used.Rows("used").Select(row => (string[])[Provider(row[0]), .. row[1..6]]));
        var links = used.QuerySelectorAll<IHtmlAnchorElement>("#used a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
            using (var answer = await lead.GetAsync(link))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // The trust's own cut names its award alone.
        var trust = await glance.FunderAsync(glance.Trust, at: GlanceCase.Autumn);
        var own = $"?funder={glance.Trust.Id}";
        await (await FilledForm.OnAsync(trust, Report(glance, SmallCase.Q2) + own, Report(glance, SmallCase.Q2) + own)).SendAndFollowAsync();
        await glance.UpToDateAsync(trust, Report(glance, SmallCase.Q2) + own);
        Assert.Equal(["Group 1", "Group 1"], (await trust.PageAsync($"{Report(glance, SmallCase.Q2)}/revisions{own}")).Rows("used").Select(row => Provider(row[0])));
    }

    [Fact]
    public async Task Returns_RestatedSinceACut_AreShownWithTheDifferenceUntilSeen()
    {
        var glance = await FiledAsync();
        var lead = await glance.FunderAsync(glance.Lead);
        var page = await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q1));
        Assert.Contains("No return has come in or been corrected since.", page.MainWords(), StringComparison.Ordinal);
        var exact = Address(page, "link to this version");
        await BytesAsync(lead, $"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.xlsx");
        await glance.FileAsync("a-0001", 55, 25, "130.00", at: SmallCase.InTime.AddMinutes(5), basedOn: 1);
        await glance.FileAsync("a-0003", 5, 5, "1.00", at: SmallCase.InTime.AddMinutes(6));
        var since = exact.Replace("?", "/since?", StringComparison.Ordinal);
        await UntilAsync(glance, async () => (await lead.PageAsync(since)).QuerySelector("main form") is not null);

        Assert.Contains("2 returns came in or were corrected since", (await lead.PageAsync(exact)).MainWords(), StringComparison.Ordinal);
        var shown = await lead.PageAsync(since);
        Assert.Equal(["Group 1, April to June 2026", "Group 3, April to June 2026"], shown.QuerySelectorAll("main h2").Select(ShownPage.Words));
        Assert.Contains("The report used revision 1. Revision 2 took its place on 10 July 2026 at 1:05pm.", shown.MainWords(), StringComparison.Ordinal);
        Assert.Contains("It came in on 10 July 2026 at 1:06pm, after the report was made.", shown.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["People helped 50 55", "Spent £120.50 £130.00"], shown.QuerySelectorAll("[id^=since][id$=figures] tbody tr").Select(ShownPage.Words));
        var seen = await FilledForm.On(lead, shown).SendAndFollowAsync();
        Assert.Contains("Noted: your organisation has seen it.", seen.MainWords(), StringComparison.Ordinal);
        Assert.Null(seen.QuerySelector("main form"));
        Assert.Equal(2, seen.QuerySelectorAll("main h2").Count(heading => heading.Id?.StartsWith("since-", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Reports_OfACoFunder_AreItsOwnCutsAlone()
    {
        var glance = await FiledAsync();
        var (lead, trust) = (await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn), await glance.FunderAsync(glance.Trust, Roles.FunderReader, GlanceCase.Autumn));
        var own = Report(glance, SmallCase.Q1) + $"?funder={glance.Trust.Id}";
        await glance.UpToDateAsync(lead, Report(glance, SmallCase.Q1));
        var list = await trust.PageAsync($"{glance.Programme}/reports");
        Assert.Null(list.QuerySelector("select[name=for]"));
        Assert.All(list.QuerySelectorAll("#periods th a"), link => Assert.EndsWith($"?funder={glance.Trust.Id}", link.GetAttribute("href"), StringComparison.Ordinal));
        await (await FilledForm.OnAsync(trust, $"{glance.Programme}/reports")).With("for", glance.Lead.Id.Value).With("what", "answers").With("from", SmallCase.Q1).With("to", SmallCase.Q1).SendAndFollowAsync();
        var answers = await glance.UpToDateAsync(trust, own + "&of=answers");
        Assert.Equal("1", answers.Rows("rows").Single(row => row[0] == "Answers")[1]);
        // The charity can see that somebody took its answers.
        await BytesAsync(trust, answers.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").First().GetAttribute("href")!);
        var looks = await new LookStore(StorageAccount.Connect(glance.Test.App.ConnectionString)).OfAsync(glance.Test.Key("a-0001"), default).ToListAsync();
        Assert.Contains(looks, look => (look.For, look.Kind) == (glance.Trust.Id, LookKind.DownloadedInReport));
        // The lead funder may read what each of them gets; nobody reads the lead's, or that it is there.
        Assert.Contains("as The Elm Trust sees it", (await lead.PageAsync(own + "&of=answers")).MainWords(), StringComparison.Ordinal);
        foreach (var part in new[] { "", "/revisions", "/since" })
            foreach (var (visitor, query) in new[] { (trust, ""), (trust, $"?funder={glance.Lead.Id}"), (trust, "?of=answers"), (lead, "?of=indicator-none"), (lead, "?cut=99"), (lead, "?cut=one"), (lead, "?funder=GB-CHC-9999999") })
                using (var answer = await visitor.GetAsync($"{Report(glance, SmallCase.Q1)}{part}{query}"))
                    Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{part}{query}");
    }

    [Fact]
    public async Task Reports_OfTheLeadFunderBefore_AreNotTheNextOnes()
    {
        var glance = await FiledAsync();
        var (council, trust) = (await glance.FunderAsync(glance.Lead, Roles.LeadOfficer, DateTimeOffset.UtcNow), await glance.FunderAsync(glance.Trust, Roles.LeadOfficer, DateTimeOffset.UtcNow));
        var exact = Address(await glance.UpToDateAsync(council, Report(glance, SmallCase.Q1)), "link to this version");
        // Set-up has rules of its own for names, which this case's third indicator breaks.
        var programmes = new ProgrammeStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        var programme = (await programmes.GetAsync(glance.Test.Programme, default))!;
        await programmes.PutAsync(programme with { Indicators = [.. programme.Indicators.Where(indicator => indicator.Id.Value != "new")] }, default);
        await (await FilledForm.OnAsync(council, $"{glance.Programme}/setup/lead")).With("to", glance.Trust.Id.Value).With("reason", "The trust pays most of it now.").SendAndFollowAsync();
        // Builds go by the clock: it is later than the first one.
        trust.Now = DateTimeOffset.UtcNow;
        await (await FilledForm.OnAsync(trust, $"{glance.Programme}/setup/lead")).With("answer", "accept").SendAndFollowAsync();

        // What only the council may see may be in what was made for it.
        var page = await trust.PageAsync(Report(glance, SmallCase.Q1));
        Assert.Empty(page.QuerySelectorAll("#rows, #history tbody tr, a[href^='/api/v1/reports/']"));
        Assert.DoesNotContain(" Made", string.Join('|', (await trust.PageAsync($"{glance.Programme}/reports")).Rows("periods").Select(row => row[0])), StringComparison.Ordinal);
        foreach (var address in new[] { exact, $"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.xlsx", $"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.xlsx?cut=1" })
            using (var answer = await trust.GetAsync(address))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        // It is made anew for the trust, of a period that is over as well, with what the trust alone may see.
        var own = await glance.UpToDateAsync(trust, Report(glance, SmallCase.Q1));
        Assert.Single(own.Rows("history"));
        var opened = await OpenAsync(await BytesAsync(trust, own.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").First().GetAttribute("href")!));
        Assert.Contains("What could the trust do?", opened["Answers"][0]);
    }

    [Fact]
    public async Task Part_AskedForWhileTheLeadFundersReportIsStale_IsMadeAnewAllTheSame()
    {
        var glance = await FiledAsync();
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(officer, Report(glance, SmallCase.Q1));
        var address = $"{Report(glance, SmallCase.Q1)}?of=answers";
        await (await FilledForm.OnAsync(officer, address, address)).SendAndFollowAsync();
        await glance.UpToDateAsync(officer, address);
        var store = new ReportStore(StorageAccount.Connect(glance.Test.App.ConnectionString));
        var leads = ReportKey.Of(glance.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1));
        var before = (await store.GetAsync(leads with { Content = ReportContent.Answers }, default)).State.Published!;
        var (state, guard) = await store.GetAsync(leads, default);
        await store.TrySaveAsync(state with { StaleSince = before.CutAt.AddMinutes(1) }, guard, default);

        var later = await glance.FunderAsync(glance.Lead, at: DateTimeOffset.UtcNow);
        await (await FilledForm.OnAsync(later, address, address)).SendAndFollowAsync();
        await UntilAsync(glance, async () => (await store.GetAsync(leads with { Content = ReportContent.Answers }, default)).State.Published!.Cut > before.Cut);
    }

    [Fact]
    public async Task Report_ThatDoesNotComeAfterItWasAskedFor_CanBeAskedForAgain()
    {
        var glance = await FiledAsync();
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(officer, Report(glance, SmallCase.Q1));
        var key = ReportKey.Of(glance.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1)) with { Content = ReportContent.Answers };
        // Its message was lost on the way to the queue.
        await new ReportStore(StorageAccount.Connect(glance.Test.App.ConnectionString)).TrySaveAsync(ReportState.None(key) with { AskedAt = GlanceCase.Autumn }, null, default);
        var address = $"{Report(glance, SmallCase.Q1)}?of=answers";

        officer.Now = GlanceCase.Autumn.AddMinutes(1);
        Assert.Contains("is made in a moment", (await officer.PageAsync(address)).MainWords(), StringComparison.Ordinal);
        officer.Now = GlanceCase.Autumn.AddMinutes(6);
        await (await FilledForm.OnAsync(officer, address, address)).SendAndFollowAsync();
        await glance.UpToDateAsync(officer, address);
    }

    private async Task<GlanceCase> FiledAsync()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 30, 10, "99.99");
        await glance.FileAsync("a-0001", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        return glance;
    }

    private static string Report(GlanceCase glance, string period) => $"{glance.Programme}/reports/{period}/{period}";

    private static string Address(IHtmlDocument page, string link) => page.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(one => one.TextContent == link).GetAttribute("href")!;

    /// <summary>Without what is only heard.</summary>
    private static string Provider(string cell) => cell.Split(" ,")[0].Split(',')[0].Trim();

    private static async Task<byte[]> BytesAsync(PortalBrowser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A workbook's sheets as people see them, in their order.</summary>
    private static async Task<IReadOnlyDictionary<string, List<string[]>>> OpenAsync(byte[] workbook)
    {
        Assert.Empty(WorkbookFiles.Faults(workbook));
        var path = Path.Combine(Path.GetTempPath(), $"part-{Guid.NewGuid():N}.xlsx");
        await File.WriteAllBytesAsync(path, workbook);
        try
        {
            return await LibreOffice.ToCsvAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task UntilAsync(GlanceCase glance, Func<Task<bool>> happened)
    {
        var pump = new QueuePump(glance.Test);
        for (var tries = 0; !await happened(); tries++)
        {
            Assert.True(tries < 150, "It does not happen.");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
    }
}
