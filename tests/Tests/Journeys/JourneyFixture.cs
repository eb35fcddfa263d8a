using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Journeys;

[assembly: AssemblyFixture(typeof(JourneyFixture))]

namespace MonitoringReturns.Tests.Journeys;

/// <summary>The whole portal as it runs on one machine, with the demonstrations in the present and people who have filed nothing yet.</summary>
public sealed class JourneyFixture : IAsyncDisposable
{
    private const int PeopleCount = 80;

    private static readonly IReadOnlyList<DemoPerson> Pool =
        [.. Enumerable.Range(1, PeopleCount).Select(number => new DemoPerson(
            new Guid(number, 4, 4, [1, 2, 3, 4, 5, 6, 7, 8]).ToString(), $"Visitor {(char)('A' + ((number - 1) / 10))}{(char)('A' + ((number - 1) % 10))}", $"visitor{number}@journeys.example", "Journeys", "Somebody for one journey."))];

    private readonly Lazy<Task<Portal>> _portal = new(StartAsync);
    private int _people;

    internal async Task<Portal> PortalAsync() => await _portal.Value;

    /// <summary>The return of an award that is to be filled in, with what it has to say, and the people who do it.</summary>
    /// <param name="second">The return of the period after, in place of the one that is due.</param>
    internal async Task<JourneyReturn> ReturnAsync(string caseName, int award, bool second = false)
    {
        var portal = await _portal.Value;
        var demo = (PresentCase)DemoCases.Of(caseName + PresentCase.Suffix).Single();
        return await ReturnAsync(portal, demo, second ? demo.Running : demo.Open, award);
    }

    /// <summary>The return of an award that was sent and is not answered yet.</summary>
    internal async Task<JourneyReturn> SentAsync(string caseName, int award)
    {
        var demo = (PresentCase)DemoCases.Of(caseName + PresentCase.Suffix).Single();
        return await ReturnAsync(await _portal.Value, demo, demo.Programme.Calendar[0], award);
    }

    /// <summary>How many revisions of it there are.</summary>
    internal async Task<int> RevisionsAsync(ReturnKey key)
    {
        var returns = new ReturnStore(StorageAccount.Connect((await _portal.Value).ConnectionString));
        var last = 0;
        while (await returns.GetRevisionAsync(key, last + 1, default) is not null)
            last++;
        return last;
    }

    private static async Task<JourneyReturn> ReturnAsync(Portal portal, PresentCase demo, ReportingPeriod period, int award)
    {
        var filings = demo.ToFile(period.Id).OrderBy(filing => filing.Award.Value, StringComparer.Ordinal).ToList();
        var filing = filings[award % filings.Count];
        var account = StorageAccount.Connect(portal.ConnectionString);
        var programme = (await new ProgrammeStore(account).GetAsync(demo.Programme.Id, default))!;
        var stored = (await new ProgrammeStore(account).GetAwardAsync(programme.Id, filing.Award, default))!;
        var version = (await new FormStore(account).GetAsync(programme.Form, programme.PlannedFormVersion(period.Id), default))!;
        return new JourneyReturn(portal.Host.BaseAddress, new ReturnKey(programme.Id, period.Id, filing.Award), programme, stored, version, filing);
    }

    /// <summary>Somebody who is a member of the award's provider from now on, and of nothing else.</summary>
    internal async Task<DemoPerson> MemberAsync(NamedOrganisation provider, Roles roles)
    {
        var portal = await _portal.Value;
        var account = StorageAccount.Connect(portal.ConnectionString);
        var person = Pool[Interlocked.Increment(ref _people) - 1];
        var people = new PeopleStore(account);
        var known = await people.SignInAsync(new Identity(portal.Provider.Issuer.OriginalString, person.Subject), person.Name, person.Email, TimeProvider.System.GetUtcNow(), default);
        await new SetUp(new OrganisationStore(account), people, new WorkQueue(account), TimeProvider.System).LetInAsync(provider.Id, known.Id, roles, null, null, default);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal.IsValueCreated && _portal.Value.IsCompletedSuccessfully)
            await (await _portal.Value).DisposeAsync();
    }

    private static async Task<Portal> StartAsync()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Reports__QuietSeconds"] = "2", ["Limits__PersonPerMinute"] = "0", ["Limits__AddressPerMinute"] = "0" };
        var portal = await Portal.StartAsync(new PortalOptions(0, null) { People = [.. DemoPeople.Of(DemoCases.All), .. Pool], Settings = settings });
        foreach (var name in DemoCases.Names)
        {
            await DemoRun.LoadAsync(DemoPortal.Of(portal), name + PresentCase.Suffix, _ => { });
            await DemoRun.FileAsync(DemoPortal.Of(portal), name + PresentCase.Suffix, _ => { });
        }
        return portal;
    }
}

/// <summary>A return to be filled in, and what it has to say.</summary>
internal sealed record JourneyReturn(Uri Portal, ReturnKey Key, Programme Programme, Award Award, FormVersion Version, Filing Filing)
{
    /// <summary>What a person types into each box, or ticks.</summary>
    public ILookup<string, string> Boxes { get; } = TypedFiling.Of(Version, Filing);
}
