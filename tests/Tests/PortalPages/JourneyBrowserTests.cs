using Microsoft.Playwright;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>The pages around a return in a real browser, in each of their states: what axe finds, a narrow screen, and a trustee's way by keyboard.</summary>
public sealed class JourneyBrowserTests(PagesFixture fixture, Browser browser)
{
    private const string Tables = """
        { "id": "tables", "title": "Tables", "questions": [
          { "id": "by-age", "type": "table", "label": "People by age", "rowTotals": true, "rows": [ { "id": "a", "label": "Under 18" }, { "id": "b", "label": "18 to 64" }, { "id": "c", "label": "65 and over" } ],
            "columns": [ { "id": "w", "label": "Women and girls", "type": "count" }, { "id": "m", "label": "Men and boys", "type": "count" }, { "id": "o", "label": "In another way", "type": "count" }, { "id": "n", "label": "Not known", "type": "count" } ] } ] },
        """;

    private static string Form => JourneyCase.TwoSignatures.Replace("{ \"id\": \"words\"", Tables + "{ \"id\": \"words\"", StringComparison.Ordinal)
        .Replace("\"rule\": \"changeSinceLast\", \"percent\": 50", "\"rule\": \"belowProfile\", \"percent\": 10", StringComparison.Ordinal);

    [Fact(Timeout = 600_000)]
    public async Task PagesOfAReturn_InEachState_HaveNoFaultsAndFitNarrowScreens()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, Form);
        await journey.Small.PutAwardAsync(journey.Award with
        {
            Profiles = [new MonitoringReturns.Core.Programmes.Profile(new MonitoringReturns.Core.IndicatorId("helped"), new MonitoringReturns.Core.PeriodId(SmallCase.Q2), 100)],
        });
        var (both, http) = await journey.MemberAsync(Roles.Preparer | Roles.Signatory);
        var (second, other) = await journey.MemberAsync(Roles.Signatory);
        await CheckAsync(both, [("returns-not-started", "/returns"), ("tasks-not-started", journey.Root), ("check-empty", journey.Root + "/check"), ("sign-not-yet", journey.Root + "/sign")]);

        await journey.SaveAsync("""
            {"helped":{"value":40,"basedOn":0},"new":{"value":60,"basedOn":0},"spent":{"value":1250.5,"basedOn":0},"visit":{"value":"2026-06-30","basedOn":0},
             "by-age":{"value":{"a":{"w":12,"m":0},"b":{"w":20,"m":31,"o":1}},"basedOn":0},"won":{"value":[{"from":"The Fell Trust","amount":2500},{"amount":3}],"basedOn":0},
             "story":{"value":"A man came in from the rain.\n\nHe stayed all winter.","basedOn":0},"ages":{"value":["young","old"],"basedOn":0} }
            """);
        await CheckAsync(both, [("tasks-to-put-right", journey.Root), ("check-to-put-right", journey.Root + "/check")]);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":1,"comment":"The hall was closed for two months."},"new":{"value":6,"basedOn":1},"won":{"value":[{"from":"The Fell Trust","amount":2500}],"basedOn":1} }""");
        await (await FilledForm.OnAsync(other, journey.Root + "/sign", journey.Root + "/send-back")).With("note", "The day of the visit was in July.\nPlease look again.").SendAndFollowAsync();
        await CheckAsync(both, [("returns-sent-back", "/returns"), ("tasks-sent-back", journey.Root), ("check-complete", journey.Root + "/check"), ("sign", journey.Root + "/sign")]);
        await (await journey.SignFormAsync(http)).SendAndFollowAsync();
        await CheckAsync(second, [("tasks-signed-once", journey.Root), ("sign-second", journey.Root + "/sign")]);
        await FilledForm.On(other, await other.PageAsync(journey.Root + "/sign"), journey.Root + "/sign").With("role", "Chief finance officer").With("declare", "yes").SendAndFollowAsync();
        await CheckAsync(both, [("returns-sent", "/returns"), ("tasks-sent", journey.Root), ("receipt", journey.Root + "/revisions/1"), ("sign-nothing-new", journey.Root + "/sign")]);
        await journey.AcceptAsync();
        await CheckAsync(both, [("tasks-accepted", journey.Root), ("reopen", journey.Root + "/reopen")]);
        var preparer = await journey.MemberAsync(Roles.Preparer);
        await CheckAsync(preparer.Person, [("sign-forbidden", journey.Root + "/sign"), ("home-provider", "/home"), ("tasks-closed", journey.Root.Replace(SmallCase.Q2, SmallCase.Q1, StringComparison.Ordinal))]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Trustee_WithoutJavaScriptAndByKeyboard_SignsAndPrintsTheReceipt()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (person, _) = await journey.MemberAsync(Roles.Signatory);
        var page = await browser.SignInAsync(fixture, person.Name, javaScript: false, Browser.Narrow);
        await page.GotoAsync(journey.Root + "/sign");
        await page.FocusAsync("#role");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("Error: Read and sign - Monitoring Returns");
        await Browser.PictureAsync(page, "sign-wrong-320");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Enter your role in the organisation" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#role")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Chair of trustees");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("35");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Return sent");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator(".portal-footer")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".portal-header")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".govuk-breadcrumbs")).ToBeHiddenAsync();
        await page.SetViewportSizeAsync(794, 1123);
        await Browser.PictureAsync(page, "receipt-print-794");
        await page.Context.DisposeAsync();
    }

    private Task CheckAsync(DemoPerson person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person.Name, null, pages, status: null);
}
