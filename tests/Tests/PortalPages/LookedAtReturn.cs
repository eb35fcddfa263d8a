using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A return of a small programme that a person began, a program filed, and the council opened; and one that nobody began.</summary>
internal sealed record LookedAtReturn(SmallCase Case, DemoPerson Preparer, DemoPerson Officer, string Address, string NotStarted)
{
    public static async Task<LookedAtReturn> SetUpAsync(PagesFixture fixture)
    {
        var small = await SmallCase.SetUpAsync(await fixture.AppAsync());
        var (preparer, officer) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(SmallCase.AwardOf(small.Programme, 1).Provider, preparer, Roles.Preparer);
        await fixture.LetInAsync(SmallCase.ProgrammeOf(small.Programme).LeadFunder, officer, Roles.Officer);
        await small.FileAsync("a-0001", 5);
        var root = $"/returns/{small.Programme}/{SmallCase.Q1}/a-0001";
        using (var opened = await (await fixture.SignInAsync(officer)).GetAsync($"/api/v1{root}/revisions/1/answers", ("Accept", "application/json")))
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var pump = new QueuePump(small);
        for (var tries = 0; (await small.GetAsync(small.ReportAddress(part: "/consolidated.json"))).Status != HttpStatusCode.OK; tries++)
        {
            Assert.True(tries < 100, "The report does not come.");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
        return new LookedAtReturn(
            small, preparer, officer, root + "/record", $"/returns/{small.Programme}/{SmallCase.Q2}/a-0001/record");
    }
}
