using System.Net;
using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Editor;

/// <summary>The same draft over the API: on the edit that was read, with the same refusals.</summary>
public sealed class EditorApiTests(PagesFixture fixture)
{
    [Fact]
    public async Task Draft_BegunPutAndDiscardedByAProgram_OnTheEditThatItRead()
    {
        var test = await EditorCase.OfAsync(fixture);
        await Membership.LetInAsync((await fixture.AppAsync()).ConnectionString, test.Funder, DemoClients.CoFunder, Roles.LeadOfficer);
        var address = $"/api/v1/programmes/{test.Id}/form/draft";
        async Task<Functions.Answer> SendAsync(HttpMethod method, string? body = null, string? etag = null) => await test.Calls.SendAsync(
            method, address, body, EditorCase.May, [("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.CoFunder)), .. etag is null ? Array.Empty<(string, string)>() : [("If-Match", etag)]]);

        (await SendAsync(HttpMethod.Get)).IsProblem(HttpStatusCode.NotFound, "MR2430");
        var begun = await SendAsync(HttpMethod.Post);
        Assert.True(begun.Status == HttpStatusCode.Created, Encoding.UTF8.GetString(begun.Body));
        Assert.Equal((HttpStatusCode.Created, "\"1-1\"", 1, 2), (begun.Status, begun.Etag, begun.Json.GetProperty("base").GetInt32(), begun.Json.GetProperty("document").GetProperty("version").GetInt32()));
        (await SendAsync(HttpMethod.Post)).IsProblem(HttpStatusCode.Conflict, "MR2431");

        var wanted = Encoding.UTF8.GetString((EditorCase.Shipped("household-support", 2) with { Form = new FormId(test.Id.Value) }).ToJson());
        (await SendAsync(HttpMethod.Put, wanted)).IsProblem(HttpStatusCode.PreconditionRequired, "MR2108");
        (await SendAsync(HttpMethod.Put, """{"form":"f"}""", begun.Etag)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2433");
        var put = await SendAsync(HttpMethod.Put, wanted, begun.Etag);
        Assert.Equal((HttpStatusCode.OK, "\"1-2\"", 0), (put.Status, put.Etag, put.Json.GetProperty("problems").GetArrayLength()));
        (await SendAsync(HttpMethod.Put, wanted, begun.Etag)).IsProblem(HttpStatusCode.PreconditionFailed, "MR2432");
        Assert.Equal(FormDocument.Read(Encoding.UTF8.GetBytes(wanted)).ToJson(), FormDocument.Read(Encoding.UTF8.GetBytes((await SendAsync(HttpMethod.Get)).Json.GetProperty("document").GetRawText())).ToJson());
        var broken = await SendAsync(HttpMethod.Put, $$"""{"form":"{{test.Id}}","version":2,"title":"T","sections":[]}""", put.Etag);
        Assert.Contains("a form needs a question", broken.Json.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);

        (await SendAsync(HttpMethod.Delete, etag: put.Etag)).IsProblem(HttpStatusCode.PreconditionFailed, "MR2432");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, etag: broken.Etag)).Status);
        (await SendAsync(HttpMethod.Get)).IsProblem(HttpStatusCode.NotFound, "MR2430");
    }
}
