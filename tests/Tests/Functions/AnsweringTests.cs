using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Funders ask, accept with words and acknowledge over the API; the charity answers; and who waits or was told is listed.</summary>
public sealed class AnsweringTests(AzuriteFixture azurite)
{
    private const string Award = "a-0001";
    private const string LeadFunder = "GB-LAE-NTT";

    [Fact]
    public async Task Query_AnsweredInWords_IsAnsweredOnceAndTheStatusGoesBack()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.FileAsync(Award, 40);

        var asked = await PostAsync(test, "/queries", """{"revision":1,"question":"helped","text":" Are these 40 people,\r\nor 40 visits? "}""", DemoClients.LeadFunder);
        var again = await PostAsync(test, "/queries", """{"revision":1,"question":"helped","text":"Are these 40 people,\nor 40 visits?"}""", DemoClients.LeadFunder);

        Assert.Equal((HttpStatusCode.Created, 1, "Open", "Are these 40 people,\nor 40 visits?"), (asked.Status, asked.Json.GetProperty("query").GetInt32(), asked.Json.GetProperty("state").GetString()!, asked.Json.GetProperty("text").GetString()!));
        Assert.Equal((HttpStatusCode.Created, 1), (again.Status, again.Json.GetProperty("query").GetInt32()));
        var queried = await test.GetAsync(test.Address(Award));
        Assert.Equal("Queried", queried.Json.GetProperty("status").GetString());
        (await PostAsync(test, "/acceptance", null, DemoClients.LeadFunder, ("If-Match", queried.Etag!))).IsProblem(HttpStatusCode.Conflict, "MR2344");

