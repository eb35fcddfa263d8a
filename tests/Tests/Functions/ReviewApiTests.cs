using System.Net;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>A period at a glance, its lists, samples and review meetings over the API, by the rules of the pages.</summary>
public sealed class ReviewApiTests(AzuriteFixture azurite)
{
    private const string Award = "a-0001";

    [Fact]
    public async Task Glance_OfAPeriod_CountsWhatTheListsBehindItShow()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 4);
        await test.FileAsync(Award, 5);
        await test.FileAsync("a-0002", 6, at: new DateTimeOffset(2026, 8, 10, 12, 0, 0, TimeSpan.Zero));
        await test.SaveAsync("a-0003", """{"helped":{"value":1,"basedOn":0}}""");

        var glance = (await test.GetAsync($"{Of(test)}/periods/{SmallCase.Q1}/glance")).Json;

        Assert.Equal(("April to June 2026", "GB-LAE-NTT"), (glance.GetProperty("periodName").GetString(), glance.GetProperty("funder").GetString()));
        var returns = glance.GetProperty("returns");
        Assert.Equal((4, 2, 1, 1, 1), (returns.GetProperty("due").GetInt32(), returns.GetProperty("in").GetInt32(), returns.GetProperty("inDraft").GetInt32(), returns.GetProperty("notStarted").GetInt32(), returns.GetProperty("late").GetInt32()));
        Assert.Equal((2, false), (glance.GetProperty("report").GetProperty("cameSince").GetInt32(), glance.GetProperty("report").GetProperty("upToDate").GetBoolean()));
        foreach (var (standing, awards) in new[] { ("in", "a-0001 a-0002"), ("draft", "a-0003"), ("not-started", "a-0004"), ("late", "a-0002"), ("waiting", "a-0001 a-0002"), ("queried", ""), ("accepted", "") })
            Assert.Equal(awards, string.Join(' ', (await ListedAsync(test, $"standing={standing}&size=1")).Order(StringComparer.Ordinal)));
        foreach (var unknown in new[] { "standing=all", "standing=lost", "standing=in&status=Draft" })
            (await test.GetAsync($"/api/v1/returns?programme={test.Programme}&period={SmallCase.Q1}&{unknown}")).IsProblem(HttpStatusCode.BadRequest, "MR2005");
    }

    [Fact]
    public async Task Sample_DrawnOverTheApi_IsCheckedOnceAndStaysAsItWas()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.FileAsync(Award, 5);
        var samples = $"{Of(test)}/periods/{SmallCase.Q1}/samples";

        var drawn = await PostAsync(test, samples, """{"seen":0,"size":"50%","evidence":"Attendance sheets."}""", DemoClients.LeadFunder);
        Assert.Equal((HttpStatusCode.Created, 1, Award), (drawn.Status, drawn.Json.GetProperty("sample").GetInt32(), drawn.Json.GetProperty("drawn")[0].GetProperty("award").GetString()!));
        (await PostAsync(test, samples, """{"seen":0,"size":"1","evidence":"Receipts."}""", DemoClients.LeadFunder)).IsProblem(HttpStatusCode.Conflict, "MR2376");

        var check = $"{samples}/1/checks/{Award}";
        (await PostAsync(test, check, """{"result":"Fine","note":"Seen."}""", DemoClients.LeadFunder)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2377");
        var noted = await PostAsync(test, check, """{"result":"NotInOrder","note":"A page is missing."}""", DemoClients.LeadFunder);
        Assert.Equal(HttpStatusCode.Created, noted.Status);
        (await PostAsync(test, check, """{"result":"InOrder","note":"Seen."}""", DemoClients.LeadFunder)).IsProblem(HttpStatusCode.Conflict, "MR2378");
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(test, check, $$"""{"result":"InOrder","note":"It came.","seen":"{{noted.Json.GetProperty("version").GetString()}}"}""", DemoClients.LeadFunder)).Status);

        Assert.Equal(1, (await test.GetAsync(samples)).Json.GetProperty("samples").GetArrayLength());
        var read = (await test.GetAsync(samples + "/1")).Json;
        Assert.Equal(("InOrder", "It came.", 1), (read.GetProperty("checks")[0].GetProperty("result").GetString(), read.GetProperty("checks")[0].GetProperty("note").GetString(), read.GetProperty("population").GetArrayLength()));
    }

    [Fact]
    public async Task Meeting_NotedByOneSide_IsConfirmedByTheOther()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var meetings = $"{Of(test)}/awards/{Award}/meetings";

        var noted = await PostAsync(test, meetings, """{"seen":0,"on":"2026-07-03","agreed":"Down to 15."}""", DemoClients.LeadFunder);
        Assert.Equal((HttpStatusCode.Created, "2026-07-03", "GB-LAE-NTT"), (noted.Status, noted.Json.GetProperty("on").GetString()!, noted.Json.GetProperty("writtenFor").GetString()!));
        (await PostAsync(test, meetings, """{"seen":0,"on":"2026-07-03","agreed":"Down to 16."}""", DemoClients.Charity)).IsProblem(HttpStatusCode.Conflict, "MR2381");
        (await PostAsync(test, meetings + "/1/confirmation", null, DemoClients.LeadFunder)).IsProblem(HttpStatusCode.Conflict, "MR2382");
        foreach (var _ in Enumerable.Range(1, 2))
            Assert.Equal("MR-000001", (await PostAsync(test, meetings + "/1/confirmation", null, DemoClients.Charity)).Json.GetProperty("confirmedFor").GetString());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(test, meetings, """{"seen":1,"on":"2026-07-03","agreed":"Down to 16.","corrects":1}""", DemoClients.Charity)).Status);

        var listed = (await test.GetAsync(meetings)).Json.GetProperty("meetings").EnumerateArray().ToList();
        Assert.Equal(["Down to 15.", "Down to 16."], listed.Select(one => one.GetProperty("agreed").GetString()));
        Assert.Equal(1, listed[1].GetProperty("corrects").GetInt32());
        (await PostAsync(test, meetings, """{"seen":2,"on":"soon","agreed":"x"}""", DemoClients.Charity)).IsProblem(HttpStatusCode.BadRequest, "MR2001");
    }

    private static string Of(SmallCase test) => $"/api/v1/programmes/{test.Programme}";

    private static async Task<List<string>> ListedAsync(SmallCase test, string query)
    {
        var awards = new List<string>();
        for (var next = $"/api/v1/returns?programme={test.Programme}&period={SmallCase.Q1}&{query}"; next is not null;)
        {
            var page = (await test.GetAsync(next, SmallCase.InTime)).Json;
            awards.AddRange(page.GetProperty("returns").EnumerateArray().Select(one => one.GetProperty("award").GetString()!));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        return awards;
    }

    private static async Task<Answer> PostAsync(SmallCase test, string address, string? body, string client) =>
        await test.SendAsync(HttpMethod.Post, address, body, null, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)));
}
