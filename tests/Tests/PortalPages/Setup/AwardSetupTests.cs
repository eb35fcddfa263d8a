using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Setup;

/// <summary>Awards on pages: money that adds up, leaving early, and a profile that both sides change.</summary>
public sealed class AwardSetupTests(PagesFixture fixture)
{
    [Fact]
    public async Task Award_WhoseContributionsDiffer_IsToldByHowMuchAndKeepsWhatWasTyped()
    {
        var test = await SetupCase.OfAsync(fixture);
        await test.BeginAsync();
        var form = await test.AwardFormAsync();
        var (status, page) = await form.With($"contribution-{test.Funder.Id}", "1150").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["The contributions add up to £1,150.00, which is £50.50 less than the amount of £1,200.50."], page.Errors());
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!));
        Assert.Equal("1,200.50", page.QuerySelector<IHtmlInputElement>("#amount")!.Value);
        var (_, unknown) = await FilledForm.On(test.Lead, page).With($"contribution-{test.Funder.Id}", "1200.50").With("provider", "GB-CHC-999998").SendAndReadAsync();
        Assert.Equal(["The portal knows no organisation GB-CHC-999998. Check the identifier, or ask the portal’s administrator to add it."], unknown.Errors());

        // A group on no register is added with its award.
        var added = await FilledForm.On(test.Lead, unknown).With("provider", "").With("provider-name", "Elm Street Lunch Club").SendAndFollowAsync();
        Assert.Equal("Elm Street Lunch Club: Homework club", added.Heading());
        var (again, taken) = await (await test.AwardFormAsync()).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "The programme has an award award-1 already: choose another identifier."), (again, taken.Errors().Single()));
        Assert.Equal(["Elm Street Lunch Club , Homework club", "Homework club", "£1,200.50", "1 April 2026 to 31 March 2027", "Goes on as agreed"], (await test.Lead.PageAsync($"{test.Setup}/awards")).Rows("awards").Single());
    }

    [Fact]
    public async Task Award_WithPartnersAndOutcomes_ShowsThem()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        await (await test.FormAsync($"{test.Award}/partners")).With("partner-1", test.CoFunder.Id.Value).SendAndFollowAsync();
        var page = await (await test.FormAsync($"{test.Award}/outcomes")).With("outcome-1-title", "More children read").With("outcome-1-planned", "Forty children read at their age.").With("outcome-1-indicator", "helped").SendAndFollowAsync();
        Assert.Contains($"Partners {test.CoFunder.Name}", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("More children read Forty children read at their age. Counted as “People helped”.", page.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisation_NamedInPart_IsChosenFromThoseThatItMayMean()
    {
        var test = await SetupCase.OfAsync(fixture);
        await test.BeginAsync();
        var (larch, alder) = (await fixture.NewOrganisationAsync("St Zósimo’s Larch Street Kitchen"), await fixture.NewOrganisationAsync("St Zosimo’s Alder Road Kitchen"));

        // Words in any order, by their beginnings; everything else that was typed stays.
        var (status, page) = await (await test.AwardFormAsync()).With("provider", "kitch zosimos").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose which organisation you mean by “kitch zosimos”."), (status, page.Errors().Single()));
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!));
        Assert.Equal([alder.Id.Value, larch.Id.Value], page.QuerySelectorAll<IHtmlInputElement>("input[name=provider-choice]").Select(radio => radio.Value));
        Assert.Equal(("kitch zosimos", "Homework club"), (page.QuerySelector<IHtmlInputElement>("#provider")!.Value, page.QuerySelector<IHtmlInputElement>("#project")!.Value));

        var (_, other) = await FilledForm.On(test.Lead, page).With("provider", "zosimos quarry").With("provider-choice", larch.Id.Value).SendAndReadAsync();
        Assert.StartsWith("No organisation in the portal has “zosimos quarry” in its name.", other.Errors().Single(), StringComparison.Ordinal);
        var added = await FilledForm.On(test.Lead, page).With("provider-choice", larch.Id.Value).SendAndFollowAsync();
        Assert.Equal("St Zósimo’s Larch Street Kitchen: Homework club", added.Heading());

        var (_, partners) = await (await test.FormAsync($"{test.Award}/partners")).With("partner-1", "zosimos alder").SendAndReadAsync();
        var chosen = await FilledForm.On(test.Lead, partners).With("partner-1-choice", alder.Id.Value).SendAndFollowAsync();
        Assert.Contains($"Partners {alder.Name}", chosen.MainWords(), StringComparison.Ordinal);

        var (_, funders) = await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", "Zosimos").SendAndReadAsync();
        var funded = await FilledForm.On(test.Lead, funders, $"{test.Setup}/funders").With("funder-choice", alder.Id.Value).SendAndFollowAsync();
        Assert.Contains(alder.Name, funded.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Award_EndedEarly_OwesNoReturnAndTellsTheProviderWhy()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        test.At(SetupCase.July);
        Assert.Contains("July to September 2026", (await test.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        var (status, refused) = await (await test.FormAsync($"{test.Award}/end")).With("on-day", "1").With("on-month", "8").With("on-year", "2026").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter the reason, for the provider and all funders of the award to read."), (status, refused.Errors().Single()));
        await FilledForm.On(test.Lead, refused).With("reason", "The centre closes.").SendAndFollowAsync();

        Assert.Contains("This award ended early, on 1 August 2026.", (await test.AtProvider.PageAsync(test.Award)).MainWords(), StringComparison.Ordinal);
        Assert.Contains("The centre closes.", (await test.AtProvider.PageAsync(test.Award)).MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("July to September 2026", (await test.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        // A mistake can be put right.
        var back = await (await test.FormAsync($"{test.Award}/end")).With("on-day", "").With("on-month", "").With("on-year", "").With("reason", "It was another award.").SendAndFollowAsync();
        Assert.Contains("Goes on as agreed", back.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_OnceBegun_ChangesOnlyWhenTheOtherSideAgrees()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        test.At(SetupCase.July);
        var (entered, _) = await (await test.FormAsync($"{test.Award}/profile")).With("helped/2026-Q3", "1").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, entered);

        var sent = await test.ProposeAsync(test.Lead, "44");
        Assert.Contains("The proposal is sent.", sent.MainWords(), StringComparison.Ordinal);
        Assert.Equal([["People helped", "October to December 2026", "60", "44"]], sent.Rows("figures"));
        Assert.Equal(["People helped", "40", "50", "60", "–"], (await test.AtProvider.PageAsync(test.Award)).Rows("profile").Single());
        // Who proposed can't agree for the other side.
        using (var own = await test.Lead.SubmitAsync($"{test.Award}/profile/changes/1", $"{test.Award}/profile/changes/1", ("answer", "agree")))
            Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);

        var agreed = await (await test.FormAsync($"{test.Award}/profile/changes/1", by: test.AtProvider)).With("answer", "agree").SendAndFollowAsync();

        Assert.Contains("Both sides agree. The profile is changed.", agreed.MainWords(), StringComparison.Ordinal);
        var page = await test.Lead.PageAsync(test.Award);
        Assert.Equal(["People helped", "40", "50", "44", "–"], page.Rows("profile").Single());
        Assert.Equal("Profile, version 2", ShownPage.Words(page.QuerySelector("#profile-caption")!));
        Assert.Contains("Version 2: from October to December 2026 on, agreed on 10 July 2026. Two schools left.", page.MainWords(), StringComparison.Ordinal);
        // Reports go by it from its first period on.
        Assert.Equal((40m, 41m), await test.ReportedAsync("2026-Q1", 41, SetupCase.July));
        Assert.Equal((44m, 45m), await test.ReportedAsync("2026-Q3", 45, new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero)));
        var json = (await test.Calls.SendAsync(HttpMethod.Get, $"/api/v1/programmes/{test.Id}/awards/{SetupCase.AwardId}", null, SetupCase.July)).Json.GetProperty("award");
        Assert.Equal((2, "2026-Q3"), (json.GetProperty("profileChanges")[0].GetProperty("version").GetInt32(), json.GetProperty("profileChanges")[0].GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Proposal_Declined_ChangesNothingAndSaysWhy()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        test.At(SetupCase.July);
        await test.ProposeAsync(test.AtProvider, "10");
        var (status, bare) = await (await test.FormAsync($"{test.Award}/profile/changes/1")).With("answer", "decline").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter why you decline, for the other side to read."), (status, bare.Errors().Single()));
        await FilledForm.On(test.Lead, bare).With("answer", "decline").With("words", "Let us wait for the autumn.").SendAndFollowAsync();

        var page = await test.AtProvider.PageAsync(test.Award);
        Assert.Equal(["People helped", "40", "50", "60", "–"], page.Rows("profile").Single());
        Assert.Contains($"{test.Funder.Name} declined on 10 July 2026", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Let us wait for the autumn.", (await test.AtProvider.PageAsync($"{test.Award}/profile/changes/1")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_OfBothSidesAtOnce_OneWinsAndAnOvertakenOneIsToldSo()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        test.At(SetupCase.July);
        var rival = (await test.FormAsync($"{test.Award}/profile/change", by: test.AtProvider)).With("helped/2026-Q3", "30").With("reason", "Fewer staff.");
        await test.ProposeAsync(test.Lead, "44");
        var (status, told) = await rival.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "30"), (status, told.QuerySelector<IHtmlInputElement>("[id='helped/2026-Q3']")!.Value));
        Assert.StartsWith($"Meanwhile {test.Funder.Name} proposed a change from October to December 2026 on.", told.Errors().Single(), StringComparison.Ordinal);

        // Having read it, the provider sends its own in its place; the first can't be agreed to any more.
        var stale = (await test.FormAsync($"{test.Award}/profile/changes/1", by: test.AtProvider)).With("answer", "agree");
        await FilledForm.On(test.AtProvider, told).SendAndFollowAsync();
        var (late, gone) = await stale.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "This proposal was replaced by another proposal meanwhile. Nothing was changed by you."), (late, gone.Errors().Single()));
        await (await test.FormAsync($"{test.Award}/profile/changes/2")).With("answer", "agree").SendAndFollowAsync();
        Assert.Equal("30", (await test.Lead.PageAsync(test.Award)).Rows("profile").Single()[3]);

        // Agreed too late: its period has begun.
        await test.ProposeAsync(test.Lead, "20");
        test.At(new DateTimeOffset(2026, 10, 2, 12, 0, 0, TimeSpan.Zero));
        var (begun, backwards) = await (await test.FormAsync($"{test.Award}/profile/changes/3", by: test.AtProvider)).With("answer", "agree").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, begun);
        Assert.Contains("a profile never changes backwards", backwards.Errors().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Award_ForOthers_IsAsLittleAsTheyMaySee()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", test.CoFunder.Id.Value).SendAndFollowAsync();
        var (officer, trust) = (await test.PersonAsync(test.Funder, Roles.Officer), await test.PersonAsync(test.CoFunder, Roles.Officer));
        Assert.DoesNotContain("Change", (await officer.PageAsync(test.Award)).QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        using (var notItsAward = await trust.GetAsync(test.Award))
            Assert.Equal(HttpStatusCode.NotFound, notItsAward.StatusCode);
        await (await test.FormAsync($"{test.Award}/details")).With($"contribution-{test.Funder.Id}", "1000.50").With($"contribution-{test.CoFunder.Id}", "200").SendAndFollowAsync();
        Assert.Equal([[test.CoFunder.Name, "£200.00"]], (await trust.PageAsync(test.Award)).Rows("contributions"));
        Assert.Equal(2, (await test.AtProvider.PageAsync(test.Award)).Rows("contributions").Length);
        var (_, _, outsider) = await fixture.LedAsync(Roles.LeadOfficer);
        foreach (var address in new[] { test.Setup, test.Award, $"{test.Setup}/calendar", $"{test.Award}/end" })
        {
            using var answer = await outsider.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
