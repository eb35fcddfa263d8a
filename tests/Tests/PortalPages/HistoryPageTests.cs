using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>What an award reported before the portal: entered, pasted, put by a program; last time and trend; and until when it can be changed.</summary>
public sealed class HistoryPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task PastReturn_EnteredOnThePage_IsLastTimeAndCanBeDeleted()
    {
        var (test, browser, root) = await SetUpAsync();
        var page = await (await FilledForm.OnAsync(browser, root + "/entry", root + "/entry")).With("past/name", "January to March 2026")
            .With("past/start-day", "1").With("past/start-month", "1").With("past/start-year", "2026").With("past/end-day", "31").With("past/end-month", "3").With("past/end-year", "2026")
            .With("helped", "1,240").With("spent", "£99.50").With("story", "A lunch club.").With("place", "south").SendAndFollowAsync();

        Assert.Contains("The past return is kept.", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("January to March 2026 history, not signed", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("1 January 2026 to 31 March 2026. Entered on 10 July 2026, 4 answers.", page.MainWords(), StringComparison.Ordinal);
        var section = await browser.PageAsync($"/returns/{test.Programme}/{SmallCase.Q1}/a-0001/sections/reach");
        Assert.Contains("1,240", section.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["Entered a past return"], (await JoiningTests.RecordAsync(browser, OrganisationId.Parse("MR-000001"))).Where(row => row[3].Contains("past return", StringComparison.Ordinal)).Take(1).Select(row => row[3]));

        var change = page.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(link => link.TextContent.StartsWith("Change", StringComparison.Ordinal)).GetAttribute("href")!;
        var again = await (await FilledForm.OnAsync(browser, change, root + "/entry")).With("helped", "1250").SendAndFollowAsync();
        Assert.Single(again.QuerySelectorAll("main h2:not(.govuk-notification-banner__title)"));
        Assert.Equal("1250", (await browser.PageAsync(change)).QuerySelector<IHtmlInputElement>("#helped")!.Value);
        var gone = await FilledForm.On(browser, again, again.QuerySelector("main form")!.GetAttribute("action")).SendAndFollowAsync();
        Assert.Contains("No past return is entered yet.", gone.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PastReturn_WithWhatCantBeKept_IsToldAtTheBoxes()
    {
        var (_, browser, root) = await SetUpAsync();
        var (status, page) = await (await FilledForm.OnAsync(browser, root + "/entry", root + "/entry")).With("past/name", "").With("helped", "many").With("spent", "5").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#past/start-day", "#past/end-day", "#helped"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("many", "5"), (page.QuerySelector<IHtmlInputElement>("#helped")!.Value, page.QuerySelector<IHtmlInputElement>("#spent")!.Value));
        // A time that the portal has its own return for.
        var (_, inside) = await FilledForm.On(browser, page, root + "/entry").With("past/name", "Spring").With("helped", "4").With("past/start-day", "1").With("past/start-month", "6").With("past/start-year", "2026")
            .With("past/end-day", "30").With("past/end-month", "5").With("past/end-year", "2026").SendAndReadAsync();
        Assert.Equal(["Enter a last day that is not before the first day."], inside.Errors());
    }

    [Fact]
    public async Task Template_FilledInAndPasted_IsPreviewedAndKeptByThePersonAlone()
    {
        var (test, browser, root) = await SetUpAsync();
        using var file = await browser.GetAsync(root + "/template.csv");
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("question,row,column,what it is,value", lines[0]);
        Assert.Contains("place,,,\"Place (one of: North, South)\",", lines);
        string Filled(params (string Question, string Value)[] values) => string.Join('\n', lines.Select(line =>
            values.FirstOrDefault(value => line.StartsWith(value.Question + ",", StringComparison.Ordinal)) is { Question: not null } found ? line + found.Value : line)).Replace(",\"", "\t\"", StringComparison.Ordinal).Replace(",", "\t", StringComparison.Ordinal);

        var (wrong, refused) = await (await FilledForm.OnAsync(browser, root + "/entry", root + "/paste")).With("lines", Filled(("helped", "lots"), ("place", "West")) + "\nnonsense\t\t\tWhat\t5").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Equal(3, refused.Errors().Length);
        Assert.All(refused.Errors(), error => Assert.StartsWith("Line ", error, StringComparison.Ordinal));
        Assert.Contains("lots", refused.QuerySelector("textarea[name=lines]")!.TextContent, StringComparison.Ordinal);

        var (status, preview) = await FilledForm.On(browser, refused, root + "/paste").With("lines", Filled(("helped", "31"), ("place", "South"), ("visit", "3/2/2026"), ("partner", "Yes"))).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing is kept yet", preview.MainWords(), StringComparison.Ordinal);
        Assert.Empty((await ListAsync(test)).EnumerateArray());
        await FilledForm.On(browser, preview, root + "/entry").With("past/name", "Winter").With("past/start-day", "1").With("past/start-month", "1").With("past/start-year", "2026")
            .With("past/end-day", "31").With("past/end-month", "3").With("past/end-year", "2026").SendAndFollowAsync();
        var answers = (await ListAsync(test))[0].GetProperty("answers");
        Assert.Equal(
            (31, "south", "2026-02-03", true),
            (answers.GetProperty("helped").GetInt32(), answers.GetProperty("place").GetString(), answers.GetProperty("visit").GetString(), answers.GetProperty("partner").GetBoolean()));
    }

    [Fact]
    public async Task Template_SavedAndSentAsAFile_IsPreviewed()
    {
        var (_, browser, root) = await SetUpAsync();
        async Task<(HttpStatusCode, IHtmlDocument)> SendAsync(byte[] file)
        {
            using var body = new MultipartFormDataContent();
            foreach (var hidden in (await browser.PageAsync(root + "/entry")).Forms.Single(form => form.GetAttribute("action") == root + "/paste").QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
                body.Add(new StringContent(hidden.Value), hidden.Name!);
            body.Add(new ByteArrayContent(file), "file", "template.csv");
            using var answer = await browser.SendAsync(HttpMethod.Post, root + "/paste", body);
            return (answer.StatusCode, await PortalBrowser.PageOfAsync(answer));
        }

        // As Excel saves it where nobody tells it otherwise: the pound sign is one byte.
        var (status, preview) = await SendAsync(System.Text.Encoding.Latin1.GetBytes("question,row,column,what it is,value\r\nhelped,,,People,31\r\nspent,,,Spent,£99.50\r\n"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("31", "99.5"), (preview.QuerySelector<IHtmlInputElement>("#helped")!.Value, preview.QuerySelector<IHtmlInputElement>("#spent")!.Value.TrimEnd('0')));

        var (workbook, told) = await SendAsync([.. "PK"u8, 3, 4, 0, 0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workbook);
        Assert.Equal(["This is a workbook. Save it as CSV in your spreadsheet, or copy its cells and paste them."], told.Errors());
        Assert.Equal("#file", told.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task PastReturn_OfAProgram_IsFixedByTheNextSubmission_AndStandsInTheTrend()
    {
        var (test, browser, root) = await SetUpAsync();
        const string body = """{"name":"January to March 2026","start":"2026-01-01","end":"2026-03-31","answers":{"helped":30,"spent":"£10"}}""";
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(test, body)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(test, body.Replace("30", "31", StringComparison.Ordinal))).Status);
        (await PutAsync(test, body.Replace("\"helped\"", "\"nonsense\"", StringComparison.Ordinal))).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2145");
        (await PutAsync(test, body.Replace("2026-03-31", "2026-04-30", StringComparison.Ordinal), "other")).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2145");
        var past = (await ListAsync(test))[0];
        Assert.Equal((31, false, false), (past.GetProperty("answers").GetProperty("helped").GetInt32(), past.GetProperty("signed").GetBoolean(), past.GetProperty("fixed").GetBoolean()));

        await test.FileAsync("a-0001", 40, at: SmallCase.InTime.AddDays(1));

        (await PutAsync(test, body)).IsProblem(HttpStatusCode.Conflict, "MR2146");
        var trend = await browser.PageAsync(root + "/trend");
        Assert.Equal([["January to March 2026 (history, not signed)", "31"], ["April to June 2026", "40"]], trend.Rows("trend"));
        Assert.Equal("img", trend.QuerySelector("main svg")!.GetAttribute("role"));
        Assert.Equal(2, trend.QuerySelectorAll("main svg circle").Length);
        Assert.Contains("It stays as it is.", (await browser.PageAsync(root)).MainWords(), StringComparison.Ordinal);
        // No report, and no funder, knows of it.
        Assert.DoesNotContain("January to March", (await test.GetAsync($"/api/v1/programmes/{test.Programme}/periods")).Json.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<Answer> PutAsync(SmallCase test, string body, string period = "2025-Q4") =>
        await test.SendAsync(HttpMethod.Put, $"/api/v1/history/{test.Programme}/a-0001/{period}", body, null, await CharityAsync());

    private static async Task<JsonElement> ListAsync(SmallCase test) =>
        (await test.SendAsync(HttpMethod.Get, $"/api/v1/history/{test.Programme}/a-0001", null, null, await CharityAsync())).Json.GetProperty("past");

    private static async Task<(string, string)> CharityAsync() =>
        ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity));

    private async Task<(SmallCase Test, PortalBrowser Browser, string Root)> SetUpAsync()
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, person, Roles.Preparer);
        var browser = await fixture.SignInAsync(person);
        browser.Now = SmallCase.InTime;
        return (test, browser, $"/history/{test.Programme}/a-0001");
    }
}
