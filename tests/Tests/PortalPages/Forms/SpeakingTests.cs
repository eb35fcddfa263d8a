using System.Net;
using AngleSharp.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>Providers are heard about the form: consultation, challenges, and what answers were used for.</summary>
public sealed class SpeakingTests(PagesFixture fixture)
{
    [Fact]
    public async Task Consultation_FromOpeningToAnswer_IsReadByEverybodyAndKeptWithTheVersion()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        // Until it is opened, the draft is the lead funder's alone.
        Assert.Equal(HttpStatusCode.NotFound, (await test.Setup.AtProvider.GetAsync($"{test.Form}/draft")).StatusCode);
        var (soon, refused) = await (await test.Setup.FormAsync($"{test.Form}/consultation")).With("until-day", "12").With("until-month", "7").With("until-year", "2026").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter the last day for comments: 7 days from now or more, so on 17 July 2026 or later, and within a year."), (soon, refused.Errors().Single()));
        await FilledForm.On(test.Setup.Lead, refused).With("until-day", "31").SendAndFollowAsync();

        Assert.Contains("The next version is open to comments until 31 July 2026.", (await test.OfProviderAsync()).MainWords(), StringComparison.Ordinal);
        var (bare, empty) = await (await test.Setup.FormAsync($"{test.Form}/draft", by: test.Setup.AtProvider)).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter what you want to say."), (bare, empty.Errors().Single()));
        await FilledForm.On(test.Setup.AtProvider, empty).With("question", "carers").With("text", "We don’t ask children for whom they care.").With("named", "no").SendAndFollowAsync();

