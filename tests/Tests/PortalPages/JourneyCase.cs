using System.Net;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A small programme of today with a provider of its own: a quarter that is over, one that is due in twelve days, and one to come.</summary>
internal sealed record JourneyCase(PagesFixture Fixture, SmallCase Small, NamedOrganisation Provider)
{
    public const string Q3 = "2026-Q3";

    public static readonly DateOnly Today = UkTime.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>The return that is due.</summary>
    public string Root => $"/returns/{Small.Programme}/{SmallCase.Q2}/a-0001";

    public static string TwoSignatures => SmallCase.Form.Replace("\"version\": 1,", "\"version\": 1, \"minutes\": 45, \"secondSignature\": \"Chief finance officer\",", StringComparison.Ordinal);

    /// <param name="form">In place of the small one, with its name as <c>FORM</c>.</param>
    public static async Task<JourneyCase> SetUpAsync(PagesFixture fixture, string? form = null)
    {
        var app = await fixture.AppAsync();
        var small = await SmallCase.SetUpAsync(app, awards: 0, form);
        var provider = await fixture.NewOrganisationAsync("Wren House");
        await Membership.LetInAsync(app.ConnectionString, provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        var journey = new JourneyCase(fixture, small, provider);
        await small.PutProgrammeAsync(programme => programme with { Calendar = Calendar });
        await small.PutAwardAsync(journey.Award);
        return journey;
    }

    public Award Award => SmallCase.AwardOf(Small.Programme, 1) with { Provider = Provider, Project = "Warm rooms", Start = Today.AddDays(-400), End = Today.AddDays(400) };

    public static IReadOnlyList<ReportingPeriod> Calendar { get; } =
    [
        Period(SmallCase.Q1, "The first quarter", start: -200, end: -101, due: -80, closed: -50, amend: -20),
        Period(SmallCase.Q2, "The second quarter", start: -100, end: -9, due: 12, closed: 40, amend: 70),
        Period(Q3, "The third quarter", start: 5, end: 90, due: 120, closed: 150, amend: 180),
    ];

    /// <summary>Somebody with roles at the provider, signed in.</summary>
    public async Task<(DemoPerson Person, PortalBrowser Browser)> MemberAsync(Roles roles)
    {
        var person = Fixture.NewPerson();
        await Fixture.LetInAsync(Provider, person, roles);
        return (person, await Fixture.SignInAsync(person));
    }

    /// <summary>An officer of the lead funder, signed in.</summary>
    public async Task<PortalBrowser> OfficerAsync()
    {
        var person = Fixture.NewPerson();
        await Fixture.LetInAsync(SmallCase.ProgrammeOf(Small.Programme).LeadFunder, person, Roles.Officer);
        return await Fixture.SignInAsync(person);
    }

    /// <summary>Saves answers as the charity's program does; gives the ETag.</summary>
    public async Task<string> SaveAsync(string answers, string period = SmallCase.Q2, DateTimeOffset? at = null)
    {
        var saved = await Small.SaveAsync("a-0001", answers, period, at ?? TimeProvider.System.GetUtcNow());
        Assert.True(saved.Status == HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(saved.Body));
        return saved.Etag!;
    }

    /// <summary>Submits it as the charity's program does.</summary>
    public async Task FileAsync(int helped = 40, int basedOn = 0)
    {
        var etag = await SaveAsync($$$"""{"helped":{"value":{{{helped}}},"basedOn":{{{basedOn}}},"comment":"As it was."} }""");
        Assert.Equal(HttpStatusCode.Created, (await Small.SubmitAsync("a-0001", etag, period: SmallCase.Q2, at: TimeProvider.System.GetUtcNow())).Status);
    }

    public async Task AcceptAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var etag = (await Small.GetAsync(Small.Address("a-0001", SmallCase.Q2), now)).Etag!;
        var done = await Small.SendAsync(HttpMethod.Post, Small.Address("a-0001", SmallCase.Q2) + "/acceptance", "", now, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.OK, done.Status);
    }

    /// <summary>The form that signs, filled in.</summary>
    public async Task<FilledForm> SignFormAsync(PortalBrowser browser, string minutes = "50") => Filled(FilledForm.On(browser, await browser.PageAsync(Root + "/sign"), Root + "/sign"), minutes);

    public static FilledForm Filled(FilledForm form, string minutes = "50") => form.With("role", "Treasurer").With("minutes", minutes).With("declare", "yes");

    /// <summary>Where the return stands now.</summary>
    public async Task<(string Status, int Revision)> StateAsync()
    {
        var read = (await Small.GetAsync(Small.Address("a-0001", SmallCase.Q2), TimeProvider.System.GetUtcNow())).Json;
        return (read.GetProperty("status").GetString()!, read.GetProperty("revision").GetInt32());
    }

    /// <summary>The tasks of a list, each with its state.</summary>
    public static (string Task, string State)[] TasksOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-task-list__item").Select(item => (ShownPage.Words(item.QuerySelector(".govuk-task-list__name-and-hint")!), ShownPage.Words(item.QuerySelector(".govuk-task-list__status")!)))];

    private static ReportingPeriod Period(string id, string name, int start, int end, int due, int closed, int amend) => new(
        Identifier.Parse<PeriodId>(id), name, Today.AddDays(start), Today.AddDays(end), Today.AddDays(due), Today.AddDays(closed), Today.AddDays(amend));
}
