using System.Net;
using System.Text.Json.Nodes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Setup;

/// <summary>The same changes over the API: on the version that was read, with the same refusals.</summary>
public sealed class SetupApiTests(PagesFixture fixture)
{
    [Fact]
    public async Task Programme_AndItsAward_SetUpByAProgramOnTheVersionItRead()
    {
        var test = await SetupCase.OfAsync(fixture);
        var app = await fixture.AppAsync();
        await Membership.LetInAsync(app.ConnectionString, test.Funder, DemoClients.CoFunder, Roles.LeadOfficer);
        await Membership.LetInAsync(app.ConnectionString, test.Provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        // This program leads programmes of another funder too: the one that the document names leads this one.
        await Membership.LetInAsync(app.ConnectionString, await fixture.NewOrganisationAsync(), DemoClients.CoFunder, Roles.LeadOfficer);
        var at = SetupCase.March;
        async Task<Answer> SendAsync(HttpMethod method, string address, string? body, string? version = null, string client = DemoClients.CoFunder) => await test.Calls.SendAsync(
            method, address, body, at, [("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)), .. version is null ? Array.Empty<(string, string)>() : [("If-Match", $"\"{version}\"")]]);

        var address = $"/api/v1/programmes/{test.Id}";
        var programme = new JsonObject
        {
            ["id"] = test.Id.Value,
            ["name"] = "Early help",
            ["leadFunder"] = new JsonObject { ["id"] = test.Funder.Id.Value, ["name"] = test.Funder.Name },
            ["form"] = test.Id.Value,
            ["formVersions"] = new JsonArray(),
            ["calendar"] = new JsonArray(),
        };
        (await SendAsync(HttpMethod.Put, address, programme.ToJsonString())).IsProblem(HttpStatusCode.PreconditionRequired, "MR2108");
        var others = programme.DeepClone();
        others["leadFunder"]!["id"] = test.CoFunder.Id.Value;
        (await SendAsync(HttpMethod.Put, address, others.ToJsonString(), "0")).IsProblem(HttpStatusCode.Forbidden, "MR2303");
        var begun = await SendAsync(HttpMethod.Put, address, programme.ToJsonString(), "0");
        Assert.Equal((HttpStatusCode.OK, "\"1\"", 3), (begun.Status, begun.Etag, begun.Json.GetProperty("missing").GetArrayLength()));

        var whole = JsonNode.Parse(begun.Json.GetProperty("programme").GetRawText())!.AsObject();
        whole["indicators"] = JsonNode.Parse("""[{"id":"helped","name":"People helped","unit":"people","kind":"Output","addsUp":"Distinct"},{"id":"spent","name":"Spent","unit":"£","kind":"Output","addsUp":"Sum"}]""");
        whole["calendar"] = JsonNode.Parse("""[{"id":"2026-Q1","name":"April to June 2026","start":"2026-04-01","end":"2026-06-30","due":"2026-07-31","closed":"2026-08-31","amendUntil":"2026-09-30"},{"id":"2026-Q2","name":"July to September 2026","start":"2026-07-01","end":"2026-09-30","due":"2026-10-31","closed":"2026-11-30","amendUntil":"2026-12-31"}]""");
        whole["formVersions"] = JsonNode.Parse("""[{"version":1,"from":"2026-Q1"}]""");
        var complete = await SendAsync(HttpMethod.Put, address, whole.ToJsonString(), "1");
        Assert.Equal((HttpStatusCode.OK, 0), (complete.Status, complete.Json.GetProperty("missing").GetArrayLength()));
        (await SendAsync(HttpMethod.Put, address, whole.ToJsonString(), "1")).IsProblem(HttpStatusCode.PreconditionFailed, "MR2313");
        whole["calendar"] = new JsonArray { null };
        (await SendAsync(HttpMethod.Put, address, whole.ToJsonString(), "2")).IsProblem(HttpStatusCode.BadRequest, "MR2001");

        var award = $$"""{"id":"award-1","programme":"{{test.Id}}","provider":{"id":"{{test.Provider.Id}}","name":""},"amount":100,"start":"2026-04-01","end":"2027-03-31","contributions":[{"funder":"{{test.Funder.Id}}","amount":AMOUNT}],"profiles":[{"indicator":"helped","period":"2026-Q2","figure":50}]}""";
        var differs = await SendAsync(HttpMethod.Put, address + "/awards/award-1", award.Replace("AMOUNT", "99.99", StringComparison.Ordinal), "0");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "MR1050"), (differs.Status, differs.Json.GetProperty("findings")[0].GetProperty("code").GetString()));
        var added = await SendAsync(HttpMethod.Put, address + "/awards/award-1", award.Replace("AMOUNT", "100", StringComparison.Ordinal), "0");
        Assert.Equal((HttpStatusCode.OK, test.Provider.Name), (added.Status, added.Json.GetProperty("award").GetProperty("provider").GetProperty("name").GetString()));

        at = new DateTimeOffset(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);
        var proposed = await SendAsync(HttpMethod.Post, address + "/awards/award-1/profile-changes", """{"figures":[{"indicator":"helped","period":"2026-Q2","figure":44}],"reason":"A school left."}""", "1", DemoClients.Charity);
        Assert.Equal((HttpStatusCode.OK, "Provider"), (proposed.Status, proposed.Json.GetProperty("side").GetString()));
        var agreed = await SendAsync(HttpMethod.Post, address + "/awards/award-1/profile-changes/1/answer", """{"agree":true}""");
        Assert.Equal((HttpStatusCode.OK, "Agreed", 2), (agreed.Status, agreed.Json.GetProperty("state").GetString(), agreed.Json.GetProperty("version").GetInt32()));
        var longer = await SendAsync(HttpMethod.Post, address + "/periods/2026-Q1/extra-time", """{"due":"2026-08-14","closed":"2026-08-31","amendUntil":"2026-09-30","reason":"A flood."}""", "2");
        Assert.Equal((HttpStatusCode.OK, "2026-08-14"), (longer.Status, longer.Json.GetProperty("programme").GetProperty("calendar")[0].GetProperty("due").GetString()));
        var ended = await SendAsync(HttpMethod.Post, address + "/awards/award-1/end", """{"on":"2026-08-31","reason":"The centre closes."}""", "2");
        Assert.Equal((HttpStatusCode.OK, "The centre closes."), (ended.Status, ended.Json.GetProperty("award").GetProperty("endedBecause").GetString()));
    }
}
