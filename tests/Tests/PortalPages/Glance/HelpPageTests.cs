using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>What would help, as funders read it, and what they did about it, as the charity reads that.</summary>
public sealed class HelpPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Help_AskedFor_StandsFirstAndInEachFundersListAsItMaySee()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.", "Introduce us to the other trusts.");
        await glance.FileAsync("a-0002", 30, 10, "99.99", "A second room.", at: SmallCase.InTime.AddHours(1));
        await glance.FileAsync("a-0003", 30, 10, "99.99", at: SmallCase.InTime.AddHours(2));
        var lead = await glance.FunderAsync(glance.Lead, Roles.FunderReader);

        var list = await glance.AskedAsync(lead, 2);
        Assert.Equal(
            ["Group 2: Project 2 , Warm welcome, April to June 2026 Not answered", "Group 1: Project 1 , Warm welcome, April to June 2026 Not answered"],
            list.QuerySelectorAll(".portal-help h2").Select(ShownPage.Words));
        Assert.Equal(["A second room.", "A van for the winter."], list.QuerySelectorAll("blockquote").Select(ShownPage.Words));
        var page = await lead.PageAsync(glance.Quarter);
        Assert.Equal("Help asked for", page.QuerySelector("h2")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".portal-help h3 a").Length);
        // What the trust alone may read it alone reads, and of the other awards nothing.
        var trust = await glance.AskedAsync(await glance.FunderAsync(glance.Trust, Roles.FunderReader), 1);
        Assert.Equal(["A van for the winter.", "Introduce us to the other trusts."], trust.QuerySelectorAll("blockquote").Select(ShownPage.Words));
        // Whose words were read is told.
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, 2).Provider, preparer, Roles.Preparer);
        var charity = await fixture.SignInAsync(preparer);
        Assert.Contains("read what help it asks for", (await charity.PageAsync($"/returns/{glance.Test.Programme}/{SmallCase.Q1}/a-0002/record")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_AnsweredByAnOfficer_IsReadByTheCharity_AndItsReturnIsAsItWas()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.", "Introduce us to the other trusts.");
        var address = $"{glance.Quarter}/returns/a-0001/help";
        var before = await glance.Test.GetAsync(glance.Test.Address("a-0001"));
        var officer = await glance.FunderAsync(glance.Lead);
        await glance.AskedAsync(officer, 1);

        var saved = await (await FilledForm.OnAsync(officer, address)).With("standing", "InHand").With("words", "We ask the depot.\r\nIt has two.").SendAndFollowAsync();
        Assert.Contains("Your note is saved. Group 1 can read it.", saved.MainWords(), StringComparison.Ordinal);
        Assert.Equal("", saved.QuerySelector("textarea")!.TextContent.Trim());
        var trust = await glance.FunderAsync(glance.Trust);
        await (await FilledForm.OnAsync(trust, address)).With("standing", "Given").With("words", "Ours is yours from November.").SendAndFollowAsync();

        foreach (var (browser, name) in new[] { (officer, "the lead"), (trust, "the trust") })
        {
            var list = await AnsweredAsync(glance, browser, "Ours is yours");
            Assert.True(list.MainWords().Contains("Given", StringComparison.Ordinal), name);
        }
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, 1).Provider, preparer, Roles.Preparer);
        var charity = await fixture.SignInAsync(preparer);
        charity.Now = SmallCase.InTime;
        foreach (var own in new[] { "", "/revisions/1" })
        {
            var words = (await charity.PageAsync($"/returns/{glance.Test.Programme}/{SmallCase.Q1}/a-0001{own}")).MainWords();
            Assert.Contains("Help you asked for", words, StringComparison.Ordinal);
            Assert.Contains("A borough council, 10 July 2026 at 1:00pm In hand We ask the depot. It has two.", words, StringComparison.Ordinal);
            Assert.Contains("The Elm Trust, 10 July 2026 at 1:00pm Given Ours is yours from November.", words, StringComparison.Ordinal);
        }
        // Nobody who works on the return is disturbed, and the record says who answered.
        Assert.Equal(before.Etag, (await glance.Test.GetAsync(glance.Test.Address("a-0001"))).Etag);
        Assert.Contains("Answered the request for help: given", (await charity.PageAsync($"/returns/{glance.Test.Programme}/{SmallCase.Q1}/a-0001/record")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_AnsweredMeanwhile_IsToldWithWhatWasTyped_AndNothingIsSaved()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.");
        var address = $"{glance.Quarter}/returns/a-0001/help";
        var (one, other) = (await glance.FunderAsync(glance.Lead), await glance.FunderAsync(glance.Lead, Roles.LeadOfficer));
        var forms = new[] { await FilledForm.OnAsync(one, address), await FilledForm.OnAsync(other, address) };

        var answers = await Task.WhenAll(forms.Select((form, place) => form.With("standing", "Given").With("words", $"Note of officer {place}.").SendAsync()));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var lost = answers[0].StatusCode == HttpStatusCode.Conflict ? 0 : 1;
        var told = await SignIn.PortalBrowser.PageOfAsync(answers[lost]);
        Assert.StartsWith("Error:", told.Title, StringComparison.Ordinal);
        Assert.StartsWith("Somebody else wrote a note on this request", Assert.Single(told.Errors()), StringComparison.Ordinal);
        Assert.Equal($"Note of officer {lost}.", told.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains($"Note of officer {1 - lost}.", told.MainWords(), StringComparison.Ordinal);
        Assert.Single((await one.PageAsync(address)).QuerySelectorAll("main ol li"));
        // With the newer note read, it can be added.
        await FilledForm.On(lost == 0 ? one : other, told).SendAndFollowAsync();
        Assert.Equal(2, (await one.PageAsync(address)).QuerySelectorAll("main ol li").Length);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task Help_AnsweredByADoublePress_IsAnsweredOnceAndNobodysElse()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.");
        var (officer, address) = (await glance.FunderAsync(glance.Lead), $"{glance.Quarter}/returns/a-0001/help");
        var form = (await FilledForm.OnAsync(officer, address)).With("standing", "Given").With("words", "Ours is yours.\r\nOn Mondays.");

        await form.SendAndFollowAsync();
        var again = await form.SendAndFollowAsync();

        Assert.Contains("Your note is saved.", again.MainWords(), StringComparison.Ordinal);
        Assert.Single(again.QuerySelectorAll("main ol li"));
        // Anything else is another note.
        Assert.Equal(HttpStatusCode.Conflict, (await form.With("words", "Ours is not yours.").SendAndReadAsync()).Status);
    }

    [Fact]
    public async Task Help_WithoutWordsOrRole_IsNotAnswered()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 2);
        await glance.FileAsync("a-0001", 50, 25, "120.50", trusted: "Introduce us to the other trusts.");
        await glance.FileAsync("a-0002", 50, 25, "120.50", "A second room.");
        var officer = await glance.FunderAsync(glance.Lead);
        var address = $"{glance.Quarter}/returns/a-0002/help";
        var (status, page) = await (await FilledForm.OnAsync(officer, address)).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Choose what came of the request.", "Say what was done, or why it is not possible. The charity reads it."], page.Errors());
        Assert.Equal(["#standing", "#words"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
        var much = new string('x', 2001);
        var (_, tooLong) = await FilledForm.On(officer, page).With("standing", "NotPossible").With("words", much).SendAndReadAsync();
        Assert.Equal(["Shorten your note to 2,000 characters or fewer; it has 2,001."], tooLong.Errors());
        Assert.Equal(much, tooLong.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("NotPossible", tooLong.QuerySelectorAll<IHtmlInputElement>("input[name=standing]").Single(radio => radio.IsChecked).Value);

        // A reader reads, and posts in vain; what another funder alone may read is not there, nor is another's award.
        var reader = await glance.FunderAsync(glance.Lead, Roles.FunderReader);
        Assert.Null((await reader.PageAsync(address)).QuerySelector("main form"));
        using (var refused = await FilledForm.On(officer, page).Through(reader).With("standing", "Given").With("words", "Yes.").SendAsync())
            Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
        using (var hidden = await officer.GetAsync($"{glance.Quarter}/returns/a-0001/help"))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var another = await (await glance.FunderAsync(glance.Trust)).GetAsync(address))
            Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        Assert.Contains("Nothing yet.", (await reader.PageAsync(address)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OverTheApi_IsListedAndAnsweredAsOnPages()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.");
        var officer = await glance.FunderAsync(glance.Lead);
        await glance.AskedAsync(officer, 1);
        // A program of the same council.
        await Membership.LetInAsync(glance.Test.App.ConnectionString, glance.Lead, DemoClients.LeadFunder, Roles.Officer);
        (string, string)[] headers = [("Authorization", "Bearer " + await Parts.ProviderFixture.Instance.TokenAsync(DemoClients.LeadFunder)), ("X-Organisation", glance.Lead.Id.Value)];
        var request = Assert.Single((await glance.Test.SendAsync(HttpMethod.Get, "/api/v1/help-asked", null, null, headers)).Json.GetProperty("requests").EnumerateArray());
        Assert.Equal(("a-0001", "Open", 0), (request.GetProperty("award").GetString(), request.GetProperty("standing").GetString(), request.GetProperty("notes").GetInt32()));
        Assert.Equal("A van for the winter.", request.GetProperty("words")[0].GetProperty("words").GetString());
        var address = request.GetProperty("help").GetString()!;

        (await glance.Test.SendAsync(HttpMethod.Post, address, """{"seen":0,"standing":"Open","words":""}""", null, headers)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2370");
        var noted = await glance.Test.SendAsync(HttpMethod.Post, address, """{"seen":0,"standing":"Given","words":"Ours is yours."}""", null, headers);
        Assert.Equal((HttpStatusCode.Created, 1), (noted.Status, noted.Json.GetProperty("number").GetInt32()));
        (await glance.Test.SendAsync(HttpMethod.Post, address, """{"seen":0,"standing":"Given","words":"Once more."}""", null, headers)).IsProblem(HttpStatusCode.Conflict, "MR2371");
        Assert.Contains("Ours is yours.", (await AnsweredAsync(glance, officer, "Ours is yours.")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfACorrectedReturn_IsWhatTheCorrectionSays()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van.");
        var lead = await glance.FunderAsync(glance.Lead);
        await glance.AskedAsync(lead, 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "Two vans.", basedOn: 1);
        Assert.Equal("Two vans.", ShownPage.Words((await AnsweredAsync(glance, lead, "Two vans.")).QuerySelector("blockquote")!));
        await glance.Test.SaveAsync("a-0001", """{"help":{"value":null,"basedOn":2}}""");
        var etag = (await glance.Test.GetAsync(glance.Test.Address("a-0001"))).Etag!;
        Assert.Equal(HttpStatusCode.Created, (await glance.Test.SubmitAsync("a-0001", etag)).Status);
        await glance.AskedAsync(lead, 0);
    }

    [Fact]
    public async Task Help_AskedForBeforeFundersChanged_IsInTheListsOfThoseWhoSeeItNow()
    {
        var (glance, third) = (await GlanceCase.SetUpAsync(fixture, awards: 2), await fixture.NewOrganisationAsync("The Ash Trust"));
        var store = new ProgrammeStore(StorageAccount.Connect(await fixture.StorageAsync()));
        var programme = (await store.GetAsync(glance.Test.Programme, default))!;
        // On the pages of the set-up no indicator can be called “new”.
        await store.PutAsync(programme with { CoFunders = [glance.Trust, third], Indicators = [.. programme.Indicators.Where(indicator => indicator.Id.Value != "new")] }, default);
        await glance.Test.PutAwardAsync(SmallCase.AwardOf(glance.Test.Programme, 2) with { Contributions = [new Contribution(third.Id, 1200)] });
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.", "Introduce us to the other trusts.");
        await glance.FileAsync("a-0002", 30, 10, "99.99", "A second room.", at: SmallCase.InTime.AddHours(1));
        var (lead, trust) = (await glance.FunderAsync(glance.Lead, Roles.LeadOfficer), await glance.FunderAsync(glance.Trust, Roles.LeadOfficer));
        await glance.AskedAsync(lead, 2);
        await glance.AskedAsync(trust, 1);

        await (await FilledForm.OnAsync(lead, $"{glance.Programme}/setup/lead")).With("to", glance.Trust.Id.Value).With("reason", "It pays most now.").SendAndFollowAsync();
        await (await FilledForm.OnAsync(trust, $"{glance.Programme}/setup/lead")).With("answer", "accept").SendAndFollowAsync();

        Assert.Equal(["A second room.", "A van for the winter.", "Introduce us to the other trusts."], (await glance.AskedAsync(trust, 2)).QuerySelectorAll("blockquote").Select(ShownPage.Words));
        Assert.Equal(["A van for the winter."], (await glance.AskedAsync(lead, 1)).QuerySelectorAll("blockquote").Select(ShownPage.Words));
        // Whoever pays for it no more reads it no more, and again once it pays again.
        foreach (var (council, ours, requests) in new[] { ("", "1200", 0), ("800", "400", 1) })
        {
            using var changed = await (await FilledForm.OnAsync(trust, $"{glance.Programme}/setup/awards/a-0001/details"))
                .With($"contribution-{glance.Lead.Id}", council).With($"contribution-{glance.Trust.Id}", ours).SendAsync();
            if (changed.StatusCode != HttpStatusCode.SeeOther)
                Assert.Fail(string.Join(" ", (await SignIn.PortalBrowser.PageOfAsync(changed)).Errors()));
            await glance.AskedAsync(lead, requests);
        }
    }

    private static async Task<IHtmlDocument> AnsweredAsync(GlanceCase glance, SignIn.PortalBrowser browser, string words)
    {
        for (var tries = 0; ; tries++)
        {
            var list = await glance.AskedAsync(browser, 1);
            if (list.MainWords().Contains(words, StringComparison.Ordinal))
                return list;
            Assert.True(tries < 100, $"{words} does not come: {list.MainWords()}");
            await new Reliability.QueuePump(glance.Test).OnceAsync();
            await Task.Delay(50);
        }
    }
}
