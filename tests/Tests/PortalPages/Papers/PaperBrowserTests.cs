using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;

namespace MonitoringReturns.Tests.PortalPages.Papers;

/// <summary>The committee's pages in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class PaperBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 240_000)]
    public async Task Pages_OfTheCommittee_HaveNoFaultsAndFitNarrowScreens()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 4);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 130, 100, "990.99", at: SmallCase.InTime.AddHours(1));
        await glance.FileAsync("a-0001", 60, 36, "250", "A van for the winter, so that people from the villages can come.", period: SmallCase.Q2, at: GlanceCase.Autumn);
        await glance.FileAsync("a-0003", 20, 12, "80", period: SmallCase.Q2, at: GlanceCase.Autumn);
        var officer = fixture.NewPerson();
        await fixture.LetInAsync(glance.Lead, officer, Roles.Officer);
        var signedIn = await fixture.SignInAsync(officer);
        signedIn.Now = GlanceCase.Autumn;
        var autumn = $"{glance.Programme}/{SmallCase.Q2}";
        await glance.UpToDateAsync(signedIn, glance.Quarter);
        await glance.UpToDateAsync(signedIn, autumn);
        await glance.AskedAsync(signedIn, 1);

        await browser.LookAsync(fixture, officer.Name, GlanceCase.Autumn,
        [
            ("paper", autumn + "/paper"), ("paper-funder", $"{autumn}/paper/funders/{glance.Trust.Id}"), ("paper-trend", autumn + "/trend"), ("paper-shares", autumn + "/shares"), ("paper-time", autumn + "/reporting-time"),
            ("paper-own-shares", "/shares"), ("paper-own-time", "/reporting-time"), ("paper-funders", autumn + "/paper/funders"),
        ]);
    }
}