        // Who said it is known to nobody but themselves.
        var lead = await test.OfLeadAsync("/draft");
        Assert.Contains("A provider: on “Young carers helped” We don’t ask children for whom they care.", lead.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(test.Setup.Provider.Name, lead.MainWords(), StringComparison.Ordinal);
        var entry = (await test.Setup.Lead.PageAsync($"{test.Setup.Setup}/record")).QuerySelectorAll("main tbody tr, main li").Select(ShownPage.Words).Single(words => words.Contains("Commented on the next version", StringComparison.Ordinal));
        Assert.Contains("A provider", entry, StringComparison.Ordinal);
        Assert.DoesNotContain(test.Setup.Provider.Name, entry, StringComparison.Ordinal);
        Assert.Contains("open to comments until 31 July 2026", (await test.Setup.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        Assert.Contains($"{test.Setup.Provider.Name} (others read “a provider”)", (await test.OfProviderAsync("/draft")).MainWords(), StringComparison.Ordinal);
        var address = lead.QuerySelector("a[href*='/comments/']")!.GetAttribute("href")!;
        await (await test.Setup.FormAsync(address)).With("text", "We ask for those you know of.").With("changed", "yes").SendAndFollowAsync();
        await (await test.Setup.FormAsync(address, by: test.Setup.AtProvider)).SendAndFollowAsync();
        Assert.Contains(test.Setup.Provider.Name, (await test.OfLeadAsync("/draft")).MainWords(), StringComparison.Ordinal);

        // The last day counts to its end; the next takes none.
        test.Setup.At(new DateTimeOffset(2026, 7, 31, 22, 59, 0, TimeSpan.Zero));
        var form = (await test.Setup.FormAsync($"{test.Form}/draft", by: test.Setup.AtProvider)).With("text", "A last word.");
        test.Setup.At(new DateTimeOffset(2026, 7, 31, 23, 0, 0, TimeSpan.Zero));
        var (late, over) = await form.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Comments were taken until 31 July 2026. What is announced can be challenged, question by question."), (late, over.Errors().Single()));

        await test.AnnounceAsync("2026-Q4");
        var announced = await test.OfProviderAsync("/versions/2");
        Assert.Contains("You said, we did", announced.MainWords(), StringComparison.Ordinal);
        Assert.Contains("We changed it: We ask for those you know of.", announced.MainWords(), StringComparison.Ordinal);
        var confirmed = await (await test.Setup.FormAsync($"{test.Form}/versions/2", $"{test.Form}/versions/2/read", test.Setup.AtProvider)).SendAndFollowAsync();
        // 23:00 UTC on 31 July is 1 August in the United Kingdom.
        Assert.Contains("Your organisation confirmed on 1 August 2026 that it has read this.", confirmed.MainWords(), StringComparison.Ordinal);
        Assert.Contains("1 confirmed having read it", (await test.OfLeadAsync("/versions/2")).MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("confirmed having read it", announced.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consultation_ClosedBeforeItsLastDay_TakesNoMore()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await (await test.Setup.FormAsync($"{test.Form}/consultation")).With("until-day", "31").With("until-month", "7").With("until-year", "2026").SendAndFollowAsync();
        var form = (await test.Setup.FormAsync($"{test.Form}/draft", by: test.Setup.AtProvider)).With("text", "A word.");
        await (await test.Setup.FormAsync($"{test.Form}/consultation", $"{test.Form}/consultation/close")).SendAndFollowAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await form.SendAndReadAsync()).Status);
    }

    [Fact]
    public async Task Draft_WhoseIdStandsTwiceWhileCommentsAreTaken_IsStillRead()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await (await test.Setup.FormAsync($"{test.Form}/consultation")).With("until-day", "31").With("until-month", "7").With("until-year", "2026").SendAndFollowAsync();
        Assert.Contains("Young carers helped", (await test.OfProviderAsync("/draft")).MainWords(), StringComparison.Ordinal);
        await test.EditAsync(form => form with { Sections = [form.Sections[0] with { Questions = [.. form.Sections[0].Questions, NoticeCase.Carers] }, .. form.Sections.Skip(1)] });
        var broken = $"It can’t be told at the moment: two things in it have the same short name. {test.Setup.Funder.Name} is working on it.";
        Assert.Contains(broken, (await test.OfProviderAsync("/draft")).MainWords(), StringComparison.Ordinal);
        // What is said about it is taken meanwhile.
        await (await test.Setup.FormAsync($"{test.Form}/draft", by: test.Setup.AtProvider)).With("text", "Which of the two?").SendAndFollowAsync();
        Assert.Contains(broken, (await test.OfLeadAsync("/draft")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_WhoseIdIsNoneOfOurs_IsNotFoundByAnybody()
    {
        var test = await NoticeCase.OfAsync(fixture);
        var outsider = await test.Setup.PersonAsync(await fixture.NewOrganisationAsync(), Roles.LeadOfficer);
        foreach (var id in new[] { "a%23b", "a%3Fb", "%5C", "none", new string('9', 28), new string('a', 1100) })
            foreach (var address in new[] { $"{test.Form}/challenges/{id}", $"{test.Form}/drafts/1/comments/{id}", $"{test.Form}/modules/{test.Setup.CoFunder.Id}/{id}" })
                foreach (var browser in new[] { outsider, test.Setup.AtProvider, test.Setup.Lead })
                    Assert.Equal((address, HttpStatusCode.NotFound), (address, (await browser.GetAsync(address)).StatusCode));
        var answering = await test.Setup.Calls.SendAsync(HttpMethod.Post, $"/api/v1/programmes/{test.Id}/form/challenges/a%23b/name", null, NoticeCase.July10, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity)));
        Assert.Equal(HttpStatusCode.NotFound, answering.Status);
    }

    [Fact]
    public async Task Challenge_OfAQuestion_IsAnsweredForEverybody()
    {
        var test = await NoticeCase.OfAsync(fixture);
        var text = await test.OfProviderAsync("/versions/1/questions");
        Assert.Contains("People helped A whole number, required", text.MainWords(), StringComparison.Ordinal);
        await (await test.Setup.FormAsync($"{test.Form}/questions/happy/challenge", by: test.Setup.AtProvider)).With("text", "Happiness is no business of the council.").With("named", "yes").SendAndFollowAsync();
        var lead = await test.OfLeadAsync();
        Assert.Contains($"{test.Setup.Provider.Name}: on “Happy” Happiness is no business of the council.", lead.MainWords(), StringComparison.Ordinal);
        var address = lead.QuerySelector("a[href*='/challenges/']")!.GetAttribute("href")!;
        var answering = (await test.Setup.FormAsync(address)).With("text", "It goes with the next version.").With("changed", "yes");
        await answering.SendAndFollowAsync();
        // It is answered once.
        var (twice, told) = await answering.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, twice);
        Assert.Contains("It goes with the next version.", told.Errors().Single(), StringComparison.Ordinal);
        Assert.Contains("We changed it: It goes with the next version.", (await test.OfProviderAsync()).MainWords(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await test.Setup.AtProvider.GetAsync($"{test.Form}/questions/none/challenge")).StatusCode);
    }

    [Fact]
    public async Task Uses_OfAYear_AreSaidByEachFunderAndReadByEverybody()
    {
        var test = await NoticeCase.OfAsync(fixture);
        // The year runs: nothing is up for removal yet.
        var page = await test.OfLeadAsync("/use/2026");
        Assert.DoesNotContain("Up for removal", page.MainWords(), StringComparison.Ordinal);
        var form = FilledForm.On(test.Setup.Lead, page, $"{test.Form}/use/2026#of-reach").With("hours", "In the plan for volunteers.");
        var done = await form.SendAndFollowAsync();
        Assert.Contains("It is saved.", done.MainWords(), StringComparison.Ordinal);
        Assert.Contains($"{test.Setup.Funder.Name}: In the plan for volunteers.", (await test.OfProviderAsync("/use/2026")).MainWords(), StringComparison.Ordinal);
        // A provider reads it, and has no box.
        Assert.Null((await test.OfProviderAsync("/use/2026")).QuerySelector("main textarea"));
        Assert.Equal(HttpStatusCode.NotFound, (await test.Setup.Lead.GetAsync($"{test.Form}/use/2031")).StatusCode);
    }

    [Fact]
    public async Task Version_ThatIsTried_IsCheckedAndStoredNowhere()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var page = await test.OfProviderAsync("/versions/2/try");
        Assert.Contains("Young carers helped", page.MainWords(), StringComparison.Ordinal);
        var rows = await RowsAsync(test);
        var (status, wrong) = await FilledForm.On(test.Setup.AtProvider, page).With("helped", "10").With("new", "12").With("carers", "many").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Enter “Young carers helped” as a whole number, like 42."], wrong.Errors());
        Assert.Equal("many", wrong.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#carers")!.Value);
        Assert.Contains("“New people” can't be more than “People helped”: 12 is more than 10.", wrong.MainWords(), StringComparison.Ordinal);
        var (right, done) = await FilledForm.On(test.Setup.AtProvider, wrong).With("new", "9").With("carers", "3").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.OK, "9"), (right, done.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#new")!.Value));
        Assert.Contains("Nothing is to be put right here.", done.MainWords(), StringComparison.Ordinal);
        Assert.Equal(rows, await RowsAsync(test));
        Assert.Equal(HttpStatusCode.NotFound, (await test.Setup.AtProvider.GetAsync($"{test.Form}/versions/2/try/none")).StatusCode);
    }

    [Fact]
    public async Task Version_ThatIsTried_TakesAndLosesRowsAndNoFiles()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(form => form with { Sections = [.. form.Sections.Take(1), form.Sections[1] with { Questions = [.. form.Sections[1].Questions, new MonitoringReturns.Core.Forms.QuestionDocument { Id = new("proof"), Type = "evidence", Label = "Files that show it", Why = "To see.", UsedBy = "The team" }] }] });
        await test.AnnounceAsync("2026-Q4");
        var page = await test.OfProviderAsync("/versions/2/try/words");
        Assert.Contains("Files that show it A return asks for files here. None can be sent while you try the form, and no file is kept.", page.MainWords(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[type=file]"));
        var (added, two) = await FilledForm.On(test.Setup.AtProvider, page).With("won/1/from", "A lottery").With("_then", "add:won").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.OK, "A lottery", ""), (added, Box(two, "won/1/from"), Box(two, "won/2/from")));
        Assert.DoesNotContain("Nothing is to be put right here.", two.MainWords(), StringComparison.Ordinal);
        var (removed, one) = await FilledForm.On(test.Setup.AtProvider, two).With("won/2/from", "A trust").With("_then", "remove:won/1").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.OK, "A trust"), (removed, Box(one, "won/1/from")));
        Assert.Null(one.QuerySelector("[name='won/2/from']"));
    }

    private static string Box(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>($"[name='{name}']")!.Value;

    [Fact]
    public async Task Record_OfWhoSpokeAsAProvider_MatchesNoneOfItsOtherEntries()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await (await test.Setup.FormAsync($"{test.Form}/questions/hours/challenge", by: test.Setup.AtProvider)).With("text", "Nobody reads them.").With("named", "no").SendAndFollowAsync();
        await (await test.Setup.FormAsync($"{test.Form}/questions/happy/challenge", by: test.Setup.AtProvider)).With("text", "Happiness is no business of the council.").With("named", "yes").SendAndFollowAsync();
        await (await test.Setup.FormAsync($"{test.Form}/versions/1/questions", $"{test.Form}/versions/1/read", test.Setup.AtProvider)).SendAndFollowAsync();
        // The same person wrote all three: no pseudonym of the unnamed one stands anywhere else that a funder can open, nor is it theirs.
        var record = await test.Setup.Lead.PageAsync($"{test.Setup.Setup}/record");
        var entries = record.QuerySelectorAll("#record tbody tr").Where(row => ShownPage.Words(row).Contains("Challenged", StringComparison.Ordinal)).ToList();
        Assert.Equal([false, true], entries.Select(entry => ShownPage.Words(entry).Contains(test.Setup.Provider.Name, StringComparison.Ordinal)).Order());
        var unnamed = Assert.Single(Pseudonyms(ShownPage.Words(entries.Single(entry => !ShownPage.Words(entry).Contains(test.Setup.Provider.Name, StringComparison.Ordinal)))));
        Assert.Single(Pseudonyms(ShownPage.Words(record.QuerySelector("main")!)), pseudonym => pseudonym == unnamed);
        foreach (var address in new[] { test.Setup.Setup, test.Setup.Award, test.Form, $"{test.Form}/versions/1/readers", $"/programmes/{test.Id}/form" })
            Assert.Empty(Pseudonyms(await HtmlAsync(test.Setup.Lead, address)));
        foreach (var address in new[] { "", $"/awards/{Setup.SetupCase.AwardId}", "/form", "/form/challenges" })
            Assert.Empty(Pseudonyms(System.Text.Encoding.UTF8.GetString((await test.Setup.Calls.GetAsync($"/api/v1/programmes/{test.Id}{address}", NoticeCase.July10)).Body)));
    }

    private static IReadOnlyList<string> Pseudonyms(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, "p-[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    private static async Task<string> HtmlAsync(MonitoringReturns.Tests.SignIn.PortalBrowser by, string address)
    {
        using var answer = await by.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>All that is stored of the programme's returns.</summary>
    private static async Task<int> RowsAsync(NoticeCase test)
    {
        var count = 0;
        foreach (var period in new[] { "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "preview" })
            count += (await MonitoringReturns.Tests.Storage.Samples.RowsAsync(test.Account, "returns", $"{test.Id}|{period}")).Count;
        return count;
    }

    [Fact]
    public async Task PlainText_OfAVersion_SaysAllOfItsQuestions()
    {
        var test = await NoticeCase.OfAsync(fixture);
        using var answer = await test.Setup.AtProvider.GetAsync($"{test.Form}/versions/1/questions.txt");
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        var version = (await new FormStore(test.Account).GetAsync(MonitoringReturns.Core.Identifier.Parse<MonitoringReturns.Core.FormId>(test.Id.Value), 1, default))!;
        Assert.All(version.Questions, question => Assert.Contains(question.Label, text, StringComparison.Ordinal));
    }
}
