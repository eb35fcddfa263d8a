using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>A programme of its own for one test: two quarters, a form of a question a type, a few awards; and the calls a charity's program makes.</summary>
internal sealed class SmallCase
{
    public const string Q1 = "2026-Q1";
    public const string Q2 = "2026-Q2";

    /// <summary>A day on which the first quarter is open and not yet due.</summary>
    public static readonly DateTimeOffset InTime = new(2026, 7, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A co-funder, once a test lets it pay.</summary>
    public static readonly NamedOrganisation Trust = new(OrganisationId.Parse("GB-CHC-204279"), "A trust");

    /// <summary>The header by which the host's own calls are known.</summary>
    public static readonly (string Name, string Value) FromHost = ("X-Azure-Functions-InvocationId", "7a1f5a0e");

    private SmallCase(RunningApp app, ProgrammeId programme)
    {
        App = app;
        Programme = programme;
    }

    public RunningApp App { get; }

    public ProgrammeId Programme { get; }

    public static string Form { get; } = """
        {
          "form": "FORM", "version": 1, "title": "A small return",
          "sections": [
            { "id": "reach", "title": "Reach", "questions": [
              { "id": "helped", "type": "count", "label": "People helped", "required": true, "indicator": "helped",
                "checks": [ { "code": "helped-change", "rule": "changeSinceLast", "percent": 50 } ] },
              { "id": "new", "type": "count", "label": "New people", "checks": [ { "code": "new-at-most-helped", "rule": "sumAtMost", "atMost": "helped" } ] },
              { "id": "hours", "type": "number", "label": "Volunteer hours" },
              { "id": "spent", "type": "money", "label": "Spent", "indicator": "spent" },
              { "id": "happy", "type": "percentage", "label": "Happy" },
              { "id": "visit", "type": "date", "label": "Day of the visit" } ] },
            { "id": "words", "title": "In words", "questions": [
              { "id": "name", "type": "shortText", "label": "Project" },
              { "id": "story", "type": "longText", "label": "A story", "maxWords": 50 },
              { "id": "partner", "type": "yesNo", "label": "With a partner" },
              { "id": "place", "type": "oneChoice", "label": "Place", "breakdown": true, "choices": [ { "id": "north", "label": "North" }, { "id": "south", "label": "South" } ] },
              { "id": "ages", "type": "manyChoices", "label": "Ages", "choices": [ { "id": "young", "label": "Young" }, { "id": "old", "label": "Old" } ] },
              { "id": "won", "type": "repeatingGroup", "label": "Won", "questions": [
                { "id": "from", "type": "shortText", "label": "From", "required": true }, { "id": "amount", "type": "money", "label": "Amount" } ] },
              { "id": "true", "type": "declaration", "label": "This is true" } ] } ]
        }
        """;

    /// <summary>The small form with a question for evidence files.</summary>
    public static string FormWithFiles { get; } = Form.Replace(
        """{ "id": "true", "type": "declaration",""", """{ "id": "proof", "type": "evidence", "label": "Files that show it", "maxFiles": 3 }, { "id": "true", "type": "declaration",""", StringComparison.Ordinal);

    public static async Task<SmallCase> SetUpAsync(AzuriteFixture azurite, int awards = 2) => await SetUpAsync(await azurite.AppAsync(), awards);

    /// <param name="form">In place of the small one, with its name as <c>FORM</c>.</param>
    public static async Task<SmallCase> SetUpAsync(RunningApp app, int awards = 2, string? form = null)
    {
        var id = Identifier.Parse<ProgrammeId>($"t-{Guid.NewGuid():N}"[..20]);
        var account = StorageAccount.Connect(app.ConnectionString);
        await new FormStore(account).AddAsync(Encoding.UTF8.GetBytes((form ?? Form).Replace("FORM", id.Value, StringComparison.Ordinal)), SetUp.Portal, null, default);
        var store = new ProgrammeStore(account);
        await store.PutAsync(ProgrammeOf(id), default);
        await Parallel.ForAsync(1, awards + 1, async (number, _) =>
        {
            await store.PutAwardAsync(AwardOf(id, number), default);
            await Membership.LetInAsync(app.ConnectionString, AwardOf(id, number).Provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        });
        await Membership.LetInAsync(app.ConnectionString, ProgrammeOf(id).LeadFunder, DemoClients.LeadFunder, Roles.Officer);
        await Membership.LetInAsync(app.ConnectionString, Trust, DemoClients.CoFunder, Roles.FunderReader);
        return new SmallCase(app, id);
    }

    /// <summary>The calls to a programme that a test has set up itself, on the small form.</summary>
    public static SmallCase Of(RunningApp app, ProgrammeId programme) => new(app, programme);

    /// <summary>The same programme through another running app.</summary>
    public SmallCase On(RunningApp app) => new(app, Programme);

    public static Programme ProgrammeOf(ProgrammeId id) => new()
    {
        Id = id,
        Name = "A small programme",
        LeadFunder = new NamedOrganisation(OrganisationId.Parse("GB-LAE-NTT"), "A county council"),
        Form = Identifier.Parse<FormId>(id.Value),
        FormVersions = [new FormPlan(1, Identifier.Parse<PeriodId>(Q1))],
        Calendar =
        [
            new ReportingPeriod(Identifier.Parse<PeriodId>(Q1), "April to June 2026", new(2026, 4, 1), new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 31), new(2026, 9, 30)),
            new ReportingPeriod(Identifier.Parse<PeriodId>(Q2), "July to September 2026", new(2026, 7, 1), new(2026, 9, 30), new(2026, 10, 31), new(2026, 11, 30), new(2026, 12, 31)),
        ],
        Indicators =
        [
            new Indicator(Identifier.Parse<IndicatorId>("helped"), "People helped", "people", IndicatorKind.Output, AddsUpAs.Distinct),
            new Indicator(Identifier.Parse<IndicatorId>("spent"), "Spent", "£", IndicatorKind.Output, AddsUpAs.Sum),
        ],
    };

    public static Award AwardOf(ProgrammeId programme, int number) => new()
    {
        Id = Identifier.Parse<AwardId>($"a-{number:D4}"),
        Programme = programme,
        Provider = new NamedOrganisation(OrganisationId.Parse($"MR-{number:D6}"), $"Group {number}"),
        Amount = 1200,
        Start = new(2026, 1, 1),
        End = new(2027, 12, 31),
        Contributions = [new Contribution(OrganisationId.Parse("GB-LAE-NTT"), 1200)],
        Profiles = [new Profile(Identifier.Parse<IndicatorId>("helped"), Identifier.Parse<PeriodId>(Q1), 40)],
    };

    /// <summary>Publishes a second version of the form, asked from the first quarter on.</summary>
    public async Task PlanVersion2Async()
    {
        var account = StorageAccount.Connect(App.ConnectionString);
        var second = Form.Replace("FORM", Programme.Value, StringComparison.Ordinal).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);
        await new FormStore(account).AddAsync(Encoding.UTF8.GetBytes(second), SetUp.Portal, null, default);
        await new ProgrammeStore(account).PutAsync(ProgrammeOf(Programme) with { FormVersions = [new FormPlan(2, Identifier.Parse<PeriodId>(Q1))] }, default);
    }

