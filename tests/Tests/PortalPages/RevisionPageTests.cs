using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>How a return changed from revision to revision, and what the draft would change, as its provider sees it.</summary>
public sealed class RevisionPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Revisions_OfAReturn_AreListedTheNewestFirstWithWhatEachChanged()
    {
        var (test, browser, root) = await SetUpAsync();
        await test.FileAsync("a-0001", 40);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":55,"basedOn":1,"comment":"Two groups merged."},"spent":{"value":12.5,"basedOn":0},"place":{"value":null,"basedOn":1}}""");
        await test.SubmitAsync("a-0001", saved.Etag!);
        await test.SaveAsync("a-0001", """{"won":{"value":[{"from":"Lottery"}],"basedOn":0}}""");

        var list = await browser.PageAsync(root + "/revisions");
        Assert.Equal(["Revision 2", "Revision 1"], list.QuerySelectorAll("dt").Select(ShownPage.Words));
        Assert.Equal(
            ["Signed by Ann Lee, Treasurer, on 10 July 2026 at 1:00pm Correction of the revision before", "Signed by Ann Lee, Treasurer, on 10 July 2026 at 1:00pm First submission"],
            list.QuerySelectorAll(".govuk-summary-list__value").Select(ShownPage.Words));
        Assert.Contains(list.Links, link => link.GetAttribute("href") == $"/api/v1{root}/revisions/2/return.xlsx");
        Assert.Contains("Your draft has changed since the newest revision.", list.MainWords(), StringComparison.Ordinal);

        var changes = await browser.PageAsync(root + "/revisions/2/changes");
        Assert.Equal("What revision 2 changed", changes.Heading());
        Assert.Equal(
        [
            "People helped: Before: 40 Now: 55", "People helped: Comment: Before: As it was. Now: Two groups merged.", "Spent: Before: not answered Now: £12.50 Added", "Place: Before: North Now: not answered Cleared",
        ], Told(changes));
        Assert.Equal(["Won: Row 1: From: Before: not answered Now: Lottery Added"], Told(await browser.PageAsync(root + "/revisions/draft/changes")));
        Assert.Contains("This is the first revision", (await browser.PageAsync(root + "/revisions/1/changes")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revision_ThatRestatesAReopenedReturn_SaysWhy()
    {
        var (test, browser, root) = await SetUpAsync();
        var filed = await test.FileAsync("a-0001", 40);
        var accepted = await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/acceptance", null, null, ("If-Match", filed.Etag!));
        await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/reopening", """{"reason":"A group was left out."}""", null, ("If-Match", accepted.Etag!));
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":41,"basedOn":1}}""");
        await test.SubmitAsync("a-0001", saved.Etag!);

        var list = await browser.PageAsync(root + "/revisions");

        Assert.Contains("Restated after it had been accepted and was reopened: A group was left out.", list.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfAReturnThatWasNotSubmitted_HaveNothingToCompareWith()
    {
        var (test, browser, root) = await SetUpAsync();
        await test.SaveAsync("a-0001", """{"helped":{"value":41,"basedOn":0}}""");

        Assert.Contains("has not been submitted yet", (await browser.PageAsync(root + "/revisions")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("nothing to compare your draft with", (await browser.PageAsync(root + "/revisions/draft/changes")).MainWords(), StringComparison.Ordinal);
        foreach (var revision in (string[])["1", "0", "drafts"])
            using (var answer = await browser.GetAsync($"{root}/revisions/{revision}/changes"))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(SmallCase Test, PortalBrowser Browser, string Root)> SetUpAsync()
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, person, Roles.Preparer);
        return (test, await fixture.SignInAsync(person), $"/returns/{test.Programme}/{SmallCase.Q1}/a-0001");
    }

    private static string[] Told(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-summary-list__row").Select(row => $"{ShownPage.Words(row.QuerySelector("dt")!)}: {ShownPage.Words(row.QuerySelector("dd")!)}")];
}
