using Microsoft.Playwright;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Setup;

/// <summary>The pages of set-up and awards in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class SetupBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 300_000)]
    public async Task Pages_OfSetupAndAwards_HaveNoFaultsAndFitNarrowScreens()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", test.CoFunder.Id.Value).SendAndFollowAsync();
        await (await test.FormAsync($"{test.Setup}/priorities")).With("priority-1", "Children are safe").SendAndFollowAsync();
        await (await test.FormAsync($"{test.Setup}/indicators")).With("take", "care-leavers", "stepped-up").SendAndFollowAsync();
        test.At(SetupCase.July);
        await (await test.FormAsync($"{test.Setup}/calendar/2026-Q1/extra-time")).With("due-day", "14").With("due-month", "8").With("reason", "A flood closed two of the centres for most of June.").SendAndFollowAsync();
        await test.ProposeAsync(test.Lead, "55", "Two schools joined the scheme.");
        await (await test.FormAsync($"{test.Award}/profile/changes/1", by: test.AtProvider)).With("answer", "agree").SendAndFollowAsync();
        await test.ProposeAsync(test.AtProvider, "44", "One of the three schools left the scheme, and a third of its children with it.");
        await (await test.FormAsync($"{test.Setup}/lead")).With("to", test.CoFunder.Id.Value).With("reason", "The trust pays most of it now.").SendAndFollowAsync();

        var setup = test.Setup;
        await CheckAsync(test.LeadName,
        [
            ("begin", "/programmes/new"), ("setup", setup), ("calendar", $"{setup}/calendar"), ("period", $"{setup}/calendar/2026-Q3"), ("extra-time", $"{setup}/calendar/2026-Q1/extra-time"), ("funders", $"{setup}/funders"),
            ("lead", $"{setup}/lead"), ("priorities", $"{setup}/priorities"), ("indicators", $"{setup}/indicators"), ("indicator", $"{setup}/indicators/helped"), ("bands", $"{setup}/bands"), ("form", $"{setup}/form"),
            ("notice", $"{setup}/notice"), ("setup-record", $"{setup}/record"), ("awards", $"{setup}/awards"), ("award-new", $"{setup}/awards/new"), ("award", test.Award), ("award-details", $"{test.Award}/details"),
            ("award-partners", $"{test.Award}/partners"), ("award-outcomes", $"{test.Award}/outcomes"), ("award-end", $"{test.Award}/end"), ("profile-change", $"{test.Award}/profile/change"), ("proposal", $"{test.Award}/profile/changes/2"),
        ]);
        await CheckAsync(test.ProviderName, [("award-provider", test.Award), ("proposal-provider", $"{test.Award}/profile/changes/2")]);
    }

    [Fact(Timeout = 300_000)]
    public async Task Organisation_SoughtByName_IsChosenFromAListWithoutFaults_AndWithoutScript()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        foreach (var name in new[] { "Quillfeather Community Orchard and Gardens Trust of the Upper Valley", "Quillfeather Youth" })
            await fixture.NewOrganisationAsync(name);
        foreach (var width in new[] { Browser.Desktop, Browser.Narrow })
        {
            var page = await SoughtAsync(test, javaScript: true, width);
            await Browser.PictureAsync(page, $"organisation-choice-{width}");
            Assert.Empty(await Browser.FaultsAsync(page));
            Assert.False(await Browser.ScrollsSidewaysAsync(page));
            await page.Context.DisposeAsync();
        }
        var plain = await SoughtAsync(test, javaScript: false, Browser.Narrow);
        await plain.GetByLabel("Quillfeather Youth").CheckAsync();
        await plain.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the co-funder" }).ClickAsync();
        await Assertions.Expect(plain.Locator("#funders")).ToContainTextAsync("Quillfeather Youth");
        await plain.Context.DisposeAsync();
    }

    private async Task<IPage> SoughtAsync(SetupCase test, bool javaScript, int width)
    {
        var page = await browser.SignInAsync(fixture, test.LeadName, javaScript, width, SetupCase.March);
        await page.GotoAsync($"{test.Setup}/funders");
        await page.GetByLabel("Name or identifier of the organisation").FillAsync("quillf");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the co-funder" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(2);
        return page;
    }

    private Task CheckAsync(string person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person, SetupCase.July.AddMinutes(5), pages);
}
