using System.Text;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>
/// A demonstration's programme before its form changed, in the pages' own portal with organisations and people of its own. Its days are long past: nobody's session is.
/// Queues are delivered where the story waits for what comes of them; no timer runs, so nothing opens a period but people.
/// </summary>
internal sealed class FormStory : IAsyncDisposable
{
    private readonly PagesFixture _fixture;
    private readonly IDemoCase _of;
    private readonly Dictionary<OrganisationId, NamedOrganisation> _organisations;
    private readonly List<Visitor> _visitors = [];

    private FormStory(PagesFixture fixture, IDemoCase of, RunningApp app, Dictionary<OrganisationId, NamedOrganisation> organisations)
    {
        (_fixture, _of, _organisations) = (fixture, of, organisations);
        Id = Identifier.Parse<ProgrammeId>($"j-{Guid.NewGuid():N}"[..20]);
        Calls = SmallCase.Of(app, Id);
    }

    public ProgrammeId Id { get; }

    public SmallCase Calls { get; }

    /// <summary>Somebody who leads the lead funder's officers.</summary>
    public DemoPerson Officer { get; private set; } = null!;

    /// <summary>Somebody who does everything at the first award's charity.</summary>
    public DemoPerson Charity { get; private set; } = null!;

    public Award Award => Awards[0];

    public IReadOnlyList<Award> Awards { get; private set; } = [];

    public StorageAccount Account => StorageAccount.Connect(Calls.App.ConnectionString);

