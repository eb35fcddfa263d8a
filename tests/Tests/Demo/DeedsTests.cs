using System.Net;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.HouseholdSupport;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.Demo;

/// <summary>What funders and charities do in the demonstrations of the present, on pages.</summary>
public sealed class DeedsTests
{
    public static TheoryData<string> Names => [.. DemoCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Deeds_OnAnyDay_AreOfThePastAndByPeopleOfTheCase(string name)
    {
        var original = DemoCases.Of(name).Single();
        var people = original.People.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        Prop.ForAll(Gen.Choose(0, 4000).ToArbitrary(), days =>
        {
            var today = new DateOnly(2025, 1, 1).AddDays(days);
            var present = new PresentCase(original, today);
            var (deeds, filed) = (present.Deeds, present.Filings(present.Programme.Calendar[0].Id).Max(filing => filing.At));

            Assert.Equal(deeds.OrderBy(deed => deed.At), deeds);
            Assert.All(deeds, deed => Assert.True(deed.At > filed));
            Assert.All(deeds, deed => Assert.True(UkTime.DayOf(deed.At) < today));
            Assert.All(deeds, deed => Assert.Contains(deed.Person, people));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact(Timeout = 600_000)]
    public async Task Play_OfEveryCase_DoesEachDeedOnce()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Limits__PersonPerMinute"] = "0", ["Limits__AddressPerMinute"] = "0" };
        await using var portal = await Portal.StartAsync(new PortalOptions(0, null) { People = DemoPeople.Of(DemoCases.All), Settings = settings });
        foreach (var name in DemoCases.Names.Select(name => name + PresentCase.Suffix))
        {
            var deeds = ((PresentCase)DemoCases.Of(name).Single()).Deeds;
            await DemoRun.LoadAsync(DemoPortal.Of(portal), name, _ => { });
            await DemoRun.FileAsync(DemoPortal.Of(portal), name, _ => { });

            Assert.Equal(deeds.Count, await DemoRun.PlayAsync(DemoPortal.Of(portal), name, _ => { }));
            // As at the next start, which takes nothing back that was done on pages.
            await DemoRun.LoadAsync(DemoPortal.Of(portal), name, _ => { });
            Assert.Equal(0, await DemoRun.PlayAsync(DemoPortal.Of(portal), name, _ => { }));
        }
        await MeetsAChangeAsync(portal);
    }

    /// <summary>A charity of household support meets a form that is announced and not asked yet.</summary>
    private static async Task MeetsAChangeAsync(Portal portal)
    {
        var demo = (PresentCase)DemoCases.Of(HouseholdSupportCase.CaseName + PresentCase.Suffix).Single();
        var account = StorageAccount.Connect(portal.ConnectionString);
        var programme = (await new ProgrammeStore(account).GetAsync(demo.Programme.Id, default))!;
        var today = UkTime.DayOf(TimeProvider.System.GetUtcNow());
        Assert.Equal((5, demo.Coming.Id), (programme.FormVersions[^1].Version, programme.FormVersions[^1].From));
        Assert.Equal(VersionStanding.Announced, VersionStandings.Of(programme, 5, today));
        Assert.Equal(VersionStanding.InForce, VersionStandings.Of(programme, 4, today));
        var told = (await new NoticeStore(account).AnnouncementAsync(programme.Id, 5, default))!;
        Assert.Equal((ChangeClass.Heavier, demo.Coming.Start), (told.Class, told.Starts));
        Assert.Null(told.Imposed);
        Assert.True(told.Earliest <= told.Starts && told.On.AddDays(7 * programme.NoticeWeeks) <= told.Starts);
        Assert.Single(told.Changes);

        await using var app = RunningApp.At(portal.Host.BaseAddress, portal.ConnectionString);
        var charity = new PortalBrowser(app);
        using var visit = new SignInVisit(portal.Provider, portal.Host.BaseAddress);
        using var begun = await charity.GetAsync("/sign-in/entra?next=%2Fhome");
        using var choose = await visit.GoAsync(begun.Headers.Location!);
        var back = await visit.PickAsync(await SignInVisit.PageAsync(choose), "Maureen Thackwray");
        using var landed = await charity.GetAsync(back.PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, landed.StatusCode);
        var words = (await charity.PageAsync($"/forms/{programme.Id}/versions/5")).Body!.TextContent;
        foreach (var said in new[] { $"{demo.Coming.Start.DayNumber - today.DayNumber} days left", "Households of unpaid carers", "Try it: nothing is stored", "Count only those who tell you without being asked. The hint says so now." })
            Assert.Contains(said, words, StringComparison.Ordinal);
    }
}
