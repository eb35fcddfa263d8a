using System.Net;
using System.Text;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Access;

/// <summary>What funders see of a single return: what was submitted, cut as their reports are, and never a draft.</summary>
public sealed class FunderSightTests(AzuriteFixture azurite)
{
    private const string Draft = "ONLY-IN-THE-DRAFT";
    private const string ForTheLead = "FOR-THE-LEAD-ALONE";

    /// <summary>The small form, with a story for the lead funder alone, a table with a row of the trust's and one of another's, and a sensitive one.</summary>
    private static string Form { get; } = SmallCase.Form.Replace("""{ "id": "true", "type": "declaration", "label": "This is true" }""", """
        { "id": "private", "type": "longText", "label": "For the council", "maxWords": 50, "visibleTo": ["GB-LAE-NTT"] },
        { "id": "places", "type": "table", "label": "Places", "rows": [
            { "id": "ours", "label": "The trust's", "funder": "GB-CHC-204279" }, { "id": "theirs", "label": "Another's", "funder": "GB-LAE-NTT" } ],
          "columns": [ { "id": "people", "label": "People", "type": "count" } ] },
        { "id": "health", "type": "table", "label": "Health", "sensitive": true, "rows": [
            { "id": "few", "label": "Few" }, { "id": "some", "label": "Some" }, { "id": "many", "label": "Many" } ],
          "columns": [ { "id": "people", "label": "People", "type": "count" } ] },
        { "id": "true", "type": "declaration", "label": "This is true" }
        """, StringComparison.Ordinal);

