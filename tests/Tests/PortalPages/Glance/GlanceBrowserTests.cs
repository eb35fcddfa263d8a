using Microsoft.Playwright;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>The pages of a period and of help asked for in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class GlanceBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 240_000)]
    public async Task Pages_OfAPeriod_HaveNoFaultsAndFitNarrowScreens()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 4);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter, so that people from the villages can come, and somebody who can drive it twice a week.", "Introduce us.");
        await glance.FileAsync("a-0002", 130, 100, "990.99", at: SmallCase.InTime.AddHours(1));
        await glance.FileAsync("a-0001", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        await glance.FileAsync("a-0003", 20, 12, "80", "A room that is warm.", period: SmallCase.Q2, at: GlanceCase.Autumn);
        await glance.Test.SaveAsync("a-0004", """{"new":{"value":7,"basedOn":0}}""", SmallCase.Q2, GlanceCase.Autumn);
        var officer = fixture.NewPerson();
        await fixture.LetInAsync(glance.Lead, officer, Roles.Officer);
        var signedIn = await fixture.SignInAsync(officer);
        signedIn.Now = GlanceCase.Autumn;
        await glance.AskedAsync(signedIn, 2);
        var autumn = $"{glance.Programme}/{SmallCase.Q2}";
        await glance.UpToDateAsync(signedIn, glance.Quarter);
        await glance.UpToDateAsync(signedIn, autumn);
        await (await FilledForm.OnAsync(signedIn, $"{glance.Quarter}/returns/a-0001/help")).With("standing", "InHand").With("words", "We ask the depot.").SendAndFollowAsync();

        await (await FilledForm.OnAsync(signedIn, $"{autumn}/spot-checks")).With("size", "2").With("evidence", "The attendance sheets of one week.").SendAndFollowAsync();
        await (await FilledForm.OnAsync(signedIn, $"{autumn}/spot-checks/1/a-0001")).With("result", "InOrder").With("note", "Four sheets, all there.").SendAndFollowAsync();

        await (await FilledForm.OnAsync(signedIn, $"/meetings/{glance.Test.Programme}/a-0001")).With("on-day", "5").With("on-month", "10").With("on-year", "2026").With("agreed", "The council lends a van from November.").SendAndFollowAsync();

        foreach (var width in new[] { Browser.Desktop, Browser.Narrow })
        {
            var page = await browser.VisitAsync(javaScript: true, width, await fixture.AddressAsync());
            await page.GotoAsync("/sign-in?next=/home");
            await page.GetByText(PagesFixture.SignInName).ClickAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = officer.Name, Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(".portal-visitor__person")).ToHaveTextAsync($"Signed in as {officer.Name}");
            // Only now: cookies of another time are none to a browser.
            await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Demo-Time"] = GlanceCase.Autumn.ToString("O") });
            foreach (var (name, address) in new[]
            {
                ("programmes", "/programmes"), ("glance", autumn), ("glance-first", glance.Quarter), ("glance-returns", autumn + "/returns"), ("glance-indicator", autumn + "/indicators/new"),
                ("spot-checks", autumn + "/spot-checks"), ("spot-sample", autumn + "/spot-checks/1"), ("spot-check", autumn + "/spot-checks/1/a-0003"), ("meetings", $"/meetings/{glance.Test.Programme}/a-0001"), ("review", $"/meetings/{glance.Test.Programme}/a-0001/review"), ("help-list", "/help-asked"), ("help-one", $"{glance.Quarter}/returns/a-0001/help"),
            })
            {
                var answer = await page.GotoAsync(address);
                Assert.Equal(200, answer!.Status);
                await Browser.PictureAsync(page, $"{name}-{width}");
                Assert.Empty((await Browser.FaultsAsync(page)).Select(fault => $"{name}: {fault}"));
                Assert.False(await Browser.ScrollsSidewaysAsync(page), $"{name} scrolls sideways at {width} pixels.");
            }
            await page.Context.DisposeAsync();
        }
    }
}
