using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>What the API lists and says of itself.</summary>
public sealed class ApiTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Programmes_ListedAPageAtATime_HoldEachOnce()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await SmallCase.SetUpAsync(azurite);
        var seen = new List<string>();

        for (var next = "/api/v1/programmes?size=1"; next is not null;)
        {
            var page = await test.GetAsync(next);
            seen.AddRange(page.Json.GetProperty("programmes").EnumerateArray().Select(programme => programme.GetProperty("programme").GetString()!));
            next = page.Json.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Contains(test.Programme.Value, seen);
        Assert.Equal(seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Periods_OfAProgramme_SayTheirDatesAndStanding()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var periods = (await test.GetAsync($"/api/v1/programmes/{test.Programme}/periods")).Json.GetProperty("periods");

        Assert.Equal(["Open", "Open"], periods.EnumerateArray().Select(period => period.GetProperty("standing").GetString()!));
        Assert.Equal("2026-07-31", periods[0].GetProperty("due").GetString());
        var late = (await test.GetAsync($"/api/v1/programmes/{test.Programme}/periods", new DateTimeOffset(2026, 9, 15, 0, 0, 0, TimeSpan.Zero))).Json.GetProperty("periods");
        Assert.Equal("AmendOnly", late[0].GetProperty("standing").GetString());
    }

    [Fact]
    public async Task FormVersion_IsGivenByteForByte()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var form = await test.GetAsync($"/api/v1/forms/{test.Programme}/versions/1");

        Assert.Equal(SmallCase.Form.Replace("FORM", test.Programme.Value, StringComparison.Ordinal), Encoding.UTF8.GetString(form.Body));
    }

    [Fact]
    public async Task Returns_ListedByStatusInPages_AreEachAwardsOnce()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 7);
        await test.FileAsync("a-0002", 5);
        await test.FileAsync("a-0006", 6);
        await test.SaveAsync("a-0004", """{"helped":{"value":1,"basedOn":0}}""");

        Assert.Equal(["a-0001", "a-0002", "a-0003", "a-0004", "a-0005", "a-0006", "a-0007"], await ListAsync(test, "&size=3"));
        Assert.Equal(["a-0002", "a-0006"], await ListAsync(test, "&status=Submitted&size=1"));
        Assert.Equal(["a-0004"], await ListAsync(test, "&status=draft"));
        Assert.Equal(["a-0001", "a-0003", "a-0005", "a-0007"], await ListAsync(test, "&status=NotStarted"));
        Assert.Empty(await ListAsync(test, "&status=Accepted"));
    }

    [Fact]
    public async Task ProviderReturns_AfterProjections_PointToItsReturns()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.SaveAsync("a-0001", """{"helped":{"value":1,"basedOn":0}}""");
        var provider = SmallCase.AwardOf(test.Programme, 1).Provider.Id;
        await foreach (var item in new Outbox(StorageAccount.Connect(azurite.ConnectionString)).DueAsync(
            test.Programme, test.Key("a-0001").Period, DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue, default))
            Assert.Equal(HttpStatusCode.OK, (await test.DeliverAsync("ApplyProjections", $$"""{"programme":"{{test.Programme}}","period":"2026-Q1","outbox":"{{item.Id}}"}""")).Status);

        var list = await test.GetAsync($"/api/v1/providers/{provider}/returns?after={Uri.EscapeDataString($"{test.Programme}|2026-P|a")}&size=1");

        var only = list.Json.GetProperty("returns")[0];
        Assert.Equal((test.Address("a-0001"), "Draft"), (only.GetProperty("return").GetString(), only.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Report_BeforeAnyBuild_SaysSo()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var report = await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}");

        Assert.Equal("NotBuilt", report.Json.GetProperty("state").GetString());
        (await test.GetAsync($"/api/v1/reports/{test.Programme}/{SmallCase.Q1}/consolidated.xlsx")).IsProblem(HttpStatusCode.NotFound, "MR2201");
    }

    [Fact]
    public async Task OpenApi_DescribesEveryApiRouteAndItsProblems()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var document = (await test.GetAsync("/api/openapi.json")).Json;

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/api/v1/forms/{form}/versions/{version}", "/api/v1/funders/{funder}/restated", "/api/v1/funders/{funder}/restated/{programme}/{period}/{award}/seen", "/api/v1/funders/{funder}/waiting", "/api/v1/help-asked", "/api/v1/history/{programme}/{award}", "/api/v1/history/{programme}/{award}/{period}", "/api/v1/organisations/{organisation}", "/api/v1/programmes", "/api/v1/programmes/{programme}", "/api/v1/programmes/{programme}/awards/{award}", "/api/v1/programmes/{programme}/awards/{award}/end", "/api/v1/programmes/{programme}/awards/{award}/meetings", "/api/v1/programmes/{programme}/awards/{award}/meetings/{number}/confirmation",
                "/api/v1/programmes/{programme}/awards/{award}/profile-changes", "/api/v1/programmes/{programme}/awards/{award}/profile-changes/{number}/answer", "/api/v1/programmes/{programme}/awards/{award}/provider", "/api/v1/programmes/{programme}/form", "/api/v1/programmes/{programme}/form/announcement", "/api/v1/programmes/{programme}/form/challenges", "/api/v1/programmes/{programme}/form/challenges/{challenge}/answer", "/api/v1/programmes/{programme}/form/challenges/{challenge}/name", "/api/v1/programmes/{programme}/form/draft",
                "/api/v1/programmes/{programme}/form/draft/comments", "/api/v1/programmes/{programme}/form/draft/consultation", "/api/v1/programmes/{programme}/form/drafts/{draft}/comments", "/api/v1/programmes/{programme}/form/drafts/{draft}/comments/{comment}/answer", "/api/v1/programmes/{programme}/form/drafts/{draft}/comments/{comment}/name", "/api/v1/programmes/{programme}/form/uses/{year}", "/api/v1/programmes/{programme}/form/versions/{version}", "/api/v1/programmes/{programme}/form/versions/{version}/confirmation", "/api/v1/programmes/{programme}/form/versions/{version}/withdrawal", "/api/v1/programmes/{programme}/periods", "/api/v1/programmes/{programme}/periods/{period}/extra-time",
                "/api/v1/programmes/{programme}/periods/{period}/glance", "/api/v1/programmes/{programme}/periods/{period}/samples", "/api/v1/programmes/{programme}/periods/{period}/samples/{number}", "/api/v1/programmes/{programme}/periods/{period}/samples/{number}/checks/{award}",
                "/api/v1/providers/{provider}/returns",
                "/api/v1/reports/{programme}/{period}", "/api/v1/reports/{programme}/{period}/consolidated.csv", "/api/v1/reports/{programme}/{period}/consolidated.json",
                "/api/v1/reports/{programme}/{period}/consolidated.xlsx", "/api/v1/reports/{programme}/{period}/history", "/api/v1/returns",
                "/api/v1/returns/{programme}/{period}/{award}", "/api/v1/returns/{programme}/{period}/{award}/acceptance", "/api/v1/returns/{programme}/{period}/{award}/acknowledgement",
                "/api/v1/returns/{programme}/{period}/{award}/answers", "/api/v1/returns/{programme}/{period}/{award}/answers-back", "/api/v1/returns/{programme}/{period}/{award}/feedback", "/api/v1/returns/{programme}/{period}/{award}/files/{question}",
                "/api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}", "/api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}/uploaded",
                "/api/v1/returns/{programme}/{period}/{award}/help", "/api/v1/returns/{programme}/{period}/{award}/looks", "/api/v1/returns/{programme}/{period}/{award}/queries",
                "/api/v1/returns/{programme}/{period}/{award}/queries/{query}/answer", "/api/v1/returns/{programme}/{period}/{award}/queries/{query}/withdrawal", "/api/v1/returns/{programme}/{period}/{award}/record",
                "/api/v1/returns/{programme}/{period}/{award}/reopening", "/api/v1/returns/{programme}/{period}/{award}/revisions/{revision}",
                "/api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/answers", "/api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/return.xlsx", "/api/v1/returns/{programme}/{period}/{award}/submission", "/health",
            ],
            paths);
        var submit = document.GetProperty("paths").GetProperty("/api/v1/returns/{programme}/{period}/{award}/submission").GetProperty("post");
        Assert.True(submit.GetProperty("responses").TryGetProperty("412", out var stale));
        Assert.True(stale.GetProperty("content").TryGetProperty("application/problem+json", out _));
        foreach (var part in new[] { "", "/consolidated.csv", "/consolidated.json", "/consolidated.xlsx", "/history" })
            Assert.Contains("funder", document.GetProperty("paths").GetProperty("/api/v1/reports/{programme}/{period}" + part).GetProperty("get").GetProperty("summary").GetString());
        Assert.True(submit.GetProperty("responses").TryGetProperty("401", out _));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("accessToken").GetProperty("scheme").GetString());
        Assert.Equal(1, submit.GetProperty("security").GetArrayLength());
        Assert.True(submit.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
    }

    [Fact]
    public async Task Health_LooksAtEveryService()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var health = await test.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.Equal("""{"status":"healthy","tables":true,"blobs":true,"queues":true}""", Encoding.UTF8.GetString(health.Body));
    }

    [Fact]
    public async Task Health_WithStorageAway_SaysSoAndTheFrontPageStillAnswers()
    {
        const string nowhere = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + "BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;";
        await using var app = await RunningApp.StartAsync(nowhere);

        using var health = await app.Http.GetAsync(new Uri("/health", UriKind.Relative));
        using var front = await app.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
    }

    [Fact]
    public async Task FrontPage_IsAPageWithWorkingLinks()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString((await test.GetAsync("/")).Body));

        Assert.Equal("Monitoring Returns", page.Title);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        // As somebody opens them who has not signed in.
        foreach (var link in page.QuerySelectorAll("a"))
        {
            using var opened = await test.App.Http.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.RelativeOrAbsolute));
            Assert.Equal((link.TextContent, HttpStatusCode.OK), (link.TextContent, opened.StatusCode));
        }
    }

    [Fact]
    public void Catalogue_GivesEachNumberAndNameOnce()
    {
        var codes = Catalogue.Refusals.Select(refusal => refusal.Code).Concat(Catalogue.Findings).ToArray();

        Assert.Equal(codes.Length, codes.DistinctBy(code => code.Number).Count());
        Assert.Equal(codes.Length, codes.DistinctBy(code => code.Name).Count());
        var declared = typeof(Catalogue).GetFields().Select(field => field.GetValue(null)).Count(value => value is Code or Refusal);
        Assert.Equal(declared, codes.Length);
    }

    private static async Task<List<string>> ListAsync(SmallCase test, string filter)
    {
        var awards = new List<string>();
        for (var next = $"/api/v1/returns?programme={test.Programme}&period={SmallCase.Q1}{filter}"; next is not null;)
        {
            var page = await test.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            awards.AddRange(page.Json.GetProperty("returns").EnumerateArray().Select(listed => listed.GetProperty("award").GetString()!));
            next = page.Json.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        return awards;
    }
}
