using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Registers;

/// <summary>
/// A programme with four areas on a map of tiles, the last of which nobody works in. Its first two providers say what their income is and where their offices are; the
/// trust pays for a part of the first award. Awards run for years, so that a cut of any day finds them.
/// </summary>
internal sealed record RegisterCase(GlanceCase Glance)
{
    public static readonly IReadOnlyList<Area> Areas =
    [
        new Area(AreaCode.Parse("E09000007"), "Camden") { Tile = new Tile(1, 1) }, new Area(AreaCode.Parse("E09000019"), "Islington") { Tile = new Tile(2, 1) },
        new Area(AreaCode.Parse("E09000012"), "Hackney") { Tile = new Tile(3, 1) }, new Area(AreaCode.Parse("E09000001"), "City of London") { Tile = new Tile(2, 2) },
    ];

    public string Address => $"{Glance.Programme}/register";

    public string Published => $"/register/{Glance.Test.Programme}";

    /// <summary>Where a report on the newest period is, of this content.</summary>
    public string Workbook => $"/api/v1/reports/{Glance.Test.Programme}/{SmallCase.Q2}/consolidated.xlsx?of=register";

    private ProgrammeStore Store => new(StorageAccount.Connect(Glance.Test.App.ConnectionString));

    /// <summary>Without areas. Set-up lets no indicator be called “new”, so that one goes.</summary>
    public static async Task<RegisterCase> WithoutAreasAsync(PagesFixture fixture, int awards = 3)
    {
        var all = new RegisterCase(await GlanceCase.SetUpAsync(fixture, awards));
        var programme = (await all.Store.GetAsync(all.Glance.Test.Programme, default))!;
        await all.Store.PutAsync(programme with { Indicators = [.. programme.Indicators.Where(indicator => indicator.Id.Value != "new")] }, default);
        return all;
    }

    public static async Task<RegisterCase> SetUpAsync(PagesFixture fixture, int awards = 3)
    {
        var all = await WithoutAreasAsync(fixture, awards);
        var store = all.Store;
        await store.PutAsync((await store.GetAsync(all.Glance.Test.Programme, default))! with { Areas = Areas }, default);
        for (var number = 1; number <= awards; number++)
        {
            var award = (await store.GetAwardAsync(all.Glance.Test.Programme, Identifier.Parse<AwardId>($"a-{number:D4}"), default))!;
            await store.PutAwardAsync(award with
            {
                Start = number == 3 ? new DateOnly(2025, 4, 1) : award.Start,
                End = new DateOnly(2035, 12, 31),
                Provider = number <= 2 ? await all.ProviderAsync(number) : award.Provider,
                Areas = number switch { 1 => [Areas[0].Code, Areas[1].Code], 2 => [Areas[1].Code], 3 => [Areas[2].Code], _ => [] },
            }, default);
        }
        return all;
    }

    /// <summary>Delivers what lies in the queues, twice, until a page shows a register.</summary>
    public async Task<IHtmlDocument> MadeAsync(PortalBrowser browser, string? address = null)
    {
        var pump = new QueuePump(Glance.Test);
        for (var tries = 0; ; tries++)
        {
            var page = await browser.PageAsync(address ?? Address);
            if (page.QuerySelector("#as-of") is not null && !page.MainWords().Contains("A newer one is being made", StringComparison.Ordinal))
                return page;
            Assert.True(tries < 150, $"The register does not come: {page.MainWords()}");
            await pump.OnceAsync(times: 2);
            await Task.Delay(50);
        }
    }

    /// <summary>The provider of an award, who says what it is on its own page.</summary>
    private async Task<NamedOrganisation> ProviderAsync(int number)
    {
        var provider = await Glance.Fixture.NewOrganisationAsync(number == 1 ? "Wren House" : "Ash Street Hall");
        var lead = Glance.Fixture.NewPerson();
        await Glance.Fixture.LetInAsync(provider, lead, Roles.ProviderLead);
        var form = await FilledForm.OnAsync(await Glance.Fixture.SignInAsync(lead), $"/organisations/{provider.Id}/details");
        form = number == 1
            ? form.With("income", "Small").With("area", "E09000007 Camden").With("accreditations-1-name", "Trusted Charity").With("accreditations-1-expires-day", "31").With("accreditations-1-expires-month", "3").With("accreditations-1-expires-year", "2099")
            : form.With("income", "Major").With("area", "e09000019 Islington");
        await form.With("then", "save").SendAndFollowAsync();
        return provider;
    }
}
