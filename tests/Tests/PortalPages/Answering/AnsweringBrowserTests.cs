using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Answering;

/// <summary>What funders and charities answer each other in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class AnsweringBrowserTests(PagesFixture fixture, Browser browser)
{
    private static readonly string Form = SmallCase.Form.Replace(
        """{ "id": "true", "type": "declaration",""",
        """
        { "id": "help", "type": "longText", "label": "What would help you?", "asksForHelp": true },
        { "id": "ages-served", "type": "table", "label": "People by age", "rows": [ { "id": "young", "label": "Under 18" }, { "id": "old", "label": "65 and over" } ], "columns": [ { "id": "women", "label": "Women", "type": "count" }, { "id": "men", "label": "Men", "type": "count" } ] },
        { "id": "true", "type": "declaration",
        """, StringComparison.Ordinal);

    [Fact(Timeout = 300_000)]
    public async Task Pages_OfAnswering_HaveNoFaultsAndFitNarrowScreens()
    {
        var test = await AnsweringCase.SetUpAsync(fixture, Form);
        const string answers = """
            "help":{"value":"A van on Tuesdays, and somebody at the council who answers the telephone.","basedOn":BASE},"ages-served":{"value":{"young":{"women":12,"men":9},"old":{"women":31,"men":20}},"basedOn":BASE},
            "story":{"value":"A lunch club grew from a handful of neighbours into a place for the whole street.","basedOn":BASE},"won":{"value":[{"from":"Lottery","amount":500}],"basedOn":BASE}
            """;
        foreach (var period in new[] { SmallCase.Q1, SmallCase.Q2 })
        {
            var begun = await test.Small.SaveAsync("a-0001", $"{{{answers}}}".Replace("BASE", "0", StringComparison.Ordinal), period);
            Assert.True(begun.Etag is not null, $"{begun.Status}: {begun.Json}");
            await test.Small.FileAsync("a-0001", period == SmallCase.Q1 ? 30 : 42, period);
        }
        var ((officer, leads), (_, trustee), (charity, _)) = (await test.OfficerAsync(), await test.TrusteeAsync(), await test.CharityAsync());
        var (read, own) = (test.Read.Replace(SmallCase.Q1, SmallCase.Q2, StringComparison.Ordinal), test.Own.Replace(SmallCase.Q1, SmallCase.Q2, StringComparison.Ordinal));
        await (await FilledForm.OnAsync(leads, read + "/queries/new?question=helped")).With("text", "Are these people, or visits?").SendAndFollowAsync();
        await (await FilledForm.OnAsync(trustee, read + "/acknowledge")).With("used", "We told our trustees about the lunch club.").SendAndFollowAsync();
        await (await FilledForm.OnAsync(leads, test.Read + "/accept")).With("used", "The waiting times went into the report to our committee.").With("willDo", "We will ask housing to call you.").SendAndFollowAsync();
        var saved = await test.Small.SaveAsync("a-0001", """{"helped":{"value":45,"basedOn":1}}""", SmallCase.Q2);
        using (await leads.GetAsync($"/api/v1{own}/revisions/1/return.xlsx"))
            await test.Small.SubmitAsync("a-0001", saved.Etag!, period: SmallCase.Q2);
        await (await FilledForm.OnAsync(leads, read + "/queries/new")).With("text", "Is this all that you want to say?").SendAndFollowAsync();
        await test.UntilAsync(async () => (await leads.PageAsync("/home")).QuerySelector("[id^=restated]") is not null);

        await CheckAsync(officer.Name,
        [
            ("funder-home", "/home"), ("funder-return", read), ("funder-return-accepted", test.Read), ("funder-revision", read + "/revisions/1"), ("funder-changes", read + "/revisions/2/changes"),
            ("funder-ask", read + "/queries/new?question=helped"), ("funder-accept-not-now", read + "/accept"), ("funder-reopen", test.Own + "/reopen"),
        ]);
        await CheckAsync(charity.Name, [("charity-queries", own + "/queries"), ("charity-tasks-queried", own), ("charity-tasks-accepted", test.Own), ("charity-list", "/returns"), ("charity-receipt", test.Own + "/revisions/1")]);
    }

    private Task CheckAsync(string person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person, null, pages);
}
