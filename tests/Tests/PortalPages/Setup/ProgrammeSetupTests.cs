using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Setup;

/// <summary>A programme set up on pages: from nothing to a report, and changed by several people since.</summary>
public sealed class ProgrammeSetupTests(PagesFixture fixture)
{
    [Fact]
    public async Task Programme_SetUpFromNothingOnPages_TakesAReturnAndAReportComesOut()
    {
        var test = await SetupCase.OfAsync(fixture);
        var begun = await test.BeginAsync();
        Assert.Equal("Early help in Marlshire", begun.Heading());
        Assert.Contains("Returns can’t be filed yet. This is missing: It has no calendar yet", begun.MainWords(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await test.Calls.GetAsync(test.Calls.Address(SetupCase.AwardId))).Status);

        var calendar = await test.AddCalendarAsync(4);
        Assert.Equal(["April to June 2026", "July to September 2026", "October to December 2026", "January to March 2027"], calendar.Rows("periods").Select(row => row[0]));
        // A form is planned once what it counts is defined.
        var (status, early) = await (await test.FormAsync($"{test.Setup}/form")).With("plan-1-version", "1").With("plan-1-from", "2026-Q1").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("The form counts “People helped”, which is no indicator of the programme yet. Add it under frameworks and indicators first.", early.Errors());
        await test.AddIndicatorAsync("helped", "People helped", "people", "Distinct");
        var indicators = await test.AddIndicatorAsync("spent", "Spent", "£", "Sum");
        Assert.Equal(["People helped", "Spent"], indicators.Rows("outputs").Select(row => row[0]));
        var taken = await (await test.FormAsync($"{test.Setup}/indicators")).With("take", "care-leavers").SendAndFollowAsync();
        Assert.Equal(["Care leavers in education, employment or training", "people", "each counted once, so periods are not added", "None", "Economic well-being"], taken.Rows("outcomes").Single()[..5]);
        await (await test.FormAsync($"{test.Setup}/priorities")).With("priority-1", "Children are safe").SendAndFollowAsync();
        await (await test.FormAsync($"{test.Setup}/bands")).With("bands", "on").With("band-1-name", "On course").With("band-1-least", "-10").With("band-2-name", "Behind").SendAndFollowAsync();
        await (await test.FormAsync($"{test.Setup}/notice")).With("notice-weeks", "10").SendAndFollowAsync();
        var complete = await test.PlanFormAsync();
        Assert.Null(complete.QuerySelector("#missing"));
        Assert.Contains("On course from -10%; Behind: the rest", complete.MainWords(), StringComparison.Ordinal);
        Assert.Contains("10 weeks. Awards under £25,000.00: 15 questions", complete.MainWords(), StringComparison.Ordinal);

        var award = await test.AddAwardAsync();
        Assert.Equal("Wren House Community Association: Homework club", award.Heading());
        Assert.Equal([[test.Funder.Name, "£1,200.50"]], award.Rows("contributions"));
        var planned = await (await test.FormAsync($"{test.Award}/profile")).With("helped/2026-Q1", "40").SendAndFollowAsync();
        Assert.Equal(["People helped", "40", "–", "–", "–"], planned.Rows("profile").Single());
        Assert.Equal("Profile, version 1", ShownPage.Words(planned.QuerySelector("#profile-caption")!));

        // The provider finds it, and files.
        test.At(SetupCase.July);
        Assert.Contains("April to June 2026", (await test.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        var tasks = await test.AtProvider.PageAsync($"/returns/{test.Id}/2026-Q1/{SetupCase.AwardId}");
        var link = tasks.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(one => one.TextContent.StartsWith("What was agreed for this award", StringComparison.Ordinal));
        Assert.Equal(["People helped", "40", "–", "–", "–"], (await test.AtProvider.PageAsync(link.GetAttribute("href")!)).Rows("profile").Single());
        Assert.Equal((40m, 42m), await test.ReportedAsync("2026-Q1", 42, SetupCase.July));

        var record = await test.Lead.PageAsync($"{test.Setup}/record");
        Assert.Contains("each follows the one before", record.MainWords(), StringComparison.Ordinal);
        Assert.Equal("Began the programme", record.Rows("record")[^1][3]);
        Assert.Equal(test.LeadName, record.Rows("record")[^1][2]);
        Assert.Contains(record.Rows("record"), row => row[3] == "Changed the profile of the award of Wren House Community Association (Homework club)");
    }

    [Fact]
    public async Task Begin_WithWhatCantBeKept_ComesBackWithIt()
    {
        var test = await SetupCase.OfAsync(fixture);
        var (status, page) = await (await test.FormAsync("/programmes/new")).With("name", "Early help").With("id", "not usable!").With("form", test.Id.Value).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not usable!"), (status, page.QuerySelector<IHtmlInputElement>("#id")!.Value));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        var (_, noForm) = await FilledForm.On(test.Lead, page).With("id", test.Id.Value).With("form", "no-such-form").SendAndReadAsync();
        Assert.Equal(["The portal has no form no-such-form. Check its identifier."], noForm.Errors());
        await test.BeginAsync();
        var (again, taken) = await (await test.FormAsync("/programmes/new")).With("name", "Another").With("id", test.Id.Value).With("form", test.Id.Value).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, $"The identifier {test.Id} is in use already: choose another."), (again, taken.Errors().Single()));
    }

