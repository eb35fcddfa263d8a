using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>From the draft to the receipt: check, ready, sign or send back.</summary>
public sealed class CheckAndSignTests(PagesFixture fixture)
{
    [Fact]
    public async Task Check_ShowsEveryAnswerAndLinksEveryFindingToItsBox()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"new":{"value":0,"basedOn":0},"spent":{"value":1250.5,"basedOn":0},"ages":{"value":["young","old"],"basedOn":0},"won":{"value":[{"amount":3}],"basedOn":0} }""");
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var page = await preparer.PageAsync(journey.Root + "/check");

        var answers = page.QuerySelectorAll("main .govuk-summary-list__row").ToDictionary(
            row => ShownPage.Words(row.QuerySelector("dt")!), row => ShownPage.Words(row.QuerySelector(".govuk-summary-list__value")!), StringComparer.Ordinal);
        Assert.Equal(("0", "£1,250.50", "Not answered", "Young Old"), (answers["New people"], answers["Spent"], answers["Volunteer hours"], answers["Ages"]));
        Assert.Equal([["1", "", "£3.00"]], page.Rows("answer-won"));
        var links = page.QuerySelectorAll(".govuk-inset-text a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal([$"{journey.Root}/sections/reach#helped", $"{journey.Root}/sections/words#won/1/from"], links);
        Assert.Contains(page.QuerySelectorAll(".govuk-summary-list__actions a"), link => link.GetAttribute("href") == $"{journey.Root}/sections/reach#spent");
        Assert.Null(page.QuerySelector($"form[action='{journey.Root}/ready']"));
    }

    [Fact]
    public async Task Check_WhereASentenceIsAskedFor_TakesItRightThere()
    {
        var explained = SmallCase.Form.Replace("\"rule\": \"changeSinceLast\", \"percent\": 50", "\"rule\": \"belowProfile\", \"percent\": 10", StringComparison.Ordinal);
        var journey = await JourneyCase.SetUpAsync(fixture, explained);
        await journey.Small.PutAwardAsync(journey.Award with
        {
            Profiles = [new MonitoringReturns.Core.Programmes.Profile(new MonitoringReturns.Core.IndicatorId("helped"), new MonitoringReturns.Core.PeriodId(SmallCase.Q2), 100)],
        });
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var check = journey.Root + "/check";
        var page = await preparer.PageAsync(check);
        Assert.Equal("#helped/comment", page.QuerySelector(".govuk-inset-text a")!.GetAttribute("href"));
        Assert.NotNull(page.GetElementById("helped/comment"));

        var empty = await FilledForm.On(preparer, page, check).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.StartsWith("Error: ", empty.Page.Title, StringComparison.Ordinal);
        Assert.Equal("#helped/comment", empty.Page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));

        var tooLong = await FilledForm.On(preparer, page, check).With("helped/comment", new string('x', 2001)).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains("Shorten the comment", Assert.Single(tooLong.Page.Errors()), StringComparison.Ordinal);
        Assert.Equal(2001, tooLong.Page.GetElementById("helped/comment")!.TextContent.Trim().Length);

        await journey.SaveAsync("""{"helped":{"value":41,"basedOn":1} }""");
        var stale = await FilledForm.On(preparer, page, check).With("helped/comment", "The hall was closed.").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("The hall was closed.", stale.Page.GetElementById("helped/comment")!.TextContent, StringComparison.Ordinal);
        var saved = await FilledForm.On(preparer, stale.Page, check).SendAndFollowAsync();
        Assert.Contains("You explained: The hall was closed.", saved.MainWords(), StringComparison.Ordinal);
        Assert.Contains("It is ready to sign", saved.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_MarkedReadyAndSigned_IsSentOnceWithAReceipt()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0},"story":{"value":"One line\nand another","basedOn":0} }""");
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var (person, signatory) = await journey.MemberAsync(Roles.Signatory);
        var ready = await (await FilledForm.OnAsync(preparer, journey.Root + "/check", journey.Root + "/ready")).SendAndFollowAsync();
        Assert.Contains("It is marked as ready to sign.", ready.MainWords(), StringComparison.Ordinal);
        Assert.Equal(("ReadyToSign", 0), await journey.StateAsync());
        var list = await signatory.PageAsync("/returns");
        Assert.Equal($"{journey.Root}/sign", list.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("Read and sign", StringComparison.Ordinal)).GetAttribute("href"));

        var form = await journey.SignFormAsync(signatory);
        using (var first = await form.SendAsync())
        using (var again = await form.SendAsync())
            Assert.Equal(($"{journey.Root}/revisions/1", $"{journey.Root}/revisions/1"), (first.Headers.Location!.OriginalString, again.Headers.Location!.OriginalString));
        Assert.Equal(("Submitted", 1), await journey.StateAsync());
        var receipt = await preparer.PageAsync($"{journey.Root}/revisions/1");
        Assert.Equal("Return sent", receipt.Heading());
        Assert.Contains($"Your reference {journey.Small.Programme}/{SmallCase.Q2}/a-0001/1", receipt.MainWords(), StringComparison.Ordinal);
        Assert.Contains($"Signed by {person.Name}, Treasurer", receipt.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Time it took 50 minutes", receipt.MainWords(), StringComparison.Ordinal);
        var json = await journey.Small.GetAsync($"{journey.Small.Address("a-0001", SmallCase.Q2)}/revisions/1", TimeProvider.System.GetUtcNow());
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json.Body)), receipt.MainWords(), StringComparison.Ordinal);
        var record = (await preparer.PageAsync(journey.Root + "/record")).Rows("record").Select(row => row[3]);
        Assert.Equal(["Submitted revision 1", "Said that it is ready to sign", "Worked on the draft"], record);
    }

    [Fact]
    public async Task Draft_ChangedAfterItWasReady_IsNotReadyAnyMore()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var stale = await preparer.PageAsync(journey.Root + "/check");
        await journey.SaveAsync("""{"new":{"value":4,"basedOn":0} }""");
        var (status, page) = await FilledForm.On(preparer, stale, journey.Root + "/ready").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("The return has changed since you read it.", Assert.Single(page.Errors()), StringComparison.Ordinal);

        await FilledForm.On(preparer, page, journey.Root + "/ready").SendAndFollowAsync();
        await journey.SaveAsync("""{"helped":{"value":null,"basedOn":1} }""");
        Assert.Equal(("Draft", 0), await journey.StateAsync());
        var late = await FilledForm.On(preparer, page, journey.Root + "/ready").With("change", "4").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Answer “People helped”."), (late.Status, Assert.Single(late.Page.Errors())));
    }

    [Fact]
    public async Task Signatory_WhoseBoxesAreWrong_GetsThemBackWithErrors()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (person, signatory) = await journey.MemberAsync(Roles.Signatory);
        var form = FilledForm.On(signatory, await signatory.PageAsync(journey.Root + "/sign"), journey.Root + "/sign");
        var (status, page) = await form.With("minutes", "an hour").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#role", "#minutes", "#declare"], page.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")!));
        Assert.Equal((person.Name, "an hour"), (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("#minutes")!.GetAttribute("value")));
        Assert.Equal(("Draft", 0), await journey.StateAsync());
    }

    [Fact]
    public async Task Signatory_OfAReturnThatChangedMeanwhile_IsToldWhatChanged()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, signatory) = await journey.MemberAsync(Roles.Signatory);
        var form = await journey.SignFormAsync(signatory);
        await journey.SaveAsync("""{"spent":{"value":9,"basedOn":0} }""");
        var (status, page) = await form.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing was signed.", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal(["Spent"], page.QuerySelectorAll(".govuk-inset-text li").Select(ShownPage.Words));
        Assert.False(page.QuerySelector("#declare")!.HasAttribute("checked"));
        Assert.Equal("Treasurer", page.QuerySelector("#role")!.GetAttribute("value"));
        await JourneyCase.Filled(FilledForm.On(signatory, page, journey.Root + "/sign")).SendAndFollowAsync();
        Assert.Equal(("Submitted", 1), await journey.StateAsync());
    }

    [Fact]
    public async Task Return_SentBack_ShowsTheNoteUntilItIsReadyAgain()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var (_, signatory) = await journey.MemberAsync(Roles.Signatory);
        await (await FilledForm.OnAsync(preparer, journey.Root + "/check", journey.Root + "/ready")).SendAndFollowAsync();
        var form = await FilledForm.OnAsync(signatory, journey.Root + "/sign", journey.Root + "/send-back");
        var empty = await form.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Write what has to be looked at."), (empty.Status, Assert.Single(empty.Page.Errors())));

        using (var sent = await form.With("note", "The second group\nis missing.").SendAsync())
        using (var again = await form.SendAsync())
            Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.StatusCode, again.StatusCode));
        Assert.Equal(("Draft", 0), await journey.StateAsync());
        Assert.Contains("The second group is missing.", (await preparer.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("The second group is missing.", (await preparer.PageAsync(journey.Root)).MainWords(), StringComparison.Ordinal);
        await journey.SaveAsync("""{"new":{"value":4,"basedOn":0} }""");
        Assert.Contains("The second group is missing.", (await preparer.PageAsync(journey.Root)).MainWords(), StringComparison.Ordinal);
        var ready = await (await FilledForm.OnAsync(preparer, journey.Root + "/check", journey.Root + "/ready")).SendAndFollowAsync();
        Assert.DoesNotContain("The second group", ready.MainWords(), StringComparison.Ordinal);
        var record = (await preparer.PageAsync(journey.Root + "/record")).Rows("record").Select(row => row[3]);
        Assert.Contains("Sent it back to whoever prepares it", record);
    }

    [Fact]
    public async Task PersonWithBothRoles_GoesFromCheckStraightToSign()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, both) = await journey.MemberAsync(Roles.Preparer | Roles.Signatory);
        var check = await both.PageAsync(journey.Root + "/check");
        Assert.Equal(journey.Root + "/sign", check.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        var receipt = await (await journey.SignFormAsync(both, minutes: "")).SendAndFollowAsync();
        Assert.Equal("Return sent", receipt.Heading());
        Assert.DoesNotContain("Time it took", receipt.MainWords(), StringComparison.Ordinal);

        await journey.SaveAsync("""{"helped":{"value":41,"basedOn":1} }""");
        Assert.Equal("Treasurer", (await both.PageAsync(journey.Root + "/sign")).QuerySelector("#role")!.GetAttribute("value"));
        var second = await (await journey.SignFormAsync(both)).SendAndFollowAsync();
        Assert.Equal(("Return sent again", ("Resubmitted", 2)), (second.Heading(), await journey.StateAsync()));
        Assert.Contains("You have sent the return again since.", (await both.PageAsync(journey.Root + "/revisions/1")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ByWhoMayNot_IsRefusedWithTheRoleThatIsNeeded()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        foreach (var role in new[] { Roles.Preparer, Roles.Supporter, Roles.ProviderLead })
        {
            var (_, browser) = await journey.MemberAsync(role);
            using var answer = await browser.GetAsync(journey.Root + "/sign");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("A signatory of the provider reads and signs its returns.", (await PortalBrowser.PageOfAsync(answer)).MainWords(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(journey.Root + "/check")).StatusCode);
        }
    }
}