    /// <summary>Lets the trust pay a third of the first award.</summary>
    public async Task PayTogetherAsync()
    {
        var store = new ProgrammeStore(StorageAccount.Connect(App.ConnectionString));
        await store.PutAsync(ProgrammeOf(Programme) with { CoFunders = [Trust] }, default);
        await PutAwardAsync(AwardOf(Programme, 1) with { Contributions = [new Contribution(OrganisationId.Parse("GB-LAE-NTT"), 800), new Contribution(Trust.Id, 400)] });
    }

    public async Task PutProgrammeAsync(Func<Programme, Programme> change) =>
        await new ProgrammeStore(StorageAccount.Connect(App.ConnectionString)).PutAsync(change(ProgrammeOf(Programme)), default);

    public async Task PutAwardAsync(Award award) => await new ProgrammeStore(StorageAccount.Connect(App.ConnectionString)).PutAwardAsync(award, default);

    public ReturnKey Key(string award, string period = Q1) => new(Programme, Identifier.Parse<PeriodId>(period), Identifier.Parse<AwardId>(award));

    /// <summary>The address of a report, or of something of it.</summary>
    /// <param name="part">Such as <c>/history</c>.</param>
    public string ReportAddress(string query = "", string period = Q1, string part = "") => $"/api/v1/reports/{Programme}/{period}{part}{query}";