    [Fact]
    public async Task Officers_ChangingAtOnce_TheSecondIsToldWhatTheFirstDid()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        var second = await test.SecondLeadAsync();
        var (mine, theirs) = (await test.FormAsync($"{test.Setup}/name", by: second), await test.FormAsync($"{test.Setup}/priorities"));
        await theirs.With("priority-1", "Children are safe").SendAndFollowAsync();

        var (status, page) = await mine.With("name", "Help early").SendAndReadAsync();

        Assert.Equal((HttpStatusCode.Conflict, "Help early"), (status, page.QuerySelector<IHtmlInputElement>("#name")!.Value));
        Assert.Contains($"Somebody else changed this while you had it open. {test.LeadName}, 20 March 2026 at 12:00: Changed the priorities. Nothing of yours was saved", page.Errors().Single(), StringComparison.Ordinal);
        Assert.Equal("Help early", (await FilledForm.On(second, page).SendAndFollowAsync()).Heading());
        Assert.Contains("Children are safe", (await test.Lead.PageAsync(test.Setup)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_TwentyAtOnce_AreEachKeptOrTold()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        var forms = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => test.FormAsync($"{test.Setup}/name")));
        var answers = await Task.WhenAll(forms.Select(async (form, number) =>
        {
            using var answer = await form.With("name", $"Name {number}").SendAsync();
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.SeeOther);
        Assert.Equal(19, answers.Count(status => status == HttpStatusCode.Conflict));
        Assert.Contains("each follows the one before", (await test.Lead.PageAsync($"{test.Setup}/record")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExtraTime_Given_LetsALateReturnInAndTellsAllFundersWhy()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", test.CoFunder.Id.Value).SendAndFollowAsync();
        var late = new DateTimeOffset(2026, 9, 5, 12, 0, 0, TimeSpan.Zero);
        var saved = await test.Calls.SaveAsync(SetupCase.AwardId, """{"helped":{"value":7,"basedOn":0},"place":{"value":"north","basedOn":0}}""", at: SetupCase.July);
        Assert.Equal(HttpStatusCode.Conflict, (await test.Calls.SubmitAsync(SetupCase.AwardId, saved.Etag!, at: late)).Status);
        test.At(late);
        var address = $"{test.Setup}/calendar/2026-Q1/extra-time";
        var (status, earlier) = await (await test.FormAsync(address)).With("due-month", "6").With("due-day", "30").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Enter the reason, for all funders to read.", "Extra time moves days later: the day returns are due is 31 July 2026 now."], earlier.Errors());

        var given = await (await test.FormAsync(address)).With("closed-day", "15").With("closed-month", "9").With("reason", "A flood closed the centre.").SendAndFollowAsync();

        Assert.Equal([["April to June 2026", "5 September 2026", "Closes: 31 August 2026 to 15 September 2026", "A flood closed the centre."]], given.Rows("extra-times"));
        Assert.Equal(HttpStatusCode.Created, (await test.Calls.SubmitAsync(SetupCase.AwardId, saved.Etag!, at: late)).Status);
        var reader = await test.PersonAsync(test.CoFunder, Roles.FunderReader);
        Assert.Equal("A flood closed the centre.", (await reader.PageAsync(test.Setup)).Rows("extra-times").Single()[3]);
        // What has opened stays.
        var (_, fixedDays) = await (await test.FormAsync($"{test.Setup}/calendar/2026-Q3", $"{test.Setup}/calendar/2026-Q3")).With("start-month", "9").With("start-day", "1").SendAndReadAsync();
        Assert.Equal(["October to December 2026 begins before July to September 2026 ends."], fixedDays.Errors());
        using var opened = await test.Lead.GetAsync($"{test.Setup}/calendar/2026-Q2");
        Assert.EndsWith("/calendar/2026-Q2/extra-time", opened.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicator_ThatTheFormCounts_CantBeRemovedOrCountedAnotherWay()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        var page = await test.Lead.PageAsync($"{test.Setup}/indicators/helped");
        Assert.DoesNotContain(page.QuerySelectorAll<IHtmlFormElement>("main form"), form => form.GetAttribute("action")!.EndsWith("/remove", StringComparison.Ordinal));
        var (status, refused) = await FilledForm.On(test.Lead, page).With("unit", "families").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("The form counts “People helped” in people: its unit and how it adds up stay", refused.Errors().Single(), StringComparison.Ordinal);
        (string, string)[] hidden = [.. page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Select(input => (input.Name!, input.Value))];
        using (var removed = await test.Lead.PostAsync($"{test.Setup}/indicators/helped/remove", hidden))
            Assert.Equal(["The form counts “People helped” (“People helped”), so it can’t be removed."], (await PortalBrowser.PageOfAsync(removed)).Errors());
        var renamed = await FilledForm.On(test.Lead, page).With("name", "People helped at all").SendAndFollowAsync();
        Assert.Equal("People helped at all", renamed.Rows("outputs")[0][0]);
    }

    [Fact]
    public async Task Lead_ProposedAndAccepted_ChangesHandsAndTheOldOneStays()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", test.CoFunder.Id.Value).SendAndFollowAsync();
        var next = await test.PersonAsync(test.CoFunder, Roles.LeadOfficer);
        using (var before = await next.GetAsync($"{test.Setup}/name"))
            Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        await (await test.FormAsync($"{test.Setup}/lead")).With("to", test.CoFunder.Id.Value).With("reason", "The trust pays most of it now.").SendAndFollowAsync();
        // Who proposed can't accept for the other.
        Assert.DoesNotContain("Accept and lead it", (await test.Lead.PageAsync($"{test.Setup}/lead")).MainWords(), StringComparison.Ordinal);

        var asked = await next.PageAsync($"{test.Setup}/lead");
        Assert.Contains("The trust pays most of it now.", asked.MainWords(), StringComparison.Ordinal);
        var accepted = await FilledForm.On(next, asked).With("answer", "accept").SendAndFollowAsync();

        Assert.Contains($"Lead funder {test.CoFunder.Name}", accepted.MainWords(), StringComparison.Ordinal);
        Assert.Contains($"Co-funders {test.Funder.Name}", accepted.MainWords(), StringComparison.Ordinal);
        using var after = await test.Lead.GetAsync($"{test.Setup}/name");
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        // It contributes to an award, so nobody takes it out.
        var (_, kept) = await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders/{test.Funder.Id}/remove", next)).SendAndReadAsync();
        Assert.Equal([$"{test.Funder.Name} contributes to the award of {test.Provider.Name}: it stays a funder while it does."], kept.Errors());
    }
}
