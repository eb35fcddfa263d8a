using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>The page of a question's files, without JavaScript and in a browser.</summary>
public sealed class EvidencePageTests(PagesFixture fixture, Browser browser)
{
    [Fact]
    public async Task Preparer_AddsSeesAndRemovesAFile()
    {
        var (test, _, http) = await SetUpAsync();
        var page = PageOf(test);
        Assert.Contains("There are no files yet.", (await http.PageAsync(page)).MainWords(), StringComparison.Ordinal);

        var sent = await FollowAsync(http, await SendAsync(http, page, ("photo.png", SampleFiles.Png)));

        Assert.Equal("The file is being checked.", sent.QuerySelector(".govuk-notification-banner__heading")!.TextContent);
        Assert.Contains("photo.png Being checked Remove photo.png", Lines(sent)[0], StringComparison.Ordinal);
        var file = (await test.ListAsync()).Single().GetProperty("id").GetString()!;
        await test.ScanAsync(file);
        var added = await http.PageAsync(page);
        Assert.StartsWith("photo.png PNG image, 70 bytes Added", Lines(added)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("It usually takes", added.MainWords(), StringComparison.Ordinal);
        using (var saved = await http.GetAsync(added.QuerySelector(".portal-files a")!.GetAttribute("href")!))
        {
            Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(SampleFiles.Png, await saved.Content.ReadAsByteArrayAsync());
        }

        var removed = await FilledForm.On(http, added, $"{page}/{file}/remove").SendAndFollowAsync();

        Assert.Contains("The file is removed.", removed.MainWords(), StringComparison.Ordinal);
        Assert.Empty(Lines(removed));
        Assert.Equal(FileState.Removed, await test.StateAsync(file));
        // Pressed again in another tab: it is removed already.
        Assert.Contains("The file is removed.", (await FilledForm.On(http, added, $"{page}/{file}/remove").SendAndFollowAsync()).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preparer_SendingWhatCanNotBeTaken_IsToldOnThePage()
    {
        var (test, _, http) = await SetUpAsync();
        var page = PageOf(test);

        await IsToldAsync(await SendAsync(http, page), "Choose a file");
        await IsToldAsync(await SendAsync(http, page, ("empty.pdf", [])), "“empty.pdf” is empty. Choose another file.");
        var large = SampleFiles.Pdf((int)FileKind.MostBytes);
        await IsToldAsync(await SendAsync(http, page, ("good.pdf", SampleFiles.Pdf()), ("large.pdf", large)), "“large.pdf” is larger than 20 MB. Make it smaller, for example by saving it as a PDF, and add it again.");
        Assert.Single(await test.ListAsync());

        using var tooMany = await SendAsync(http, page, ("1.png", SampleFiles.Png), ("2.png", SampleFiles.Png), ("3.png", SampleFiles.Png));
        Assert.Equal(HttpStatusCode.Conflict, tooMany.StatusCode);
        var full = await PortalBrowser.PageOfAsync(tooMany);
        Assert.Equal(["Remove a file before you add another: this question takes 3."], full.Errors());
        Assert.Null(full.QuerySelector("input[type=file]"));
        Assert.Contains("This question takes up to 3 files.", full.MainWords(), StringComparison.Ordinal);
        Assert.Equal(3, (await test.ListAsync()).Count);
    }

    [Fact]
    public async Task Preparer_WithAFileThatWasRefused_ReadsWhyAndTakesItAway()
    {
        var (test, _, http) = await SetUpAsync();
        using var sent = await SendAsync(http, PageOf(test), ("eicar.docx", SampleFiles.Docx(("a.bin", SampleFiles.Eicar))));
        var file = (await test.ListAsync()).Single().GetProperty("id").GetString()!;
        await test.ScanAsync(file);

        var page = await http.PageAsync(PageOf(test));

        Assert.StartsWith("eicar.docx “eicar.docx” holds a virus and has been deleted. Check your computer before you add another file. Not added", Lines(page)[0], StringComparison.Ordinal);
        Assert.Empty(Lines(await FilledForm.On(http, page, $"{PageOf(test)}/{file}/remove").SendAndFollowAsync()));
        Assert.Equal(FileState.Removed, await test.StateAsync(file));
    }

    [Fact]
    public async Task Signatory_ReadsTheFilesAndChangesNothing()
    {
        var (test, _, preparer) = await SetUpAsync();
        using var sent = await SendAsync(preparer, PageOf(test), ("a.png", SampleFiles.Png));
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Test.Programme, 1).Provider, person, Roles.Signatory);
        var http = await SignedInAsync(person);

        var page = await http.PageAsync(PageOf(test));
        foreach (var address in (string[])["sign", "check"])
            Assert.Contains("The file a.png is still being sent or checked.", (await http.PageAsync($"/returns/{test.Test.Key(EvidenceCase.Award)}/{address}")).MainWords(), StringComparison.Ordinal);

        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("a.png Being checked", Lines(page)[0], StringComparison.Ordinal);
        using var refused = await SendAsync(http, PageOf(test), ("b.png", SampleFiles.Png));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>A form that another site made: the token is missing.</summary>
    [Fact]
    public async Task Post_WithoutThePortalsForm_AddsNothing()
    {
        var (test, _, http) = await SetUpAsync();
        using var body = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Png), "file", "a.png" } };
        using var answer = await http.SendAsync(HttpMethod.Post, PageOf(test), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await test.ListAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task Page_InEveryState_HasNoFaultsAndFitsNarrowScreens()
    {
        var (test, person, _) = await SetUpAsync();
        var empty = new EvidenceCase(await SmallCase.SetUpAsync(await fixture.AppAsync(), form: SmallCase.FormWithFiles));
        await test.AddAsync("A photograph of our summer party with a rather long name.png", SampleFiles.Png);
        await test.AddAsync("How-we-know-it-a-very-long-name-without-any-blank-in-it-that-nobody-can-break.docm", SampleFiles.Docm());
        await CheckAsync(person, ("evidence-empty", PageOf(empty)), ("evidence-refused", PageOf(test)));
        await test.SendAsync("minutes.pdf", SampleFiles.Pdf());
        await test.SendAsync("figures.xlsx", SampleFiles.Xlsx());
        await CheckAsync(person, ("evidence-full", PageOf(test)), ("evidence-sent", PageOf(test) + "?done=sent"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Preparer_InABrowser_AddsAFileByKeyboardAndReadsWhatIsWrong(bool javaScript)
    {
        var (test, person, _) = await SetUpAsync();
        var page = await OpenAsync(person, javaScript, Browser.Narrow);
        await page.GotoAsync(PageOf(test));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add to your answer" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("Error: Files: Files that show it - Monitoring Returns");
        await Browser.PictureAsync(page, $"evidence-error-320-{javaScript}");
        if (javaScript)
            Assert.Empty(await Browser.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Choose a file" }).ClickAsync();
        await Assertions.Expect(page.Locator("#file")).ToBeFocusedAsync();

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = SampleFiles.Png });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file is being checked.");
        await test.ScanAsync((await test.ListAsync()).Single().GetProperty("id").GetString()!);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "See if it is done" }).ClickAsync();
        await Assertions.Expect(page.Locator(".portal-files")).ToContainTextAsync("Added");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove photo.png" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file is removed.");
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Preparer_WithJavaScript_SendsFilesStraightToStorage()
    {
        var (test, person, _) = await SetUpAsync();
        await test.Account.TakeUploadsFromAsync(await fixture.AddressAsync());
        var page = await OpenAsync(person, javaScript: true, Browser.Desktop);
        var (said, sent) = (new List<string>(), new List<string>());
        page.Console += (_, message) => said.Add(message.Text);
        page.Request += (_, request) => sent.Add($"{request.Method} {(request.IsNavigationRequest ? "page" : new Uri(request.Url).GetLeftPart(UriPartial.Authority))}");
        await page.GotoAsync(PageOf(test));
        await page.SetInputFilesAsync("#file", [new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = SampleFiles.Png }, new FilePayload { Name = "minutes.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() }]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add to your answer" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The files are being checked.");
        var storage = test.Account.Blobs.Uri.GetLeftPart(UriPartial.Authority);
        Assert.Equal(2, sent.Count(request => request == $"PUT {storage}"));
        Assert.DoesNotContain("POST page", sent);
        Assert.Empty(said);
        foreach (var file in await test.ListAsync())
            await test.ScanAsync(file.GetProperty("id").GetString()!);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".portal-files")).ToContainTextAsync("minutes.pdf");

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "nothing.pdf", MimeType = "application/pdf", Buffer = [] });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add to your answer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("“nothing.pdf” is empty. Choose another file.");
        await Assertions.Expect(page.Locator("#file")).ToBeFocusedAsync();
        Assert.Empty(await Browser.FaultsAsync(page));
        await page.Context.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Preparer_WhoseBrowserDoesNotReachStorage_SendsTheFileWithTheForm()
    {
        var (test, person, _) = await SetUpAsync();
        var page = await OpenAsync(person, javaScript: true, Browser.Desktop);
        await page.RouteAsync(address => address.StartsWith(test.Account.Blobs.Uri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal), route => route.AbortAsync());
        await page.GotoAsync(PageOf(test));
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = SampleFiles.Png });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add to your answer" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file is being checked.");
        Assert.Equal("photo.png", (await test.ListAsync()).Single(file => file.GetProperty("state").GetString() == "Waiting").GetProperty("name").GetString());
        await page.Context.DisposeAsync();
    }

    private static string PageOf(EvidenceCase test) => $"/returns/{test.Test.Key("a-0001")}/files/proof";

    private static string[] Lines(IHtmlDocument page) => [.. page.QuerySelectorAll(".portal-files > li").Select(ShownPage.Words)];

    private async Task<(EvidenceCase Test, DemoPerson Person, PortalBrowser Http)> SetUpAsync()
    {
        var test = await EvidenceCase.SetUpAsync(await fixture.AppAsync());
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Test.Programme, 1).Provider, person, Roles.Preparer);
        return (test, person, await SignedInAsync(person));
    }

    /// <summary>Signed in by the real clock, and then at a time when the period is open.</summary>
    private async Task<PortalBrowser> SignedInAsync(DemoPerson person)
    {
        var http = new PortalBrowser(await fixture.AppAsync()) { Now = SmallCase.InTime };
        return await fixture.SignInAsync(person, browser: http);
    }

    private static async Task<HttpResponseMessage> SendAsync(PortalBrowser http, string page, params (string Name, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent();
        foreach (var hidden in (await http.PageAsync("/sessions")).Forms.First().QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, content) in files)
            body.Add(new ByteArrayContent(content), "file", name);
        return await http.SendAsync(HttpMethod.Post, page, body);
    }

    private static async Task<IHtmlDocument> FollowAsync(PortalBrowser http, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return await http.PageAsync(answer.Headers.Location!.OriginalString);
        }
    }

    private static async Task IsToldAsync(HttpResponseMessage answer, string error)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await PortalBrowser.PageOfAsync(answer);
            Assert.StartsWith("Error: Files: ", page.Title, StringComparison.Ordinal);
            Assert.Equal([error], page.Errors());
            Assert.Equal("#file", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
            Assert.Equal("Error: " + error, page.GetElementById("file-error")!.TextContent);
        }
    }

    private Task CheckAsync(DemoPerson person, params (string Name, string Address)[] pages) => browser.LookAsync(fixture, person.Name, SmallCase.InTime, pages);

    /// <summary>Signed in by hand, at a time when the period is open.</summary>
    private Task<IPage> OpenAsync(DemoPerson person, bool javaScript, int width) => browser.SignInAsync(fixture, person.Name, javaScript, width, SmallCase.InTime);
}
