using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>
/// A programme with funders of its own: a council that leads, and a trust that pays for the first award only. The form asks what would help, and once more
/// for the trust's eyes alone.
/// </summary>
internal sealed record GlanceCase(PagesFixture Fixture, SmallCase Test, NamedOrganisation Lead, NamedOrganisation Trust)
{
    public static readonly DateTimeOffset Autumn = new(2026, 10, 10, 12, 0, 0, TimeSpan.Zero);

    public string Programme => $"/programmes/{Test.Programme}";

    public string Quarter => $"{Programme}/{SmallCase.Q1}";

    public static async Task<GlanceCase> SetUpAsync(PagesFixture fixture, int awards = 3)
    {
        var (lead, trust) = (await fixture.NewOrganisationAsync("A borough council"), await fixture.NewOrganisationAsync("The Elm Trust"));
        var form = SmallCase.Form.Replace("\"label\": \"New people\",", "\"label\": \"New people\", \"indicator\": \"new\",", StringComparison.Ordinal).Replace(
            """{ "id": "true", "type": "declaration",""",
            $$"""{ "id": "help", "type": "longText", "label": "What would help?", "asksForHelp": true }, { "id": "trusted", "type": "longText", "label": "What could the trust do?", "asksForHelp": true, "visibleTo": ["{{trust.Id}}"] }, { "id": "true", "type": "declaration",""",
            StringComparison.Ordinal);
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards, form);
        await test.PutProgrammeAsync(programme => programme with
        {
            Name = "Warm welcome",
            LeadFunder = lead,
            CoFunders = [trust],
            Priorities = [new Priority("p1", "Neighbours meet")],
            Indicators = [.. programme.Indicators, new Indicator(Identifier.Parse<IndicatorId>("new"), "New people", "people", IndicatorKind.Outcome, AddsUpAs.Sum, "p1")],
        });
        for (var number = 1; number <= awards; number++)
            await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, number) with
            {
                Project = $"Project {number}",
                Contributions = number == 1 ? [new Contribution(lead.Id, 800), new Contribution(trust.Id, 400)] : [new Contribution(lead.Id, 1200)],
                Profiles =
                [
                    Profile("helped", SmallCase.Q1, 40), Profile("new", SmallCase.Q1, 20), Profile("new", SmallCase.Q2, 30), Profile("spent", SmallCase.Q2, 200),
                    .. number == 1 ? [Profile("spent", SmallCase.Q1, 300)] : Array.Empty<Profile>(),
                ],
            });
        return new GlanceCase(fixture, test, lead, trust);
    }

    /// <summary>Somebody of a funder, signed in.</summary>
    public async Task<PortalBrowser> FunderAsync(NamedOrganisation funder, Roles roles = Roles.Officer, DateTimeOffset? at = null)
    {
        var person = Fixture.NewPerson();
        await Fixture.LetInAsync(funder, person, roles);
        var browser = await Fixture.SignInAsync(person);
        browser.Now = at ?? SmallCase.InTime;
        return browser;
    }

    public async Task FileAsync(
        string award, int helped, int isNew, string spent, string? help = null, string? trusted = null, string period = SmallCase.Q1, DateTimeOffset? at = null, int basedOn = 0)
    {
        string Text(string id, string? words) => words is null ? "" : $$""","{{id}}":{"value":{{JsonSerializer.Serialize(words)}},"basedOn":{{basedOn}}}""";
        var saved = await Test.SaveAsync(
            award,
            $$"""{"helped":{"value":{{helped}},"basedOn":{{basedOn}},"comment":"As it was."},"new":{"value":{{isNew}},"basedOn":{{basedOn}}},"spent":{"value":"{{spent}}","basedOn":{{basedOn}}},"place":{"value":"north","basedOn":{{basedOn}}}{{Text("help", help)}}{{Text("trusted", trusted)}}}""",
            period, at);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(HttpStatusCode.Created, (await Test.SubmitAsync(award, saved.Etag!, period: period, at: at)).Status);
    }

    /// <summary>Delivers what lies in the queues until a page says that its report is up to date.</summary>
    public async Task<IHtmlDocument> UpToDateAsync(PortalBrowser browser, string address)
    {
        var pump = new QueuePump(Test);
        for (var tries = 0; ; tries++)
        {
            var page = await browser.PageAsync(address);
            if (page.MainWords().Contains("It is up to date.", StringComparison.Ordinal))
                return page;
            Assert.True(tries < 150, $"The report does not come: {page.MainWords()}");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
    }

    /// <summary>Delivers twice what lies in the queues until a list has as many requests for help.</summary>
    public async Task<IHtmlDocument> AskedAsync(PortalBrowser browser, int requests, string address = "/help-asked")
    {
        var pump = new QueuePump(Test);
        for (var tries = 0; ; tries++)
        {
            var page = await browser.PageAsync(address);
            if (page.QuerySelectorAll(".portal-help").Length == requests)
                return page;
            Assert.True(tries < 150, $"There are not {requests}: {page.MainWords()}");
            await pump.OnceAsync(times: 2);
            await Task.Delay(50);
        }
    }

    private static Profile Profile(string indicator, string period, decimal figure) => new(Identifier.Parse<IndicatorId>(indicator), Identifier.Parse<PeriodId>(period), figure);
}
