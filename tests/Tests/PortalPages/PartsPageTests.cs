using System.Net;
using AngleSharp.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A consortium on pages: the lead says who fills in what, a partner says when it is done.</summary>
public sealed class PartsPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Lead_SharesSections_AndAPartnerSeesItsOwnAlone()
    {
        var consortium = await SetUpAsync();
        Assert.Contains("It has not asked your organisation to fill in a section.", (await consortium.Partner.PageAsync(consortium.Address)).MainWords(), StringComparison.Ordinal);

        var shared = await (await FilledForm.OnAsync(consortium.Lead, consortium.Address)).With("part-words", consortium.PartnerId.Value).SendAndFollowAsync();

        Assert.Contains("Who fills in what is saved.", shared.MainWords(), StringComparison.Ordinal);
        Assert.Equal(consortium.PartnerId.Value, shared.QuerySelector("#part-words option[selected]")!.GetAttribute("value"));
        Assert.Equal("", shared.QuerySelector("#part-reach option[selected]")!.GetAttribute("value"));
        var own = await consortium.Partner.PageAsync(consortium.Address);
        Assert.Equal(["In words"], own.QuerySelectorAll("main h2").Select(ShownPage.Words));
        Assert.Contains("Nothing filled in yet.", own.MainWords(), StringComparison.Ordinal);
        Assert.Empty(own.QuerySelectorAll("main form"));
        Assert.Contains(
            await JoiningTests.RecordAsync(consortium.Lead, OrganisationId.Parse("MR-000001")), row => row[3] == "Changed which partner fills in which sections of an award’s returns" && row[2] == consortium.LeadName);
    }

    [Fact]
    public async Task Partner_SaysThatItsPartIsDone_UntilItChangesAgain()
    {
        var consortium = await SetUpAsync("words");
        var key = consortium.Test.Key("a-0001");
        await SaveAsPartnerAsync(consortium, """{"story":{"value":"A lunch club.","basedOn":0}}""");
        var before = (await consortium.Test.GetAsync(consortium.Test.Address("a-0001"))).Etag;
        Assert.Contains("Partners have not said yet that these parts are done.", (await consortium.Lead.PageAsync($"/returns/{key}/check")).MainWords(), StringComparison.Ordinal);

        var marked = await (await FilledForm.OnAsync(consortium.Partner, consortium.Address)).With("done", "yes").SendAndFollowAsync();

        Assert.Contains("Group 1 now sees that this section is done.", marked.MainWords(), StringComparison.Ordinal);
        var lead = await consortium.Lead.PageAsync(consortium.Address);
        var hint = ShownPage.Words(lead.QuerySelector("#part-words-hint")!);
        Assert.Matches("^Last changed 10 July 2026 at 1:00pm by Elm Street Youth Club. Elm Street Youth Club said on 10 July 2026 at 1:00pm that it is done.$", hint);
        Assert.DoesNotContain("Partners have not said", (await consortium.Lead.PageAsync($"/returns/{key}/check")).MainWords(), StringComparison.Ordinal);
        // No answer changed, so whoever reads the return to sign it may go on.
        Assert.Equal(before, (await consortium.Test.GetAsync(consortium.Test.Address("a-0001"))).Etag);
        await SaveAsPartnerAsync(consortium, """{"story":{"value":"Two lunch clubs.","basedOn":1}}""");
        Assert.DoesNotContain("that it is done", (await consortium.Lead.PageAsync(consortium.Address)).MainWords(), StringComparison.Ordinal);

        await (await FilledForm.OnAsync(consortium.Partner, consortium.Address)).With("done", "yes").SendAndFollowAsync();
        var taken = await (await FilledForm.OnAsync(consortium.Partner, consortium.Address)).With("done", "no").SendAndFollowAsync();
        Assert.Contains("no longer marked as done", taken.MainWords(), StringComparison.Ordinal);
        var record = await consortium.Lead.PageAsync($"/returns/{key}/record");
        Assert.Equal(["Said that a part is not done after all", "Said that a part is done", "Said that a part is done", "Worked on the draft"], record.Rows("record").Select(row => row[3]));
        Assert.Equal("Elm Street Youth Club", record.Rows("record")[0][2]);
        Assert.Contains("Whole", record.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WithWhoIsNoPartner_SaysSoAtTheBoxAndKeepsWhatWasChosen()
    {
        var consortium = await SetUpAsync("words");
        var (status, page) = await (await FilledForm.OnAsync(consortium.Lead, consortium.Address)).With("part-reach", "MR-000099").With("part-words", "").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Choose who fills in “Reach”: your organisation or one of the award’s partners."], page.Errors());
        Assert.Equal("#part-reach", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal("", page.QuerySelector("#part-words option[selected]")!.GetAttribute("value"));
        Assert.Equal(consortium.PartnerId.Value, (await consortium.Lead.PageAsync(consortium.Address)).QuerySelector("#part-words option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Page_OfAnAwardWithoutPartners_SaysWhatToDo()
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        var lead = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, lead, Roles.ProviderLead);
        var page = await (await fixture.SignInAsync(lead)).PageAsync($"/returns/{test.Programme}/{SmallCase.Q1}/a-0001/parts");
        Assert.Contains("This award has no partners", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("ask A county council to add them", page.MainWords(), StringComparison.Ordinal);
    }

    private static async Task SaveAsPartnerAsync(Setting consortium, string answers)
    {
        // As a person's page does, but through the use case that pages and API share.
        var saved = await consortium.Test.SendAsync(
            HttpMethod.Put, consortium.Test.Address("a-0001") + "/answers", $$$"""{"answers":{{{answers}}}}""", null,
            ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Admin)), ("X-Organisation", consortium.PartnerId.Value));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
    }

    private async Task<Setting> SetUpAsync(params string[] sections)
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        var partner = Consortium.NewPartner();
        var (lead, own) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, lead, Roles.ProviderLead);
        await Membership.LetInAsync(test.App.ConnectionString, partner, DemoClients.Admin, Roles.Preparer);
        await fixture.LetInAsync(partner, own, Roles.Preparer);
        await Consortium.FormAsync(test, (partner, sections));
        var (leads, partners) = (await fixture.SignInAsync(lead), await fixture.SignInAsync(own));
        (leads.Now, partners.Now) = (SmallCase.InTime, SmallCase.InTime);
        return new Setting(test, leads, lead.Name, partners, partner.Id, $"/returns/{test.Programme}/{SmallCase.Q1}/a-0001/parts");
    }

    private sealed record Setting(SmallCase Test, PortalBrowser Lead, string LeadName, PortalBrowser Partner, OrganisationId PartnerId, string Address);
}