    public string Address(string award, string period = Q1) => $"/api/v1/returns/{Programme}/{period}/{award}";

    public async Task<Answer> GetAsync(string address, DateTimeOffset? at = null) => await SendAsync(HttpMethod.Get, address, null, at);

    /// <param name="answers">The object under <c>answers</c>, JSON.</param>
    public async Task<Answer> SaveAsync(string award, string answers, string period = Q1, DateTimeOffset? at = null) =>
        await SendAsync(HttpMethod.Put, Address(award, period) + "/answers", $$$"""{"answers":{{{answers}}}}""", at);

    public async Task<Answer> SubmitAsync(string award, string etag, string? key = null, string period = Q1, DateTimeOffset? at = null, string? body = null) =>
        await SendAsync(
            HttpMethod.Post, Address(award, period) + "/submission", body ?? """{"signatory":{"name":"Ann Lee","role":"Treasurer"},"minutes":30}""", at,
            ("If-Match", etag), ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>Fills in what is required and submits it.</summary>
    public async Task<Answer> FileAsync(string award, int helped, string period = Q1, DateTimeOffset? at = null, int basedOn = 0)
    {
        var saved = await SaveAsync(
            award, $$$"""{"helped":{"value":{{{helped}}},"basedOn":{{{basedOn}}},"comment":"As it was."},"place":{"value":"north","basedOn":{{{basedOn}}} } }""", period, at);
        return await SubmitAsync(award, saved.Etag!, period: period, at: at);
    }

    /// <summary>Calls a queue function as the host does.</summary>
    public async Task<Answer> DeliverAsync(string function, string message, DateTimeOffset? at = null) =>
        await SendAsync(
            HttpMethod.Post, "/" + function, new JsonObject { ["Data"] = new JsonObject { ["message"] = JsonSerializer.Serialize(message) } }.ToJsonString(), at,
            FromHost);

    /// <summary>Who would send it: the charity's program, but for what funders do.</summary>
    public static string ClientFor(HttpMethod method, string address) =>
        address.Contains($"funder={Trust.Id}", StringComparison.Ordinal) ? DemoClients.CoFunder
        : address.StartsWith("/api/v1/returns/", StringComparison.Ordinal) || address.StartsWith("/api/v1/providers/", StringComparison.Ordinal)
            ? method == HttpMethod.Post && address.EndsWith("/acceptance", StringComparison.Ordinal) ? DemoClients.LeadFunder : DemoClients.Charity
        : DemoClients.LeadFunder;

    /// <summary>Sends it as the program that would; a header Authorization says otherwise.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string address, string? body, DateTimeOffset? at, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        // The host's own calls say no time: they come when they come.
        if (at is not null || !headers.Contains(FromHost))
            request.Headers.Add("X-Demo-Time", (at ?? InTime).ToString("O"));
        if (!headers.Contains(FromHost) && headers.All(header => header.Name != "Authorization"))
            request.Headers.Add("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(ClientFor(method, address)));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await App.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
