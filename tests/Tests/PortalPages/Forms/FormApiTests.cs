using System.Net;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>Announcing and speaking of a form over the API: the same steps as on pages, with the same refusals.</summary>
public sealed class FormApiTests(PagesFixture fixture)
{
    [Fact]
    public async Task Version_ConsultedAnnouncedAndReadByPrograms_AsOnPages()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await Membership.LetInAsync((await fixture.AppAsync()).ConnectionString, test.Setup.Funder, DemoClients.Admin, Roles.LeadOfficer);
        async Task<Answer> SendAsync(string client, HttpMethod method, string part, object? body = null, string? etag = null, DateTimeOffset? at = null) => await test.Setup.Calls.SendAsync(
            method, $"/api/v1/programmes/{test.Id}/form{part}", body is null ? null : JsonSerializer.Serialize(body), at ?? NoticeCase.July10,
            [("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)), .. etag is null ? Array.Empty<(string, string)>() : [("If-Match", etag)]]);
        Task<Answer> LeadAsync(HttpMethod method, string part, object? body = null, string? etag = null) => SendAsync(DemoClients.Admin, method, part, body, etag);
        Task<Answer> CharityAsync(HttpMethod method, string part, object? body = null) => SendAsync(DemoClients.Charity, method, part, body);

        (await LeadAsync(HttpMethod.Get, "/announcement")).IsProblem(HttpStatusCode.Conflict, "MR2420");
        await test.DraftAsync(NoticeCase.Heavier);
        var plan = await LeadAsync(HttpMethod.Get, "/announcement");
        Assert.Equal(("Heavier", "2026-10-02", "\"1-1\""), (plan.Json.GetProperty("class").GetString(), plan.Json.GetProperty("earliest").GetString(), plan.Etag));

        // Comments: opened, said as “a provider”, answered.
        (await LeadAsync(HttpMethod.Put, "/draft/consultation", new { until = "2026-07-31" })).IsProblem(HttpStatusCode.PreconditionRequired, "MR2108");
        (await LeadAsync(HttpMethod.Put, "/draft/consultation", new { until = "2026-07-31" }, "\"1-9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "MR2422");
        (await LeadAsync(HttpMethod.Put, "/draft/consultation", new { until = "2026-07-12" }, plan.Etag)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2424");
        (await CharityAsync(HttpMethod.Post, "/draft/comments", new { text = "A word." })).IsProblem(HttpStatusCode.Conflict, "MR2425");
        Assert.Equal(HttpStatusCode.OK, (await LeadAsync(HttpMethod.Put, "/draft/consultation", new { until = "2026-07-31" }, plan.Etag)).Status);
        (await CharityAsync(HttpMethod.Post, "/draft/comments", new { text = " " })).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2426");
        var comment = await CharityAsync(HttpMethod.Post, "/draft/comments", new { text = "We don’t ask children for whom they care.", question = "carers", named = false });
        Assert.Equal((HttpStatusCode.Created, test.Setup.Provider.Name), (comment.Status, comment.Json.GetProperty("provider").GetString()));
        var read = (await LeadAsync(HttpMethod.Get, "/drafts/1/comments")).Json.GetProperty("items")[0];
        Assert.False(read.TryGetProperty("provider", out _));
        var one = $"/drafts/1/comments/{read.GetProperty("id").GetString()}";
        var answered = await LeadAsync(HttpMethod.Post, one + "/answer", new { text = "We ask for those you know of.", changed = true });
        Assert.False(answered.Json.TryGetProperty("provider", out _));
        (await LeadAsync(HttpMethod.Post, one + "/answer", new { text = "Again." })).IsProblem(HttpStatusCode.Conflict, "MR2427");
        await CharityAsync(HttpMethod.Post, one + "/name");
        Assert.Equal(test.Setup.Provider.Name, (await LeadAsync(HttpMethod.Get, "/drafts/1/comments")).Json.GetProperty("items")[0].GetProperty("provider").GetString());
        Assert.Equal(HttpStatusCode.OK, (await LeadAsync(HttpMethod.Delete, "/draft/consultation")).Status);

        // Announced with notice, read and confirmed, withdrawn.
        (await CharityAsync(HttpMethod.Post, "/announcement", new { from = "2026-Q4" })).IsProblem(HttpStatusCode.Forbidden, "MR2303");
        (await LeadAsync(HttpMethod.Post, "/announcement", new { from = "2026-Q3", follows = 1, reasons = new[] { "Respite." } }, plan.Etag)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2421");
        var reasons = plan.Json.GetProperty("changes").EnumerateArray().Select(_ => "Respite is planned by it.").ToArray();
        (await LeadAsync(HttpMethod.Post, "/announcement", new { from = "2026-Q4", follows = 1, reasons }, "\"1-9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "MR2422");
        (await LeadAsync(HttpMethod.Post, "/announcement", new { from = "2026-Q4", reasons }, plan.Etag)).IsProblem(HttpStatusCode.PreconditionFailed, "MR2422");
        var announced = await LeadAsync(HttpMethod.Post, "/announcement", new { from = "2026-Q4", follows = plan.Json.GetProperty("follows").GetInt32(), reasons }, plan.Etag);
        Assert.Equal((HttpStatusCode.Created, 2, "2027-01-01"), (announced.Status, announced.Json.GetProperty("version").GetInt32(), announced.Json.GetProperty("starts").GetString()));
        Assert.Equal(["Announced", "InForce"], (await CharityAsync(HttpMethod.Get, "")).Json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("standing").GetString()));
        var first = await CharityAsync(HttpMethod.Post, "/versions/2/confirmation");
        var again = await CharityAsync(HttpMethod.Post, "/versions/2/confirmation");
        Assert.Equal((HttpStatusCode.OK, first.Json.GetRawText()), (again.Status, again.Json.GetRawText()));
        var told = (await CharityAsync(HttpMethod.Get, "/versions/2")).Json;
        Assert.Equal((175, true), (told.GetProperty("daysLeft").GetInt32(), told.TryGetProperty("confirmed", out _)));
        (await LeadAsync(HttpMethod.Post, "/versions/2/withdrawal", new { })).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2421");
        Assert.Equal("A better idea.", (await LeadAsync(HttpMethod.Post, "/versions/2/withdrawal", new { reason = "A better idea." })).Json.GetProperty("withdrawn").GetProperty("reason").GetString());

        // A challenge, and what the year's answers were used for.
        (await CharityAsync(HttpMethod.Post, "/challenges", new { text = "Nobody reads them.", question = "no question!" })).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2426");
        (await LeadAsync(HttpMethod.Put, "/uses/2026", new { uses = new Dictionary<string, string?> { ["no question!"] = "?" } })).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2428");
        var challenge = (await CharityAsync(HttpMethod.Post, "/challenges", new { text = "Nobody reads them.", question = "hours" })).Json.GetProperty("id").GetString();
        await LeadAsync(HttpMethod.Post, $"/challenges/{challenge}/answer", new { text = "The volunteers’ plan does." });
        Assert.Equal("The volunteers’ plan does.", (await CharityAsync(HttpMethod.Get, "/challenges")).Json.GetProperty("items")[0].GetProperty("answer").GetProperty("text").GetString());
        (await CharityAsync(HttpMethod.Put, "/uses/2026", new { uses = new Dictionary<string, string?>() })).IsProblem(HttpStatusCode.Forbidden, "MR2303");
        (await LeadAsync(HttpMethod.Put, "/uses/2026", new { uses = new Dictionary<string, string?> { ["none"] = "?" } })).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2428");
        var noted = await LeadAsync(HttpMethod.Put, "/uses/2026", new { uses = new Dictionary<string, string?> { ["hours"] = "In the plan for volunteers." } });
        var hours = noted.Json.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("question").GetString() == "hours");
        Assert.Equal("In the plan for volunteers.", hours.GetProperty("funders")[0].GetProperty("used").GetString());
        Assert.Equal(noted.Json.GetRawText(), (await LeadAsync(HttpMethod.Put, "/uses/2026", new { uses = new Dictionary<string, string?> { ["hours"] = "In the plan for volunteers." } })).Json.GetRawText());
    }

    [Fact]
    public async Task Saying_OfAProgramThatActsForSeveralProviders_IsOfTheOneThatItNames()
    {
        var test = await NoticeCase.OfAsync(fixture);
        var second = await fixture.NewOrganisationAsync("A second provider");
        await Membership.LetInAsync((await fixture.AppAsync()).ConnectionString, second, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        await (await test.Setup.AwardFormAsync()).With("id", "award-2").With("provider", second.Id.Value).SendAndFollowAsync();
        async Task<Answer> CharityAsync(string part, object? body, OrganisationId? named = null) => await test.Setup.Calls.SendAsync(
            HttpMethod.Post, $"/api/v1/programmes/{test.Id}/form{part}", body is null ? null : JsonSerializer.Serialize(body), NoticeCase.July10,
            [("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity)), .. named is { } one ? [("X-Organisation", one.Value)] : Array.Empty<(string, string)>()]);
        var said = new { text = "Nobody reads them.", question = "hours" };

        (await CharityAsync("/challenges", said)).IsProblem(HttpStatusCode.BadRequest, "MR2005");
        (await CharityAsync("/versions/1/confirmation", null)).IsProblem(HttpStatusCode.BadRequest, "MR2005");
        foreach (var provider in new[] { test.Setup.Provider.Id, second.Id })
        {
            Assert.Equal(HttpStatusCode.OK, (await CharityAsync("/versions/1/confirmation", null, provider)).Status);
            var challenge = await CharityAsync("/challenges", said, provider);
            Assert.Equal((HttpStatusCode.Created, provider == second.Id ? second.Name : test.Setup.Provider.Name), (challenge.Status, challenge.Json.GetProperty("provider").GetString()));
        }
    }
}
