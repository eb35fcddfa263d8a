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

        await browser.LookAsync(fixture, officer.Name, GlanceCase.Autumn,
        [
            ("programmes", "/programmes"), ("glance", autumn), ("glance-first", glance.Quarter), ("glance-returns", autumn + "/returns"), ("glance-indicator", autumn + "/indicators/new"),
            ("spot-checks", autumn + "/spot-checks"), ("spot-sample", autumn + "/spot-checks/1"), ("spot-check", autumn + "/spot-checks/1/a-0003"), ("meetings", $"/meetings/{glance.Test.Programme}/a-0001"), ("review", $"/meetings/{glance.Test.Programme}/a-0001/review"), ("help-list", "/help-asked"), ("help-one", $"{glance.Quarter}/returns/a-0001/help"),
        ]);
    }
}