    /// <param name="awards">The awards that there are, the one of the story first.</param>
    /// <param name="periods">How many of its periods there are.</param>
    /// <param name="begins">Whether the first version is asked from the first period on; else none is announced yet.</param>
    public static async Task<FormStory> BeginAsync(PagesFixture fixture, IDemoCase of, IReadOnlyList<string> awards, int periods, bool begins)
    {
        var chosen = awards.Select(id => of.Awards.Single(award => award.Id.Value == id)).ToList();
        var organisations = new Dictionary<OrganisationId, NamedOrganisation>();
        foreach (var organisation in of.Programme.Funders.Concat(chosen.Select(award => award.Provider)))
            organisations.Add(organisation.Id, await fixture.NewOrganisationAsync(organisation.Name));
        var story = new FormStory(fixture, of, await fixture.AppAsync(), organisations);
        var funder = organisations[of.Programme.LeadFunder.Id];
        if (begins)
            await new FormStore(story.Account).AddAsync(story.Shipped(1).ToJson(), SetUp.Portal, null, default);
        var programmes = new ProgrammeStore(story.Account);
        await programmes.PutAsync(of.Programme with
        {
            Id = story.Id,
            Form = new FormId(story.Id.Value),
            LeadFunder = funder,
            CoFunders = [.. of.Programme.CoFunders.Select(one => organisations[one.Id])],
            FormVersions = begins ? [new FormPlan(1, of.Programme.Calendar[0].Id)] : [],
            Calendar = [.. of.Programme.Calendar.Take(periods)],
        }, default);
        story.Awards = [.. chosen.Select(award => award with
        {
            Programme = story.Id,
            Provider = organisations[award.Provider.Id],
            Partners = [],
            Contributions = [.. award.Contributions.Select(paid => paid with { Funder = organisations[paid.Funder].Id })],
            Profiles = [],
            ProfileChanges = [],
        })];
        foreach (var award in story.Awards)
        {
            await programmes.PutAwardAsync(award, default);
            await Membership.LetInAsync(story.Calls.App.ConnectionString, award.Provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        }
        (story.Officer, story.Charity) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(funder, story.Officer, Roles.LeadOfficer);
        await fixture.LetInAsync(story.Award.Provider, story.Charity, Roles.ProviderLead | Roles.Preparer | Roles.Signatory);
        return story;
    }

    /// <summary>Somebody at a browser of their own, who stays signed in from then on.</summary>
    public async Task<Visitor> VisitorAsync(Browser browser, DemoPerson person, string name, bool javaScript, int width)
    {
        var pictures = Environment.GetEnvironmentVariable("PICTURES") is null ? null : $"form-{name}-{(javaScript ? "script" : "plain")}";
        var visit = new Visit(await _fixture.AddressAsync(), javaScript, width, [width == Browser.Desktop ? Browser.Narrow : Browser.Desktop], pictures) { SignIn = PagesFixture.SignInName };
        var visitor = await Visitor.SignInAsync(browser, visit, person.Name, Noon(_of.Programme.Calendar[0].Start.AddMonths(-1)));
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Nothing was wrong with any page seen.</summary>
    public void IsWithoutFaults() => Assert.True(_visitors.TrueForAll(visitor => visitor.Faults.Count == 0), string.Join('\n', _visitors.SelectMany(visitor => visitor.Faults).Distinct(StringComparer.Ordinal)));

    /// <summary>A version as it is shipped, of this programme.</summary>
    public FormDocument Shipped(int version)
    {
        var json = Encoding.UTF8.GetString(_of.Forms[version - 1].Span);
        foreach (var (then, now) in _organisations)
            json = json.Replace($"\"{then}\"", $"\"{now.Id}\"", StringComparison.Ordinal);
        return FormDocument.Read(Encoding.UTF8.GetBytes(json)) with { Form = new FormId(Id.Value) };
    }

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    public async Task<Programme> ProgrammeAsync() => (await new ProgrammeStore(Account).GetAsync(Id, default))!;

    public async Task<FormVersion> VersionAsync(int number) => (await new FormStore(Account).GetAsync(new FormId(Id.Value), number, default))!;

    public ReturnKey Key(string period, int award = 0) => new(Id, new PeriodId(period), Awards[award].Id);

    /// <summary>What the charity has to say of a period, first time right.</summary>
    public Filing Filing(string period, int award = 0) => _of.Filings(new PeriodId(period)).Last(filing => filing.Award == Awards[award].Id) with { Revision = 1, ReopenedBecause = null };

    /// <summary>A figure of a table as the charity has it; nought where it says nothing of the row.</summary>
    public decimal Cell(string period, int award, string table, string row, string column) =>
        JsonNode.Parse(Filing(period, award).Answers.Single(answer => answer.Question == table).ValueJson)![row]?[column]?.GetValue<decimal>() ?? 0;

    /// <summary>The return as a person finds it who is to fill it in.</summary>
    public async Task<JourneyReturn> ReturnAsync(string period, int version) =>
        new(await _fixture.AddressAsync(), Key(period), await ProgrammeAsync(), Award, await VersionAsync(version), Filing(period));

    /// <summary>Files as a charity's program does.</summary>
    /// <param name="at">Null for when it was sent in the demonstration.</param>
    /// <param name="without">Questions that are left open.</param>
    public async Task<Functions.Answer> FileAsync(string period, int award = 0, DateTimeOffset? at = null, params IReadOnlyList<string> without)
    {
        var (filing, id) = (Filing(period, award), Awards[award].Id.Value);
        var when = at ?? filing.At;
        var answers = new JsonObject();
        foreach (var answer in filing.Answers.Where(answer => !without.Contains(answer.Question)))
            answers[answer.Question] = new JsonObject { ["value"] = JsonNode.Parse(answer.ValueJson), ["basedOn"] = 0, ["comment"] = answer.Comment };
        var saved = await Calls.SaveAsync(id, answers.ToJsonString(), period, when);
        Assert.True(saved.Etag is not null, Encoding.UTF8.GetString(saved.Body));
        var sent = await Calls.SubmitAsync(id, saved.Etag, period: period, at: when);
        // So that lists know of it.
        await new QueuePump(Calls).UntilQuietAsync();
        return sent;
    }

    /// <summary>The version on which a return of a period is asked.</summary>
    public async Task<int> VersionOfAsync(string period, DateTimeOffset at) => (await Calls.GetAsync(Calls.Address(Award.Id.Value, period), at)).Json.GetProperty("form").GetProperty("version").GetInt32();

    /// <summary>The mail to somebody that says something, once the queues have brought it.</summary>
    public async Task<string> MailAsync(DemoPerson person, string said)
    {
        var pump = new QueuePump(Calls);
        for (var tries = 0; ; tries++)
        {
            if ((await _fixture.MailsToAsync(person.Email)).FirstOrDefault(mail => mail.Contains(said, StringComparison.Ordinal)) is { } mail)
                return mail;
            Assert.True(tries < 200, $"No mail to {person.Email} says “{said}”.");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
    }

    /// <summary>Delivers what lies in the queues until a page says that its report is up to date.</summary>
    public async Task UpToDateAsync(Visitor visitor)
    {
        var pump = new QueuePump(Calls);
        for (var tries = 0; !(await visitor.WordsAsync()).Contains("It is up to date.", StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 150, $"The report does not come: {await visitor.WordsAsync()}");
            await pump.OnceAsync();
            await Task.Delay(50);
            await visitor.Page.ReloadAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.DisposeAsync();
    }
}
