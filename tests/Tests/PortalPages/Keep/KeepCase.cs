using System.Net;
using System.Text.Json;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>A return that is open today, with a figure, a text, a condition and a table that has to agree; and a preparer in a browser.</summary>
internal sealed record KeepCase(PagesFixture Fixture, SmallCase Case, DemoPerson Preparer, PortalBrowser Browser)
{
    public const string Section = "/sections/people";

    private const string Form = """
        {
          "form": "FORM", "version": 1, "title": "A return to keep",
          "sections": [
            { "id": "people", "title": "People and help", "questions": [
              { "id": "helped", "type": "count", "label": "People helped", "indicator": "helped" },
              { "id": "new", "type": "count", "label": "New people" },
              { "id": "story", "type": "longText", "label": "A story", "maxWords": 20 },
              { "id": "partner", "type": "yesNo", "label": "With a partner" },
              { "id": "which", "type": "shortText", "label": "Which partner", "askIf": { "question": "partner", "is": ["yes"] } },
              { "id": "help", "type": "table", "label": "Help given",
                "rows": [ { "id": "food", "label": "Food" }, { "id": "fuel", "label": "Fuel" }, { "id": "other", "label": "Other" } ],
                "columns": [ { "id": "number", "label": "Households", "type": "count" }, { "id": "value", "label": "Value", "type": "money" } ],
                "checks": [ { "code": "c1", "rule": "equalsTotalOf", "column": "number", "of": [ "helped" ] } ] } ] },
            { "id": "after", "title": "Afterwards", "questions": [ { "id": "last", "type": "shortText", "label": "The last" } ] } ]
        }
        """;

    public static async Task<KeepCase> SetUpAsync(PagesFixture fixture)
    {
        var small = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1, Form);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await small.PutProgrammeAsync(programme => programme with
        {
            Calendar = [.. programme.Calendar.Select((period, at) => period with
            {
                Start = today.AddDays(-200 + (at * 100)), End = today.AddDays(-110 + (at * 100)), Due = today.AddDays(20), Closed = today.AddDays(40), AmendUntil = today.AddDays(60),
            })],
        });
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(small.Programme, 1).Provider, preparer, Roles.Preparer);
        return new KeepCase(fixture, small, preparer, await fixture.SignInAsync(preparer));
    }

    public string Return => $"/returns/{Case.Programme}/{SmallCase.Q1}/a-0001";

    public string Address => Return + Section;

    /// <summary>The section's form as the page in a browser holds it.</summary>
    public Task<FilledForm> FormAsync(PortalBrowser? browser = null) => FilledForm.OnAsync(browser ?? Browser, Address, Address);

    /// <summary>Another preparer of the same provider, signed in.</summary>
    public async Task<(DemoPerson Person, PortalBrowser Browser)> ColleagueAsync()
    {
        var person = Fixture.NewPerson();
        await Fixture.LetInAsync(SmallCase.AwardOf(Case.Programme, 1).Provider, person, Roles.Preparer);
        return (person, await Fixture.SignInAsync(person));
    }

    /// <summary>The saved answer of a question, JSON; null where there is none.</summary>
    public async Task<string?> SavedAsync(string question)
    {
        var answer = await Case.GetAsync(Case.Address("a-0001"), DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json.GetProperty("answers").TryGetProperty(question, out var saved) && saved.GetProperty("value") is { ValueKind: not JsonValueKind.Null } value
            ? JsonSerializer.Serialize(value)
            : null;
    }

    /// <summary>How many posts are kept for anybody.</summary>
    public async Task<int> KeptAsync()
    {
        var count = 0;
        await foreach (var _ in StorageAccount.Connect(await Fixture.StorageAsync()).Blobs.GetBlobContainerClient(StorageNames.KeptPosts).GetBlobsAsync())
            count++;
        return count;
    }

    /// <summary>Another instance of the portal on the same data, whose storage can go away.</summary>
    public async Task<(RunningApp App, SwitchedTransport Storage)> InstanceAsync()
    {
        var storage = new SwitchedTransport();
        var connection = await Fixture.StorageAsync();
        return (await RunningApp.StartAsync(connection, StorageAccount.Connect(connection, storage)), storage);
    }

    /// <summary>The preparer's browser, at another instance.</summary>
    public PortalBrowser At(RunningApp app)
    {
        var browser = new PortalBrowser(app);
        foreach (var (name, value) in Browser.Cookies)
            browser.Cookies[name] = value;
        return browser;
    }
}
