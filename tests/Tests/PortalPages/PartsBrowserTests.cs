using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>Consortium, history, revisions and feedback in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class PartsBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 240_000)]
    public async Task Pages_OfRevisionsPartsAndHistory_HaveNoFaultsAndFitNarrowScreens()
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        await test.PayTogetherAsync();
        var (person, own) = (fixture.NewPerson(), fixture.NewPerson());
        var partner = Consortium.NewPartner("Elm Street Youth Club and Neighbourhood Advice Centre");
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, person, Roles.Preparer | Roles.Signatory);
        await Membership.LetInAsync(test.App.ConnectionString, partner, DemoClients.Admin, Roles.Preparer);
        await fixture.LetInAsync(partner, own, Roles.Preparer);
        await Consortium.FormAsync(test, (partner, ["words"]));
        await test.SendAsync(
            HttpMethod.Put, $"/api/v1/history/{test.Programme}/a-0001/2025-Q4", """{"name":"January to March 2026","start":"2026-01-01","end":"2026-03-31","answers":{"helped":30,"spent":"£1234.56"}}""", null,
            ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity)));
        await test.FileAsync("a-0001", 40, at: SmallCase.InTime.AddDays(1));
        var saved = await test.SaveAsync(
            "a-0001", """{"helped":{"value":55,"basedOn":1,"comment":"Two groups merged."},"story":{"value":"A long story of a lunch club that grew from a handful of neighbours into a place for the whole street.","basedOn":0}}""", at: SmallCase.InTime.AddDays(2));
        await test.SubmitAsync("a-0001", saved.Etag!, at: SmallCase.InTime.AddDays(2));
        await test.SaveAsync("a-0001", """{"won":{"value":[{"from":"Lottery","amount":500}],"basedOn":0}}""", at: SmallCase.InTime.AddDays(3));
        var (root, past) = ($"/returns/{test.Programme}/{SmallCase.Q1}/a-0001", $"/history/{test.Programme}/a-0001");

        await CheckAsync(person.Name,
        [
            ("revisions", root + "/revisions"), ("revision-changes", root + "/revisions/2/changes"), ("draft-changes", root + "/revisions/draft/changes"), ("feedback", root + "/feedback"),
            ("parts-lead", root + "/parts"), ("history", past), ("history-entry", past + "/entry"), ("history-trend", past + "/trend"), ("task-list-lead", root),
        ]);
        await CheckAsync(own.Name, [("parts-partner", root + "/parts"), ("task-list-partner", root), ("section-partner", root + "/sections/words"), ("returns-partner", "/returns")]);
    }

    private Task CheckAsync(string person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person, SmallCase.InTime.AddDays(4), pages);
}
