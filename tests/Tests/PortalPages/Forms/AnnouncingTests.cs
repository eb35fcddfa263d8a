using System.Net;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Setup;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>A version is announced with notice on pages, and returns change form only then.</summary>
public sealed class AnnouncingTests(PagesFixture fixture)
{
    [Fact]
    public async Task Announcement_TooEarly_IsRefusedAndAYearOfReturnsChangesFormOnlyAfterItsNotice()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        // The third quarter begins on 1 October, 83 days later.
        var (early, refused) = await (await test.AnnouncingAsync("2026-Q3")).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early);
        Assert.Equal(["October to December 2026 begins on 1 October 2026. Something becomes heavier, so the version needs 12 weeks’ notice and can start with a period that begins on 2 October 2026 or later; sooner only if somebody above the funder imposes it."], refused.Errors());
        Assert.Null(await new NoticeStore(test.Account).AnnouncementAsync(test.Id, 2, default));
        // A period that has opened isn't there to choose.
        Assert.DoesNotContain("July to September", ShownPage.Words(refused.QuerySelector("#from")!), StringComparison.Ordinal);

        var (bare, without) = await (await test.AnnouncingAsync("2026-Q4", reason: null)).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter the reason for this change: "), (bare, without.Errors().Single()[..34]));
        var page = await test.AnnounceAsync("2026-Q4");
        Assert.Contains("It is announced.", page.MainWords(), StringComparison.Ordinal);

        var told = await test.OfProviderAsync("/versions/2");
        Assert.Contains("175 days left: it is asked from January to March 2027 on, which begins on 1 January 2027.", told.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Start to collect from 1 January 2027 Young carers helped", told.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Why: Respite is planned by it.", told.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Why it is asked: To plan respite.", told.MainWords(), StringComparison.Ordinal);
        Assert.Contains("1 provider; 0 confirmed having read it", page.MainWords(), StringComparison.Ordinal);

        // The third quarter is opened in October, and a late return of the second stays on version 1 too.
        Assert.Equal(1, await test.VersionOfAsync("2026-Q3", NoticeCase.Day(2026, 10, 2)));
        Assert.Equal(2, await test.VersionOfAsync("2026-Q4", NoticeCase.Day(2027, 1, 1)));
        Assert.Equal(1, await test.VersionOfAsync("2026-Q2", NoticeCase.Day(2027, 1, 2)));
        Assert.Equal(1, await test.VersionOfAsync("2026-Q3", NoticeCase.Day(2027, 1, 2)));
        Assert.Equal([["Version 2 Announced", "from January to March 2027 on"], ["Version 1 In force", "from April to June 2026 on"]], (await test.OfProviderAsync()).Rows("table"));
    }

    [Fact]
    public async Task Announcement_Imposed_LeavesWhatIsHeavierOpenUntilTheNoticeHasRun()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        var (bare, refused) = await (await test.AnnouncingAsync("2026-Q3")).With("imposed-by", "The Department for Education").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter why it is imposed, as providers will read it, in 2,000 characters or fewer."), (bare, refused.Errors().Single()));
        await FilledForm.On(test.Setup.Lead, refused).With("imposed-why", "The law changes on 1 October.").SendAndFollowAsync();

        var told = await test.OfProviderAsync("/versions/2");
        Assert.Contains("Imposed by The Department for Education, sooner than the notice allows The law changes on 1 October.", told.MainWords(), StringComparison.Ordinal);
        Assert.Contains("it may be left open in periods that begin before 2 October 2026.", told.MainWords(), StringComparison.Ordinal);
        // Nobody answers the new question in the period before the notice has run, and the return goes through.
        Assert.Equal((40m, 41m), await test.Setup.ReportedAsync("2026-Q1", 41, NoticeCase.July10));
        Assert.Equal(2, await test.VersionOfAsync("2026-Q3", NoticeCase.Day(2026, 10, 5)));
        Assert.Equal(HttpStatusCode.Created, (await test.Setup.Calls.FileAsync(SetupCase.AwardId, 60, "2026-Q3", NoticeCase.Day(2027, 1, 5))).Status);
        var after = await test.Setup.Calls.FileAsync(SetupCase.AwardId, 60, "2026-Q4", NoticeCase.Day(2027, 4, 5));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.Status);
        Assert.Contains("Young carers helped", System.Text.Encoding.UTF8.GetString(after.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcement_Imposed_RequiresNothingMoreOfARowThatIsGiven()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(form => form.With(new QuestionId("won"), group => group with { Questions = [.. group.Questions, NoticeCase.Carers with { Id = new QuestionId("when"), Type = "shortText", Label = "When it was won" }] }));
        var (status, page) = await (await test.AnnouncingAsync("2026-Q3")).With("imposed-by", "The ministry").With("imposed-why", "The law changes.").SendAndReadAsync();
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "“When it was won” is a new question in “Won”. Nobody can leave that open until the notice has run: take it out of this version, or start when the notice allows."),
            (status, page.Errors().Single()));
    }

    [Fact]
    public async Task Notice_OfOneWeek_AndTheLastDayBeforeAVersion_AreOne()
    {
        var setup = await SetupCase.CompleteAsync(fixture);
        // Before the first period the notice may still be shorter.
        var shown = await (await setup.FormAsync($"{setup.Setup}/notice")).With("notice-weeks", "1").SendAndFollowAsync();
        Assert.Contains("1 week. Awards under £25,000.00: 15 questions", shown.MainWords(), StringComparison.Ordinal);
        var test = await NoticeCase.BesideAsync(setup, fixture);
        Assert.Contains("until it was announced 1 week before,", (await test.OfLeadAsync()).MainWords(), StringComparison.Ordinal);
        await test.DraftAsync(NoticeCase.Heavier);
        test.Setup.At(NoticeCase.Day(2026, 6, 25));
        Assert.Contains("it may start 1 week or more after it is announced.", (await test.Setup.Lead.PageAsync($"/programmes/{test.Id}/form/draft")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("More work: it needs 1 week’s notice", (await test.OfLeadAsync("/announce")).MainWords(), StringComparison.Ordinal);
        var (_, refused) = await (await test.AnnouncingAsync("2026-Q2")).SendAndReadAsync();
        Assert.Contains("so the version needs 1 week’s notice and can start", refused.Errors().Single(), StringComparison.Ordinal);
        await test.AnnounceAsync("2026-Q3");
        test.Setup.At(NoticeCase.Day(2026, 9, 30));
        Assert.Contains("1 day left: it is asked from October to December 2026 on, which begins on 1 October 2026.", (await test.OfProviderAsync("/versions/2")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcement_OfALighterVersion_StartsWithTheNextPeriod()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Lighter);
        test.Setup.At(NoticeCase.Day(2026, 9, 30));
        await test.AnnounceAsync("2026-Q3");
        Assert.Equal(2, await test.VersionOfAsync("2026-Q3", NoticeCase.Day(2026, 10, 1)));
        Assert.Contains("Gone", (await test.OfProviderAsync("/versions/2")).MainWords(), StringComparison.Ordinal);
        test.Setup.At(NoticeCase.Day(2026, 10, 1));
        Assert.Equal([["Version 2 In force", "from October to December 2026 on"], ["Version 1 Retired", "from April to June 2026 on"]], (await test.OfProviderAsync()).Rows("table"));
    }

    [Fact]
    public async Task Announcement_IsWithdrawnBeforeItStartsAndNotAfter()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var (bare, refused) = await (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter why it is withdrawn, for all providers and funders to read."), (bare, refused.Errors().Single()));
        var page = await FilledForm.On(test.Setup.Lead, refused).With("reason", "Providers had a better idea.").SendAndFollowAsync();
        Assert.Contains("Withdrawn on 10 July 2026: Providers had a better idea.", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Withdrawn on 10 July 2026", (await test.OfProviderAsync("/versions/2")).MainWords(), StringComparison.Ordinal);
        Assert.Equal(1, await test.VersionOfAsync("2026-Q4", NoticeCase.Day(2027, 1, 1)));

        // The same content again is another version, and the withdrawn one stays to be read.
        await test.DraftAsync(NoticeCase.Heavier, number: 2);
        test.Setup.At(NoticeCase.Day(2026, 7, 11));
        await test.AnnounceAsync("2026-Q4");
        Assert.Equal(["Version 3 Announced", "Version 2 Withdrawn", "Version 1 In force"], (await test.OfProviderAsync()).Rows("table").Select(row => row[0]));
    }

    [Fact]
    public async Task Withdrawal_WithAReasonOfManyLines_IsKeptAndShownWhole()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var reason = $"Providers had a better idea.\r\n{new string('a', 1500)}\r\nWe follow it.";
        var page = await (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).With("reason", reason).SendAndFollowAsync();
        Assert.Contains(reason.Replace("\r\n", "\n", StringComparison.Ordinal), page.QuerySelector(".govuk-warning-text .portal-words")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawal_WithAReasonThatIsTooLong_ComesBackWithAllOfIt()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var (status, page) = await (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).With("reason", new string('a', 2001)).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Shorten the reason to 2,000 characters or fewer; it has 2,001."), (status, page.Errors().Single()));
        Assert.Equal(2001, page.QuerySelector("#reason")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task Draft_WhoseVersionBeforeIsWithdrawn_IsReadAndAnnouncedAgainstTheOneThatIsPlanned()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var siblings = NoticeCase.Carers with { Id = new QuestionId("siblings"), Label = "Siblings helped" };
        await test.DraftAsync(form => NoticeCase.Heavier(form) is var heavier ? heavier with { Version = 3, Sections = [heavier.Sections[0] with { Questions = [.. heavier.Sections[0].Questions, siblings] }, .. heavier.Sections.Skip(1)] } : form, number: 2, follows: 2);
        Assert.DoesNotContain("Young carers helped", Changes(await test.OfLeadAsync("/draft")), StringComparison.Ordinal);
        var announcing = await test.AnnouncingAsync("2026-Q4", reason: "Siblings wait longest.");
        await (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).With("reason", "Providers had a better idea.").SendAndFollowAsync();

        // What the withdrawn version added, this one adds.
        Assert.Contains("Young carers helped", Changes(await test.OfLeadAsync("/draft")), StringComparison.Ordinal);
        Assert.Contains("Young carers helped", ShownPage.Words((await test.Setup.Lead.PageAsync($"/programmes/{test.Id}/form/draft")).QuerySelector("#changes")!), StringComparison.Ordinal);
        // A page from before it was withdrawn gives its reasons for other changes.
        var (status, page) = await announcing.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "The draft takes the place of version 1 now, so it changes other things than you read. Nothing was announced: read the changes and their reasons again, then announce it."), (status, page.Errors().Single()));
        var reasons = page.QuerySelectorAll("main textarea[name^='reason-']").Select(box => (Change: ShownPage.Words(page.QuerySelector($"label[for='{box.Id}']")!), Reason: box.TextContent.Trim())).ToList();
        Assert.Equal("Siblings wait longest.", reasons.Single(one => one.Change.Contains("Siblings helped", StringComparison.Ordinal)).Reason);
        Assert.Equal("", reasons.Single(one => one.Change.Contains("Young carers helped", StringComparison.Ordinal)).Reason);
        var again = FilledForm.On(test.Setup.Lead, page);
        foreach (var place in Enumerable.Range(1, reasons.Count))
            again = again.With($"reason-{place}", "Respite is planned by it.");
        await again.SendAndFollowAsync();
        Assert.Equal([(2, 1), (3, 1)], (await new NoticeStore(test.Account).AnnouncementsAsync(test.Id, default)).Select(one => (one.Version, one.Follows!.Value)));

        static string Changes(AngleSharp.Html.Dom.IHtmlDocument page) => page.MainWords().Split("All its questions")[0];
    }

    [Fact]
    public async Task Announcement_OnceStarted_CanNotBeWithdrawn()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Lighter);
        await test.AnnounceAsync("2026-Q3");
        var form = (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).With("reason", "Too late.");
        test.Setup.At(NoticeCase.Day(2026, 10, 1));
        var (late, page) = await form.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Version 2 is in force: its first period has opened. Announce another version to change what is asked."), (late, page.Errors().Single()));
    }

    [Fact]
    public async Task Announcement_OfAFirstVersion_FollowsNothingThatIsKeptOfTheForm()
    {
        // The portal has a version 1 of the form, which the programme never planned.
        var setup = await SetupCase.OfAsync(fixture);
        await setup.BeginAsync();
        await setup.AddCalendarAsync(2);
        await setup.AddIndicatorAsync("helped", "People helped", "people", "Distinct");
        await setup.AddIndicatorAsync("spent", "Spent", "£", "Sum");
        var test = await NoticeCase.BesideAsync(setup, fixture);
        // Were it the version before, “hours” would have changed its type.
        await test.DraftAsync(form => form with
        {
            Version = 2,
            Sections = [form.Sections[0] with { Questions = [.. form.Sections[0].Questions.Select(question => question.Id.Value == "hours" ? question with { Type = "count" } : question)] }, .. form.Sections.Skip(1)],
        }, follows: null);
        var page = await test.AnnounceAsync("2026-Q1");
        Assert.Contains("It is announced.", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal([(2, null)], (await new NoticeStore(test.Account).AnnouncementsAsync(test.Id, default)).Select(one => (one.Version, one.Follows)));
    }

    [Fact]
    public async Task Announcement_ByTwoAtOnce_IsMadeOnceAndTheOtherIsTold()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        var (one, other) = (await test.AnnouncingAsync("2026-Q4"), await test.AnnouncingAsync("2026-Q4", by: await test.Setup.SecondLeadAsync()));
        var answers = await Task.WhenAll(one.SendAsync(), other.SendAsync());
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal([1, 2], (await new FormStore(test.Account).VersionsAsync(Identifier.Parse<FormId>(test.Id.Value), default)));
        Assert.Single(await new NoticeStore(test.Account).AnnouncementsAsync(test.Id, default));
    }

    [Fact]
    public async Task Announcement_OfADraftThatChangedMeanwhile_AnnouncesNothing()
    {
        var test = await NoticeCase.OfAsync(fixture);
        var draft = await test.DraftAsync(NoticeCase.Heavier);
        var form = await test.AnnouncingAsync("2026-Q4");
        Assert.True(await new DraftStore(test.Account).TrySaveAsync(draft with { Edit = 2, Made = new FormEdit(2, 1, "Changed the title", draft.By, draft.At, draft.Document with { Title = "Another title" }) }, default));
        var (status, page) = await form.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Somebody else changed the draft", page.Errors().Single(), StringComparison.Ordinal);
        Assert.Empty(await new NoticeStore(test.Account).AnnouncementsAsync(test.Id, default));
    }

    [Fact]
    public async Task Draft_ThatUsesAnIdAgain_IsNotAnnounced()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Lighter);
        await test.AnnounceAsync("2026-Q3");
        test.Setup.At(NoticeCase.Day(2026, 10, 2));
        // What version 2 dropped comes back under its old name, as another thing.
        var happy = NoticeCase.Carers with { Id = new QuestionId("happy") };
        await test.DraftAsync(form => NoticeCase.Lighter(form) is var lighter ? lighter with { Sections = [lighter.Sections[0] with { Questions = [.. lighter.Sections[0].Questions, happy] }, .. lighter.Sections.Skip(1)] } : form, number: 2);
        var page = await test.OfLeadAsync("/announce");
        Assert.Contains("Version 1 used this id, and the version before this one doesn't: an id is never used again.", page.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OnceAPeriodHasOpened_ChangesByAnnouncementAlone()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        var shown = await test.Setup.Lead.PageAsync($"{test.Setup.Setup}/form");
        Assert.Empty(shown.QuerySelectorAll("main select"));
        Assert.Contains("Version 2 Asked from January to March 2027", shown.MainWords(), StringComparison.Ordinal);
        var now = test.Setup.Lead.Now;
        test.Setup.At(SetupCase.March);
        var kept = (await test.Setup.FormAsync($"{test.Setup.Setup}/form")).With("plan-2-version", "").With("plan-2-from", "");
        test.Setup.Lead.Now = test.Setup.AtProvider.Now = now;
        var (status, page) = await kept.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "A period has opened: from now on the form changes by announcing a version, with notice."), (status, page.Errors().Single()));
        // Nor does a calendar that moves take the notice away: 2 October is the earliest.
        await test.AssertKeepsNoticeAsync();
    }

    [Fact]
    public async Task Plan_SentAgainWithoutItsEarliestDay_KeepsIt()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await Membership.LetInAsync((await fixture.AppAsync()).ConnectionString, test.Setup.Funder, DemoClients.Admin, Roles.LeadOfficer);
        await test.DraftAsync(NoticeCase.Heavier);
        await test.AnnounceAsync("2026-Q4");
        // As on a page from before the first period, which has boxes for the plan.
        test.Setup.At(SetupCase.March);
        var page = await test.Setup.FormAsync($"{test.Setup.Setup}/form");
        test.Setup.At(NoticeCase.July10);
        await page.SendAndFollowAsync();
        await test.AssertKeepsNoticeAsync();

        // Nor does a program that leaves it out, or sends another.
        var address = $"/api/v1/programmes/{test.Id}";
        foreach (var sent in new[] { null, "2026-07-11" })
        {
            (string, string) token = ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Admin));
            var now = await test.Setup.Calls.SendAsync(HttpMethod.Get, address, null, NoticeCase.July10, [token]);
            var programme = JsonNode.Parse(now.Json.GetProperty("programme").GetRawText())!.AsObject();
            programme["name"] = $"Early help {sent}";
            foreach (var plan in programme["formVersions"]!.AsArray())
                plan!["earliest"] = sent;
            Assert.Equal(HttpStatusCode.OK, (await test.Setup.Calls.SendAsync(HttpMethod.Put, address, programme.ToJsonString(), NoticeCase.July10, [token, ("If-Match", now.Etag!)])).Status);
            await test.AssertKeepsNoticeAsync();
        }
    }

    [Fact]
    public async Task Notice_OnceAPeriodHasOpened_GetsLongerAndNotShorter()
    {
        var test = await NoticeCase.OfAsync(fixture);
        Task<FilledForm> NoticeAsync() => test.Setup.FormAsync($"{test.Setup.Setup}/notice");
        var (status, page) = await (await NoticeAsync()).With("notice-weeks", "0").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "A period has opened, so the notice can get longer and not shorter: it is 12 weeks now."), (status, page.Errors().Single()));
        Assert.Contains("Once a period has opened it can get longer, not shorter.", page.MainWords(), StringComparison.Ordinal);
        await (await NoticeAsync()).With("notice-weeks", "16").SendAndFollowAsync();
        var (back, refused) = await (await NoticeAsync()).With("notice-weeks", "12").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "A period has opened, so the notice can get longer and not shorter: it is 16 weeks now."), (back, refused.Errors().Single()));
    }

    [Fact]
    public async Task Award_ThatACoFunderComesTo_IsAskedItsQuestionsFromTheNextPeriodOn()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await (await test.Setup.FormAsync($"{test.Setup.Setup}/funders", $"{test.Setup.Setup}/funders")).With("funder", test.Setup.CoFunder.Id.Value).SendAndFollowAsync();
        await test.DraftAsync(form => form with
        {
            Version = 2,
            Sections = [.. form.Sections, new SectionDocument { Id = new SectionId("trust"), Title = "For the trust", Module = test.Setup.CoFunder.Id, Questions = [NoticeCase.Carers with { Required = false }] }],
        });
        await (await test.AnnouncingAsync("2026-Q3")).With("imposed-by", "The ministry").With("imposed-why", "The law changes.").SendAndFollowAsync();
        // The third quarter runs, and its return is open.
        test.Setup.At(NoticeCase.Day(2026, 10, 5));
        await (await test.Setup.FormAsync($"{test.Setup.Award}/details")).With($"contribution-{test.Setup.Funder.Id}", "1,000.50").With($"contribution-{test.Setup.CoFunder.Id}", "200").SendAndFollowAsync();
        Assert.Contains("carers", await NotAskedAsync("2026-Q3", NoticeCase.Day(2026, 10, 6)));
        Assert.DoesNotContain("carers", await NotAskedAsync("2026-Q4", NoticeCase.Day(2027, 1, 5)));

        async Task<IEnumerable<string?>> NotAskedAsync(string period, DateTimeOffset at)
        {
            var answer = (await test.Setup.Calls.GetAsync($"/api/v1/returns/{test.Id}/{period}/{SetupCase.AwardId}", at)).Json;
            Assert.Equal(2, answer.GetProperty("form").GetProperty("version").GetInt32());
            return answer.GetProperty("notAsked").EnumerateArray().Select(question => question.GetString());
        }
    }
}
