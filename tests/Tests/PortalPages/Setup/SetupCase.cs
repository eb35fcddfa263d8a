using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Setup;

/// <summary>A funder with a lead officer, a provider with a signatory, and a programme that the officer sets up on pages, as a person does.</summary>
internal sealed class SetupCase
{
    /// <summary>Before the first period.</summary>
    public static readonly DateTimeOffset March = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The first quarter is over and not yet due; the second runs.</summary>
    public static readonly DateTimeOffset July = new(2026, 7, 10, 12, 0, 0, TimeSpan.Zero);

    public const string AwardId = "award-1";

    private readonly PagesFixture _fixture;

    private SetupCase(PagesFixture fixture, ProgrammeId id) => (_fixture, Id) = (fixture, id);

    public ProgrammeId Id { get; }

    public string Setup => $"/programmes/{Id}/setup";

    public string Award => $"{Setup}/awards/{AwardId}";

    public NamedOrganisation Funder { get; private init; } = null!;

    public NamedOrganisation CoFunder { get; private init; } = null!;

    public NamedOrganisation Provider { get; private init; } = null!;

    public string LeadName { get; private init; } = null!;

    public string ProviderName { get; private init; } = null!;

    public PortalBrowser Lead { get; private init; } = null!;

    public PortalBrowser AtProvider { get; private init; } = null!;

    public SmallCase Calls { get; private init; } = null!;

    /// <summary>Everybody signed in, the form in the portal, and no programme yet.</summary>
    public static async Task<SetupCase> OfAsync(PagesFixture fixture)
    {
        var app = await fixture.AppAsync();
        var id = Identifier.Parse<ProgrammeId>($"s-{Guid.NewGuid():N}"[..20]);
        await new FormStore(StorageAccount.Connect(app.ConnectionString)).AddAsync(Encoding.UTF8.GetBytes(SmallCase.Form.Replace("FORM", id.Value, StringComparison.Ordinal)), SetUp.Portal, null, default);
        var (funder, provider) = (await fixture.NewOrganisationAsync("Marlshire County Council"), await fixture.NewOrganisationAsync());
        var (officer, signatory) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(funder, officer, Roles.LeadOfficer);
        await fixture.LetInAsync(provider, signatory, Roles.Preparer | Roles.Signatory);
        await Membership.LetInAsync(app.ConnectionString, provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        await Membership.LetInAsync(app.ConnectionString, funder, DemoClients.LeadFunder, Roles.Officer);
        var test = new SetupCase(fixture, id)
        {
            Funder = funder,
            CoFunder = await fixture.NewOrganisationAsync("The Ardle and Thorne Trust"),
            Provider = provider,
            LeadName = officer.Name,
            ProviderName = signatory.Name,
            Lead = await fixture.SignInAsync(officer),
            AtProvider = await fixture.SignInAsync(signatory),
            Calls = SmallCase.Of(app, id),
        };
        test.At(March);
        return test;
    }

    /// <summary>A programme that is complete, with one award of a profile of 40 and 50, all of it entered on pages in March.</summary>
    public static async Task<SetupCase> CompleteAsync(PagesFixture fixture)
    {
        var test = await OfAsync(fixture);
        await test.BeginAsync();
        await test.AddCalendarAsync(4);
        await test.AddIndicatorAsync("helped", "People helped", "people", "Distinct");
        await test.AddIndicatorAsync("spent", "Spent", "£", "Sum");
        await test.PlanFormAsync();
        await test.AddAwardAsync();
        await (await test.FormAsync($"{test.Award}/profile")).With("helped/2026-Q1", "40").With("helped/2026-Q2", "50").With("helped/2026-Q3", "60").SendAndFollowAsync();
        return test;
    }

    public void At(DateTimeOffset now) => (Lead.Now, AtProvider.Now) = (now, now);

    public async Task<FilledForm> FormAsync(string page, string? action = null, PortalBrowser? by = null) => await FilledForm.OnAsync(by ?? Lead, page, action);

    /// <summary>Another lead officer of the funder.</summary>
    public Task<PortalBrowser> SecondLeadAsync() => PersonAsync(Funder, Roles.LeadOfficer);

    public async Task<PortalBrowser> PersonAsync(NamedOrganisation organisation, Roles roles)
    {
        var person = _fixture.NewPerson();
        await _fixture.LetInAsync(organisation, person, roles);
        var browser = await _fixture.SignInAsync(person);
        browser.Now = Lead.Now;
        return browser;
    }

    public async Task<IHtmlDocument> BeginAsync() =>
        await (await FormAsync("/programmes/new")).With("name", "Early help in Marlshire").With("id", Id.Value).With("form", Id.Value).SendAndFollowAsync();

    public async Task<IHtmlDocument> AddCalendarAsync(int quarters) =>
        await (await FormAsync($"{Setup}/calendar")).With("length", "Quarter").With("start-day", "1").With("start-month", "4").With("start-year", "2026").With("count", quarters.ToString(CultureInfo.InvariantCulture)).SendAndFollowAsync();

    public async Task<IHtmlDocument> AddIndicatorAsync(string id, string name, string unit, string addsUp) =>
        await (await FormAsync($"{Setup}/indicators/new?id={id}")).With("name", name).With("unit", unit).With("kind", "Output").With("adds-up", addsUp).SendAndFollowAsync();

    public async Task<IHtmlDocument> PlanFormAsync() => await (await FormAsync($"{Setup}/form")).With("plan-1-version", "1").With("plan-1-from", "2026-Q1").SendAndFollowAsync();

    public async Task<FilledForm> AwardFormAsync() =>
        (await FormAsync($"{Setup}/awards/new")).With("id", AwardId).With("provider", Provider.Id.Value).With("project", "Homework club").With("amount", "1,200.50").With($"contribution-{Funder.Id}", "£1,200.50")
            .With("start-day", "1").With("start-month", "4").With("start-year", "2026").With("end-day", "31").With("end-month", "3").With("end-year", "2027");

    public async Task<IHtmlDocument> AddAwardAsync() => await (await AwardFormAsync()).SendAndFollowAsync();

    /// <summary>A proposal on its page; the page that follows it.</summary>
    public async Task<IHtmlDocument> ProposeAsync(PortalBrowser by, string figure, string reason = "Two schools left.") =>
        await (await FormAsync($"{Award}/profile/change", by: by)).With("helped/2026-Q3", figure).With("reason", reason).SendAndFollowAsync();

    /// <summary>Files a return of so many people helped, has the report made, and gives what that says of them.</summary>
    public async Task<(decimal Profile, decimal Actual)> ReportedAsync(string period, int helped, DateTimeOffset at)
    {
        Assert.Equal(HttpStatusCode.Created, (await Calls.FileAsync(AwardId, helped, period, at)).Status);
        await Calls.DeliverAsync("ConsolidateReport", JsonSerializer.Serialize(new { programme = Id.Value, period, award = AwardId, revision = 1 }));
        var report = (await Calls.GetAsync(Calls.ReportAddress(period: period, part: "/consolidated.json"), at)).Json;
        var row = TwoQuarters.Column(report, "Indicators", "indicator").ToList().FindIndex(cell => cell.GetString() == "People helped");
        return (TwoQuarters.Column(report, "Indicators", "profile").ToList()[row].GetDecimal(), TwoQuarters.Column(report, "Indicators", "actual").ToList()[row].GetDecimal());
    }
}
