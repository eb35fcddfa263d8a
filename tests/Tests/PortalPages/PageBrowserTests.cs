using Microsoft.Playwright;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>Every page in a real browser: what axe finds, a narrow screen, no JavaScript, the keyboard, and the way through by hand.</summary>
public sealed class PageBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact]
    public async Task PagesOfAnOrganisation_InABrowser_HaveNoFaultsAndFitNarrowScreens()
    {
        var (organisation, lead, http) = await fixture.LedAsync(Roles.ProviderLead | Roles.Signatory);
        var member = await fixture.LetInAsync(organisation, fixture.NewPerson(), Roles.Preparer);
        await fixture.LetInAsync(organisation, fixture.NewPerson(), Roles.Supporter, OrganisationId.Parse("GB-CHC-1234567"));
        var root = $"/organisations/{organisation.Id}";
        await (await FilledForm.OnAsync(http, root + "/details")).With("accreditations-1-name", "Trusted Charity Mark, level 1").With("accreditations-1-number", "TC-00712")
            .With("accreditations-1-expires-day", "31").With("accreditations-1-expires-month", "3").With("accreditations-1-expires-year", "2020").With("then", "save").SendAndFollowAsync();
        await (await FilledForm.OnAsync(http, root + "/programs/new")).With("name", "Our case system").With("client", "wren-house-cases").With("roles", "Preparer").SendAndFollowAsync();
        await (await FilledForm.OnAsync(http, root + "/invitations/new")).With("email", "a.new.colleague@wren-house.example").With("roles", "Preparer", "Signatory").SendAndFollowAsync();
        var invitation = (await http.PageAsync(root)).QuerySelector("#invitations a")!.GetAttribute("href")!;
        var link = PagesFixture.LinkIn(await fixture.MailToAsync("a.new.colleague@wren-house.example"));

        await CheckAsync(lead.Name, [
            ("home", "/home"), ("organisation", root), ("organisation-details", root + "/details"), ("organisation-invite", root + "/invitations/new"), ("organisation-invitation", invitation),
            ("organisation-member", $"{root}/members/{member}"), ("organisation-remove", $"{root}/members/{member}/remove"), ("organisation-program", root + "/programs/new"),
            ("organisation-record", root + "/record"), ("invitation", link)]);
        await CheckAsync(null, [("invitation-signed-out", link), ("invitation-not-usable", "/invitations/made-up")]);
        await CheckAsync(fixture.NewPerson().Name, [("home-without-organisation", "/home"), ("not-found", root)]);
    }

    [Fact]
    public async Task PagesOfAReturnAndOfAdministration_InABrowser_HaveNoFaultsAndFitNarrowScreens()
    {
        var looked = await LookedAtReturn.SetUpAsync(fixture);
        await CheckAsync(looked.Preparer.Name, [("return-record", looked.Address), ("return-record-empty", looked.NotStarted)]);

        var administrator = fixture.NewPerson();
        await fixture.AdministratorAsync(administrator);
        var broken = await fixture.NewOrganisationAsync("Broken House");
        await AdministrationTests.ChangeEntryAsync(await fixture.StorageAsync(), broken.Id, 1);
        var person = await fixture.LetInAsync(broken, fixture.NewPerson(), Roles.ProviderLead);
        await CheckAsync(administrator.Name, [
            ("administration-home", "/home"), ("administration", "/administration"), ("administration-wrong", "/administration/organisations/go?identifier=wren"),
            ("administration-new", "/administration/organisations/new"), ("administration-verify", "/administration/record"), ("administration-verified", "/administration/record?from=start"),
            ("administration-forget", "/administration/people/forget"), ("administration-confirm-forget", $"/administration/people/{person}/forget"),
            ("administration-organisation", $"/organisations/{broken.Id}"), ("administration-record", $"/organisations/{broken.Id}/record")]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Lead_WithoutJavaScriptAndByKeyboard_InvitesSomebody()
    {
        var (organisation, lead, _) = await fixture.LedAsync();
        var page = await browser.SignInAsync(fixture, lead.Name, javaScript: false, Browser.Narrow);
        await page.GotoAsync($"/organisations/{organisation.Id}/invitations/new");
        await page.FocusAsync("#email");
        await page.Keyboard.TypeAsync("not an address");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveTitleAsync("Error: Invite somebody - Monitoring Returns");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Enter an e-mail address" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#email")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#email")).ToHaveValueAsync("not an address");
        await Assertions.Expect(page.Locator("#roles")).ToBeCheckedAsync();
        await Browser.PictureAsync(page, "organisation-invite-wrong-320");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("colleague@wren-house.example");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The invitation is on its way.");
        await page.Context.DisposeAsync();
    }

    private Task CheckAsync(string? person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person, null, pages, status: null);
}
