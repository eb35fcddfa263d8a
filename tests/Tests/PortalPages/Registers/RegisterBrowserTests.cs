using Microsoft.Playwright;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;

namespace MonitoringReturns.Tests.PortalPages.Registers;

/// <summary>The register's pages in a real browser: what axe finds, a narrow screen, and by keyboard without JavaScript.</summary>
public sealed class RegisterBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 240_000)]
    public async Task Pages_OfTheRegister_HaveNoFaultsAndFitNarrowScreens()
    {
        var (all, officer) = await MadeAsync();

        await browser.LookAsync(fixture, officer, GlanceCase.Autumn,
        [
            ("register", all.Address), ("register-providers", all.Address + "/providers"), ("register-camden", all.Address + "/providers?area=Camden"), ("registers", "/register"),
            ("register-published", all.Published), ("register-areas", all.Glance.Programme + "/setup/areas"), ("register-publish", all.Glance.Programme + "/setup/register"),
            ("register-award-areas", all.Glance.Programme + "/setup/awards/a-0001/areas"),
        ]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Providers_FilteredByKeyboardWithoutJavaScript_AreThoseOfTheArea()
    {
        var (all, officer) = await MadeAsync();
        var page = await browser.SignInAsync(fixture, officer, javaScript: false, Browser.Narrow, GlanceCase.Autumn);

        await page.GotoAsync(all.Address);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Every provider: income, area, accreditations, awards" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#area").FocusAsync();
        await page.Keyboard.PressAsync("i");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#providers tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#providers tbody th")).ToHaveTextAsync("Ash Street Hall");
        await Assertions.Expect(page.Locator("#area")).ToHaveValueAsync("Islington");
        await page.Context.DisposeAsync();
    }

    /// <summary>A published register, and a lead officer of its lead funder.</summary>
    private async Task<(RegisterCase All, string Officer)> MadeAsync()
    {
        var all = await RegisterCase.SetUpAsync(fixture, awards: 5);
        var person = fixture.NewPerson();
        await fixture.LetInAsync(all.Glance.Lead, person, Roles.LeadOfficer);
        var lead = await fixture.SignInAsync(person);
        lead.Now = GlanceCase.Autumn;
        await (await FilledForm.OnAsync(lead, all.Glance.Programme + "/setup/register")).With("register", "published").SendAndFollowAsync();
        await all.MadeAsync(lead);
        return (all, person.Name);
    }
}