    [Fact]
    public async Task Draft_AfterASubmission_IsSeenByTheProviderAlone()
    {
        var test = await FiledAsync();
        await test.SaveAsync("a-0001", $$$"""{"story":{"value":"{{{Draft}}}","basedOn":0},"helped":{"value":770077,"basedOn":1,"comment":"{{{Draft}}}"}}""");

        Assert.Contains(Draft, await TextAsync(test, test.Address("a-0001"), DemoClients.Charity), StringComparison.Ordinal);
        foreach (var funder in new[] { DemoClients.LeadFunder, DemoClients.CoFunder })
        {
            var seen = await AskAsync(test, test.Address("a-0001"), funder);
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.Empty(seen.Json.GetProperty("answers").EnumerateObject());
            Assert.Empty(seen.Json.GetProperty("findings").EnumerateArray());
            Assert.False(seen.Json.GetProperty("draftDiffers").GetBoolean());
            foreach (var address in new[] { test.Address("a-0001"), test.Address("a-0001") + "/revisions/1/answers", $"/api/v1/returns?programme={test.Programme}&period={SmallCase.Q1}" })
            {
                var text = await TextAsync(test, address, funder);
                Assert.DoesNotContain(Draft, text, StringComparison.Ordinal);
                Assert.DoesNotContain("770077", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Draft_BeforeTheFirstSubmission_ShowsThatItIsThereAndNothingOfIt()
    {
        var test = await SetUpAsync();
        await test.SaveAsync("a-0001", $$$"""{"story":{"value":"{{{Draft}}}","basedOn":0}}""");

        var seen = await AskAsync(test, test.Address("a-0001"), DemoClients.LeadFunder);

        Assert.Equal("Draft", seen.Json.GetProperty("status").GetString());
        Assert.DoesNotContain(Draft, Encoding.UTF8.GetString(seen.Body), StringComparison.Ordinal);
        (await AskAsync(test, test.Address("a-0001") + "/revisions/1/answers", DemoClients.LeadFunder)).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Fact]
    public async Task Answers_ForACoFunder_AreCutAsItsReportsAre()
    {
        var test = await FiledAsync();

        var shown = await AskAsync(test, test.Address("a-0001") + "/revisions/1/answers", DemoClients.CoFunder);

        var cells = shown.Json.GetProperty("answers").EnumerateArray().ToDictionary(cell => cell.GetProperty("cell").GetString()!, cell => cell.GetProperty("text").GetString()!, StringComparer.Ordinal);
        Assert.Equal("40", cells["helped"]);
        Assert.DoesNotContain(cells.Keys, cell => cell.StartsWith("private", StringComparison.Ordinal));
        Assert.DoesNotContain(cells.Keys, cell => cell.Contains("theirs", StringComparison.Ordinal));
        Assert.Equal(["11"], cells.Where(cell => cell.Key.StartsWith("places", StringComparison.Ordinal)).Select(cell => cell.Value).Distinct(StringComparer.Ordinal));
        Assert.Equal("<5", cells["health/few/people"]);
        Assert.DoesNotContain(ForTheLead, Encoding.UTF8.GetString(shown.Body), StringComparison.Ordinal);
        // Nor in any other way: neither byte for byte, nor by a digest to try numbers against.
        (await AskAsync(test, test.Address("a-0001") + "/revisions/1", DemoClients.CoFunder)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        Assert.False((await AskAsync(test, test.Address("a-0001"), DemoClients.CoFunder)).Json.TryGetProperty("digest", out _));
    }

    [Fact]
    public async Task Answers_ForTheLeadFunder_AreAllOfThem()
    {
        var test = await FiledAsync();

        var shown = await TextAsync(test, test.Address("a-0001") + "/revisions/1/answers", DemoClients.LeadFunder);

        Assert.Contains(ForTheLead, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<5", shown.Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(test, test.Address("a-0001") + "/revisions/1", DemoClients.LeadFunder)).Status);
    }

    [Fact]
    public async Task Looks_OfFunders_AreSeenByTheProviderOnceADayAndKind()
    {
        var test = await FiledAsync();
        Assert.Empty(await LooksAsync(test));
        await AskAsync(test, test.Address("a-0001") + "/revisions/1", DemoClients.Charity);
        Assert.Empty(await LooksAsync(test));

        for (var time = 0; time < 2; time++)
        {
            await AskAsync(test, test.Address("a-0001") + "/revisions/1/answers", DemoClients.CoFunder);
            await AskAsync(test, test.Address("a-0001") + "/revisions/1", DemoClients.LeadFunder);
        }
        await AskAsync(test, test.Address("a-0001") + "/revisions/1/answers", DemoClients.CoFunder, SmallCase.InTime.AddDays(1));

        Assert.Equal(
            ["2026-07-11 GB-CHC-204279 Viewed", "2026-07-10 GB-CHC-204279 Viewed", "2026-07-10 GB-LAE-NTT Downloaded"],
            await LooksAsync(test));
    }

    private static async Task<string[]> LooksAsync(SmallCase test) =>
        [.. (await AskAsync(test, test.Address("a-0001") + "/looks", DemoClients.Charity)).Json.GetProperty("looks").EnumerateArray()
            .Select(look => $"{look.GetProperty("day").GetString()} {look.GetProperty("for").GetString()} {look.GetProperty("kind").GetString()}")
            .OrderByDescending(text => text[..10], StringComparer.Ordinal).ThenBy(text => text, StringComparer.Ordinal)];

    private async Task<SmallCase> SetUpAsync()
    {
        var test = await SmallCase.SetUpAsync(await azurite.AppAsync(), awards: 1, Form);
        await test.PayTogetherAsync();
        return test;
    }

    private async Task<SmallCase> FiledAsync()
    {
        var test = await SetUpAsync();
        var saved = await test.SaveAsync("a-0001", $$$"""
            {"helped":{"value":40,"basedOn":0},"private":{"value":"{{{ForTheLead}}}","basedOn":0},
             "places":{"value":{"ours":{"people":11},"theirs":{"people":29}},"basedOn":0},"health":{"value":{"few":{"people":3},"some":{"people":12},"many":{"people":60}},"basedOn":0},
             "true":{"value":true,"basedOn":0}}
            """);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
        return test;
    }

    private static async Task<string> TextAsync(SmallCase test, string address, string client) => Encoding.UTF8.GetString((await AskAsync(test, address, client)).Body);

    private static async Task<Answer> AskAsync(SmallCase test, string address, string client, DateTimeOffset? at = null) =>
        await test.SendAsync(HttpMethod.Get, address, null, at, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)));
}
