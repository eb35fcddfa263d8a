using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Sections;

/// <summary>A small programme whose two quarters are open today, on a form with a question of every type, and a preparer in a browser.</summary>
internal sealed record SectionCase(PagesFixture Fixture, SmallCase Case, DemoPerson Preparer, PortalBrowser Browser)
{
    public const string Award = "a-0001";

    public static readonly string Form = """
        {
          "form": "FORM", "version": 1, "title": "Every type",
          "sections": [
            { "id": "every", "title": "Every type", "hint": "One of each.", "questions": [
              { "id": "name", "type": "shortText", "label": "Name of the project", "prefill": "organisation", "required": true },
              { "id": "story", "type": "longText", "label": "A story", "maxWords": 5, "why": "Committees read stories.", "usedBy": "The grants committee" },
              { "id": "helped", "type": "count", "label": "People helped", "required": true, "indicator": "helped", "checks": [ { "code": "c1", "rule": "changeSinceLast", "percent": 50 } ] },
              { "id": "hours", "type": "number", "label": "Hours", "required": true, "requiredFrom": "2040-10-01" },
              { "id": "spent", "type": "money", "label": "Spent", "prefill": "previous" },
              { "id": "share", "type": "percentage", "label": "Share" },
              { "id": "visit", "type": "date", "label": "Day of the visit" },
              { "id": "partner", "type": "yesNo", "label": "With a partner" },
              { "id": "which", "type": "shortText", "label": "Which partner", "askIf": { "question": "partner", "is": ["yes"] } },
              { "id": "place", "type": "oneChoice", "label": "Place", "prefill": "previous", "choices": [ { "id": "north", "label": "North" }, { "id": "south", "label": "South" } ] },
              { "id": "ages", "type": "manyChoices", "label": "Ages", "choices": [ { "id": "young", "label": "Young" }, { "id": "old", "label": "Old" } ] },
              { "id": "by-kind", "type": "table", "label": "By kind", "rowTotals": true,
                "rows": [ { "id": "food", "label": "Food" }, { "id": "fuel", "label": "Fuel" } ],
                "columns": [ { "id": "men", "label": "Men", "type": "count" }, { "id": "women", "label": "Women", "type": "count" } ],
                "checks": [ { "code": "c2", "rule": "equalsTotalOf", "column": "men", "of": [ "helped" ] } ] },
              { "id": "won", "type": "repeatingGroup", "label": "Money won", "maxRows": 3, "questions": [
                { "id": "from", "type": "shortText", "label": "From", "required": true }, { "id": "amount", "type": "money", "label": "Amount" }, { "id": "on", "type": "date", "label": "On" },
                { "id": "for", "type": "manyChoices", "label": "For", "choices": [ { "id": "young", "label": "Young" }, { "id": "old", "label": "Old" } ] } ] },
              { "id": "true", "type": "declaration", "label": "This is true" } ] },
            { "id": "after", "title": "Afterwards", "visibleTo": ["GB-LAE-NTT"], "questions": [ { "id": "last", "type": "shortText", "label": "The last" } ] } ]
        }
        """;

    public static async Task<SectionCase> SetUpAsync(PagesFixture fixture, Roles roles = Roles.Preparer, string? form = null)
    {
        var small = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1, form ?? Form);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await small.PutProgrammeAsync(programme => programme with
        {
            CoFunders = [SmallCase.Trust],
            Calendar = [.. programme.Calendar.Select((period, at) => period with
            {
                Start = today.AddDays(-200 + (at * 100)), End = today.AddDays(-110 + (at * 100)), Due = today.AddDays(20), Closed = today.AddDays(40), AmendUntil = today.AddDays(60),
            })],
        });
        await small.PutAwardAsync(SmallCase.AwardOf(small.Programme, 1) with { Contributions = [new(SmallCase.ProgrammeOf(small.Programme).LeadFunder.Id, 800), new(SmallCase.Trust.Id, 400)] });
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(small.Programme, 1).Provider, preparer, roles);
        return new SectionCase(fixture, small, preparer, await fixture.SignInAsync(preparer));
    }

    public string Address(string section = "every", string period = SmallCase.Q1) => $"/returns/{Case.Programme}/{period}/{Award}/sections/{section}";

    public Task<IHtmlDocument> PageAsync(string section = "every", string period = SmallCase.Q1) => Browser.PageAsync(Address(section, period));

    public async Task<FilledForm> FormAsync(string period = SmallCase.Q1) => FilledForm.On(Browser, await PageAsync(period: period));

    /// <summary>Another member of the same provider, signed in.</summary>
    public async Task<PortalBrowser> ColleagueAsync(Roles roles = Roles.Preparer)
    {
        var person = Fixture.NewPerson();
        await Fixture.LetInAsync(SmallCase.AwardOf(Case.Programme, 1).Provider, person, roles);
        return await Fixture.SignInAsync(person);
    }

    /// <summary>The saved answer of a question, JSON; null where there is none.</summary>
    public async Task<string?> SavedAsync(string question, string period = SmallCase.Q1)
    {
        var answer = await Case.GetAsync(Case.Address(Award, period), DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json.GetProperty("answers").TryGetProperty(question, out var saved) && saved.GetProperty("value") is { ValueKind: not JsonValueKind.Null } value
            ? JsonSerializer.Serialize(value)
            : null;
    }

    /// <summary>Files the first quarter by the API.</summary>
    public async Task FileFirstAsync(string answers)
    {
        var now = DateTimeOffset.UtcNow;
        var saved = await Case.SaveAsync(Award, answers, at: now);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var filed = await Case.SubmitAsync(Award, saved.Etag!, at: now);
        Assert.Equal(HttpStatusCode.Created, filed.Status);
    }
}
