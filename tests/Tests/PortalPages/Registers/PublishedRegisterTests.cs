using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.PortalPages.Registers;

/// <summary>A register that its lead funder lets the other funders of the portal read, and takes back.</summary>
public sealed class PublishedRegisterTests(PagesFixture fixture)
{
    [Fact]
    public async Task Register_Published_IsReadByFundersOfThePortalAlone_UntilItIsTakenBack()
    {
        var all = await RegisterCase.SetUpAsync(fixture);
        var lead = await all.Glance.FunderAsync(all.Glance.Lead, Roles.LeadOfficer, GlanceCase.Autumn);
        await all.MadeAsync(lead);
        var stranger = await fixture.NewOrganisationAsync("A trust far away");
        var reader = await all.Glance.FunderAsync(stranger, Roles.FunderReader, GlanceCase.Autumn);
        var officer = await all.Glance.FunderAsync(stranger, Roles.Officer, GlanceCase.Autumn);
        var charity = await all.Glance.FunderAsync(await fixture.NewOrganisationAsync("A charity"), Roles.ProviderLead, GlanceCase.Autumn);
        var administrator = await fixture.AdministratorAsync();
        administrator.Now = GlanceCase.Autumn;
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(all.Published)).StatusCode);

        var setUp = $"{all.Glance.Programme}/setup";
        var stale = await FilledForm.OnAsync(lead, setUp + "/register");
        var saved = await (await FilledForm.OnAsync(lead, setUp + "/register")).With("register", "published").SendAndFollowAsync();
        Assert.Contains("All funders of the portal", saved.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Published its register to the other funders of the portal", saved.MainWords(), StringComparison.Ordinal);
        // Who was slower is told what happened, and nothing changes.
        var (status, told) = await stale.With("register", "published").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Published its register to the other funders of the portal", told.Errors().Single(), StringComparison.Ordinal);
        await DeliverAsync(all);

        foreach (var funder in new[] { reader, officer })
        {
            var page = await funder.PageAsync(all.Published);
            Assert.Contains("Published by A borough council", page.MainWords(), StringComparison.Ordinal);
            Assert.Equal(["Camden", "Islington", "Hackney", "City of London"], page.Rows("area-table").Select(row => row[0]));
            // What is under way, and the workbook with it, is the programme's own.
            Assert.DoesNotContain("The same figures in Excel", page.MainWords(), StringComparison.Ordinal);
            Assert.Equal(3, (await funder.PageAsync($"{all.Published}/providers")).Rows("providers").Length);
            Assert.Contains(["Warm welcome", "A borough council"], await ListedAsync(funder, all));
            foreach (var own in new[] { all.Address, $"{all.Address}/providers", all.Workbook, setUp })
                Assert.Equal(HttpStatusCode.NotFound, (await funder.GetAsync(own)).StatusCode);
        }
        foreach (var other in new[] { charity, administrator })
            foreach (var address in new[] { all.Published, $"{all.Published}/providers" })
                Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        Assert.Empty(await ListedAsync(charity, all));
        // The co-funder reads both: what it pays for, and the whole as others do.
        var trust = await all.Glance.FunderAsync(all.Glance.Trust, Roles.Officer, GlanceCase.Autumn);
        Assert.Equal(3, (await trust.PageAsync($"{all.Published}/providers")).Rows("providers").Length);

        var back = await (await FilledForm.OnAsync(lead, setUp + "/register")).With("register", "alone").SendAndFollowAsync();
        Assert.Contains("Took its register back from the other funders of the portal", back.MainWords(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(all.Published)).StatusCode);
        // At once, also where the list has not heard of it.
        Assert.Empty(await ListedAsync(reader, all));
        await DeliverAsync(all);
        Assert.Empty(await ListedAsync(reader, all));
    }

    [Fact]
    public async Task Choice_OfNeither_IsRefusedOnThePage()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        var lead = await glance.FunderAsync(glance.Lead, Roles.LeadOfficer, GlanceCase.Autumn);
        var (status, page) = await (await FilledForm.OnAsync(lead, $"{glance.Programme}/setup/register")).With("register", "everybody").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Choose who may read the whole register."], page.Errors());
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    private static Task DeliverAsync(RegisterCase all) => new QueuePump(all.Glance.Test).UntilQuietAsync();

    private static async Task<string[][]> ListedAsync(SignIn.PortalBrowser browser, RegisterCase all)
    {
        // Other tests publish as well: what is this one's is looked for from its place in the list on.
        var before = all.Glance.Test.Programme.Value[..^1];
        var page = await browser.PageAsync($"/register?published={before}");
        return [.. page.QuerySelectorAll("#published-table tbody tr").Where(row => row.QuerySelector("a")!.GetAttribute("href") == all.Published).Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToArray())];
    }
}