        var answered = await PostAsync(test, "/queries/1/answer", """{"answer":"People, each once."}""", DemoClients.Charity);
        Assert.Equal(("Answered", "People, each once."), (answered.Json.GetProperty("state").GetString(), answered.Json.GetProperty("answer").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(test, "/queries/1/answer", """{"answer":"People, each once."}""", DemoClients.Charity)).Status);
        var second = await PostAsync(test, "/queries/1/answer", """{"answer":"No, visits."}""", DemoClients.Charity);
        second.IsProblem(HttpStatusCode.Conflict, "MR2343");
        Assert.Contains("Group 1 answered it on 10 July 2026 at 1:00pm", second.Detail.Replace("“People, each once.”", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (await PostAsync(test, "/queries/1/withdrawal", null, DemoClients.LeadFunder)).IsProblem(HttpStatusCode.Conflict, "MR2343");
        Assert.Equal("Submitted", (await test.GetAsync(test.Address(Award))).Json.GetProperty("status").GetString());
        Assert.Equal(1, (await test.GetAsync(test.Address(Award) + "/queries")).Json.GetProperty("queries").GetArrayLength());
    }

    [Fact]
    public async Task Revision_ThatChangesTheAnswer_AnswersTheQueryAboutItAndNoOther()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.FileAsync(Award, 40);
        await PostAsync(test, "/queries", """{"revision":1,"question":"helped","text":"Is this right?"}""", DemoClients.LeadFunder);
        await PostAsync(test, "/queries", """{"revision":1,"question":"spent","text":"What did it cost?"}""", DemoClients.LeadFunder);
        await PostAsync(test, "/queries", """{"revision":1,"text":"Is this all?"}""", DemoClients.LeadFunder);

        var saved = await test.SaveAsync(Award, """{"helped":{"value":41,"basedOn":1}}""");
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync(Award, saved.Etag!)).Status);

        var queries = (await test.GetAsync(test.Address(Award) + "/queries")).Json.GetProperty("queries").EnumerateArray().ToList();
        Assert.Equal(["2 Open", "3 Answered", "1 Answered"], queries.Select(query => $"{query.GetProperty("query").GetInt32()} {query.GetProperty("state").GetString()}"));
        Assert.All(queries.Skip(1), query => Assert.Equal(2, query.GetProperty("answeredByRevision").GetInt32()));
        Assert.Equal("Queried", (await test.GetAsync(test.Address(Award))).Json.GetProperty("status").GetString());
        var withdrawn = await PostAsync(test, "/queries/2/withdrawal", null, DemoClients.LeadFunder);
        Assert.Equal("Resubmitted", withdrawn.Json.GetProperty("status").GetString());
        var stale = await PostAsync(test, "/queries", """{"revision":1,"text":"Still?"}""", DemoClients.LeadFunder);
        stale.IsProblem(HttpStatusCode.Conflict, "MR2347");
        Assert.Contains("Group 1 sent revision 2 on 10 July 2026", stale.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_OfFunders_AreReadByTheCharityAndCountedOnce()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.PayTogetherAsync();
        await Membership.LetInAsync(azurite.ConnectionString, SmallCase.Trust, DemoClients.CoFunder, Roles.Officer | Roles.FunderReader);
        var filed = await test.FileAsync(Award, 40);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(test, "/acknowledgement", """{"revision":1,"willDo":"We will visit."}""", DemoClients.CoFunder)).Status);
        (await PostAsync(test, "/acknowledgement", """{"revision":1}""", DemoClients.CoFunder)).IsProblem(HttpStatusCode.Conflict, "MR2346");
        (await PostAsync(test, "/acknowledgement", """{"revision":1}""", DemoClients.LeadFunder)).IsProblem(HttpStatusCode.Forbidden, "MR2303");
        // What a co-funder did is news to who read the return before.
        (await PostAsync(test, "/acceptance", """{"used":"In our report."}""", DemoClients.LeadFunder, ("If-Match", filed.Etag!))).IsProblem(HttpStatusCode.PreconditionFailed, "MR2107");
        var now = (await test.GetAsync(test.Address(Award))).Etag!;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(test, "/acceptance", """{"used":"In our report.","willDo":" Call you."}""", DemoClients.LeadFunder, ("If-Match", now))).Status);

        var answers = (await test.GetAsync(test.Address(Award) + "/answers-back")).Json.GetProperty("answers").EnumerateArray().ToDictionary(answer => answer.GetProperty("kind").GetString()!);
        Assert.Equal("We will visit.", answers["Acknowledged"].GetProperty("willDo").GetString());
        Assert.Equal(("In our report.", "Call you."), (answers["Accepted"].GetProperty("used").GetString(), answers["Accepted"].GetProperty("willDo").GetString()));
        var late = await PostAsync(test, "/queries", """{"revision":1,"text":"Too late?"}""", DemoClients.LeadFunder);
        late.IsProblem(HttpStatusCode.Conflict, "MR2340");
        Assert.Contains("A county council accepted this return on 10 July 2026 at 1:00pm.", late.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_OfAFunder_IsListedUntilItAnswers()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var filed = await test.FileAsync(Award, 40);
        await ProjectAsync(test);

        var waits = Assert.Single(await WaitingAsync(test, SmallCase.InTime.AddDays(28)));
        Assert.Equal(("Group 1", "Acceptance", 20, false), (waits.GetProperty("provider").GetString()!, waits.GetProperty("waitsFor").GetString()!, waits.GetProperty("workingDays").GetInt32(), waits.GetProperty("tooLong").GetBoolean()));
        Assert.True(Assert.Single(await WaitingAsync(test, SmallCase.InTime.AddDays(31))).GetProperty("tooLong").GetBoolean());
        await PostAsync(test, "/acceptance", null, DemoClients.LeadFunder, ("If-Match", filed.Etag!));
        await ProjectAsync(test);
        Assert.Empty(await WaitingAsync(test, SmallCase.InTime));
    }

    [Fact]
    public async Task Waiting_OfACorrectedReturn_IsSinceTheFirstRevisionThatWasNotAnswered()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.PayTogetherAsync();
        await Membership.LetInAsync(azurite.ConnectionString, SmallCase.Trust, DemoClients.CoFunder, Roles.Officer | Roles.FunderReader);
        await test.FileAsync(Award, 40);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(test, "/acknowledgement", """{"revision":1}""", DemoClients.CoFunder)).Status);
        await CorrectAsync(test, 2, days: 2);
        var corrected = await CorrectAsync(test, 3, days: 5);
        Assert.Equal((SmallCase.InTime, SmallCase.InTime.AddDays(2)), await SinceAsync(test));

        // What restates it is answered anew by the lead funder, and no correction of that is.
        var accepted = await PostAsync(test, "/acceptance", null, DemoClients.LeadFunder, ("If-Match", corrected.Etag!));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(test, "/reopening", """{"reason":"A bill was missing."}""", DemoClients.Charity, ("If-Match", accepted.Etag!))).Status);
        await CorrectAsync(test, 4, days: 8);
        await CorrectAsync(test, 5, days: 9);
        Assert.Equal((SmallCase.InTime.AddDays(8), SmallCase.InTime.AddDays(2)), await SinceAsync(test));
    }

    [Fact]
    public async Task Figures_RestatedAfterADownload_AreToldOnceWithTheirDifference()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.FileAsync(Award, 40);
        await test.FileAsync("a-0002", 7);
        var token = ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.LeadFunder));
        Assert.Equal(HttpStatusCode.OK, (await test.SendAsync(HttpMethod.Get, test.Address(Award) + "/revisions/1", null, null, token)).Status);
        foreach (var award in new[] { Award, "a-0002" })
            await test.FileAsync(award, 44, basedOn: 1, at: SmallCase.InTime.AddDays(2));
        await ProjectAsync(test, twice: true);

        var told = Assert.Single(await RestatedAsync(test));
        Assert.Equal((Award, 1, 2, "2026-07-10"), (told.GetProperty("award").GetString()!, told.GetProperty("from").GetInt32(), told.GetProperty("revision").GetInt32(), told.GetProperty("downloaded").GetString()!));
        var figure = Assert.Single(told.GetProperty("figures").EnumerateArray());
        Assert.Equal(("People helped", "40", "44"), (figure.GetProperty("name").GetString(), figure.GetProperty("before").GetString(), figure.GetProperty("after").GetString()));
        var seen = $"/api/v1/funders/{LeadFunder}/restated/{test.Programme}/{SmallCase.Q1}/{Award}/seen";
        Assert.True((await test.SendAsync(HttpMethod.Post, seen, """{"revision":2}""", null)).Json.GetProperty("seen").GetBoolean());
        Assert.Empty(await RestatedAsync(test));
    }

    private static async Task<Answer> PostAsync(SmallCase test, string what, string? body, string client, params (string Name, string Value)[] headers) =>
        await test.SendAsync(HttpMethod.Post, test.Address(Award) + what, body, null, [.. headers, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client))]);

    /// <summary>The charity submits another revision, with one person more in it.</summary>
    private static async Task<Answer> CorrectAsync(SmallCase test, int revision, int days)
    {
        var at = SmallCase.InTime.AddDays(days);
        var saved = await test.SaveAsync(Award, $$$"""{"helped":{"value":{{{39 + revision}}},"basedOn":{{{revision - 1}}}}}""", at: at);
        var submitted = await test.SubmitAsync(Award, saved.Etag!, at: at);
        Assert.Equal(HttpStatusCode.Created, submitted.Status);
        return submitted;
    }

    /// <summary>Since when the return waits for the lead funder, and for the trust.</summary>
    private async Task<(DateTimeOffset Lead, DateTimeOffset Trust)> SinceAsync(SmallCase test)
    {
        await ProjectAsync(test);
        var since = new List<DateTimeOffset>();
        foreach (var (funder, client) in new[] { (LeadFunder, DemoClients.LeadFunder), (SmallCase.Trust.Id.Value, DemoClients.CoFunder) })
            since.Add(Assert.Single(await ListAsync(test, "waiting", SmallCase.InTime, funder, client)).GetProperty("since").GetDateTimeOffset());
        return (since[0], since[1]);
    }

    private static Task<List<System.Text.Json.JsonElement>> WaitingAsync(SmallCase test, DateTimeOffset at) => ListAsync(test, "waiting", at);

    private static Task<List<System.Text.Json.JsonElement>> RestatedAsync(SmallCase test) => ListAsync(test, "restated", SmallCase.InTime);

    /// <summary>What of the list is of the test's own programme.</summary>
    private static async Task<List<System.Text.Json.JsonElement>> ListAsync(SmallCase test, string list, DateTimeOffset at, string funder = LeadFunder, string client = DemoClients.LeadFunder)
    {
        var found = new List<System.Text.Json.JsonElement>();
        for (var next = $"/api/v1/funders/{funder}/{list}?size=200"; next is not null;)
        {
            var page = (await test.SendAsync(HttpMethod.Get, next, null, at, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)))).Json;
            found.AddRange(page.GetProperty(list).EnumerateArray().Where(one => one.GetProperty("programme").GetString() == test.Programme.Value));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        return found;
    }

    private async Task ProjectAsync(SmallCase test, bool twice = false)
    {
        await foreach (var item in new Outbox(StorageAccount.Connect(azurite.ConnectionString)).DueAsync(test.Programme, test.Key(Award).Period, DateTimeOffset.MaxValue.AddDays(-1), DateTimeOffset.MaxValue, default))
            for (var time = 0; time < (twice ? 2 : 1); time++)
                Assert.Equal(HttpStatusCode.OK, (await test.DeliverAsync("ApplyProjections", $$"""{"programme":"{{test.Programme}}","period":"2026-Q1","outbox":"{{item.Id}}"}""")).Status);
    }
}
