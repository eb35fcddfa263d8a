using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Answering;

/// <summary>A small programme whose lead funder no other test knows, with a trust that pays too, and people on all sides.</summary>
internal sealed class AnsweringCase
{
    private readonly PagesFixture _fixture;

    private AnsweringCase(PagesFixture fixture, SmallCase small, NamedOrganisation lead, NamedOrganisation trust) => (_fixture, Small, Lead, Trust) = (fixture, small, lead, trust);

    public SmallCase Small { get; }

    public NamedOrganisation Lead { get; }

    public NamedOrganisation Trust { get; }

    /// <summary>As funders read it.</summary>
    public string Read => $"/programmes/{Small.Programme}/{SmallCase.Q1}/returns/a-0001";

    /// <summary>As its charity works on it.</summary>
    public string Own => $"/returns/{Small.Programme}/{SmallCase.Q1}/a-0001";

    public static async Task<AnsweringCase> SetUpAsync(PagesFixture fixture, string? form = null)
    {
        var small = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1, form);
        var (lead, trust) = (await fixture.NewOrganisationAsync("Vale County Council"), await fixture.NewOrganisationAsync("The Meadow Trust"));
        await small.PutProgrammeAsync(programme => programme with { LeadFunder = lead, CoFunders = [trust] });
        await small.PutAwardAsync(SmallCase.AwardOf(small.Programme, 1) with { Contributions = [new Contribution(lead.Id, 800), new Contribution(trust.Id, 400)] });
        return new AnsweringCase(fixture, small, lead, trust);
    }

    public Task<(DemoPerson Person, PortalBrowser Browser)> OfficerAsync() => PersonAsync(Lead, Roles.Officer);

    public Task<(DemoPerson Person, PortalBrowser Browser)> TrusteeAsync() => PersonAsync(Trust, Roles.Officer);

    public Task<(DemoPerson Person, PortalBrowser Browser)> CharityAsync() => PersonAsync(SmallCase.AwardOf(Small.Programme, 1).Provider, Roles.Preparer | Roles.Signatory);

    public Task<(DemoPerson Person, PortalBrowser Browser)> AtAsync(NamedOrganisation organisation, Roles roles) => PersonAsync(organisation, roles);

    /// <summary>Until a list made by the queue is as it should be.</summary>
    public async Task UntilAsync(Func<Task<bool>> there)
    {
        var pump = new QueuePump(Small);
        for (var tries = 0; !await there(); tries++)
        {
            Assert.True(tries < 200, "It does not come.");
            await pump.OnceAsync(only: StorageNames.ApplyProjections);
            await Task.Delay(50);
        }
    }

    /// <summary>The charity corrects the people it helped.</summary>
    public async Task CorrectAsync(int helped, int basedOn = 1, DateTimeOffset? at = null)
    {
        var saved = await Small.SaveAsync("a-0001", $$$"""{"helped":{"value":{{{helped}}},"basedOn":{{{basedOn}}},"comment":"Counted again."}}""", at: at);
        Assert.Equal(System.Net.HttpStatusCode.Created, (await Small.SubmitAsync("a-0001", saved.Etag!, at: at)).Status);
    }

    private async Task<(DemoPerson Person, PortalBrowser Browser)> PersonAsync(NamedOrganisation organisation, Roles roles)
    {
        var person = _fixture.NewPerson();
        await _fixture.LetInAsync(organisation, person, roles);
        return (person, await _fixture.SignInAsync(person));
    }
}
