using System.Net;
using System.Text;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Bad input gets a problem with a code and a sentence, and changes nothing.</summary>
public sealed class BadInputTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("""{"nonsense":{"value":1,"basedOn":0}}""", "unknown-question", "nonsense")]
    [InlineData("""{"../../helped":{"value":1,"basedOn":0}}""", "unknown-question", "../../helped")]
    [InlineData("""{"helped":{"value":"many","basedOn":0}}""", "wrong-type", "helped")]
    [InlineData("""{"helped":{"value":true,"basedOn":0}}""", "wrong-type", "helped")]
    [InlineData("""{"helped":{"value":[[[]]],"basedOn":0}}""", "wrong-type", "helped")]
    [InlineData("""{"helped":{"value":1e400,"basedOn":0}}""", "number-too-large", "helped")]
    [InlineData("""{"helped":{"value":1000000000000,"basedOn":0}}""", "number-too-large", "helped")]
    [InlineData("""{"helped":{"value":1.5,"basedOn":0}}""", "not-a-whole-number", "helped")]
    [InlineData("""{"helped":{"value":-1,"basedOn":0}}""", "negative-number", "helped")]
    [InlineData("""{"spent":{"value":1.001,"basedOn":0}}""", "too-many-decimals", "spent")]
    [InlineData("""{"visit":{"value":"2026-02-30","basedOn":0}}""", "not-a-date", "visit")]
    [InlineData("""{"place":{"value":"west","basedOn":0}}""", "unknown-choice", "place")]
    [InlineData("""{"ages":{"value":["young","dead"],"basedOn":0}}""", "unknown-choice", "ages")]
    [InlineData("""{"name":{"value":"a\u0000b","basedOn":0}}""", "text-not-usable", "name")]
    [InlineData("""{"name":{"value":"half \ud83d of a pair","basedOn":0}}""", "text-not-usable", "name")]
    [InlineData("""{"won":{"value":[{"from":"x","who":1}],"basedOn":0}}""", "unknown-question", "won")]
    [InlineData("""{"won":{"value":[{"from":"x"},{"amount":"lots"}],"basedOn":0}}""", "wrong-type", "won/2/amount")]
    public async Task Save_OfAnUnusableAnswer_IsRefusedWithItsPlace_AndSavesNothingElse(string answers, string finding, string place)
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SaveAsync("a-0001", answers[..^1] + ""","new":{"value":3,"basedOn":0}}""");

        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "MR2101");
        Assert.Equal([finding], refused.FindingNames);
        Assert.Equal(place, refused.Json.GetProperty("findings")[0].GetProperty("place").GetString());
        await NothingChangedAsync(test);
    }

    [Theory]
    [InlineData("short", "name", 501)]
    [InlineData("long", "story", 20_001)]
    public async Task Save_OfTextOverTheLimit_IsRefused(string _, string question, int length)
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SaveAsync("a-0001", $$$"""{"{{{question}}}":{"value":"{{{new string('x', length)}}}","basedOn":0}}""");

        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "MR2101");
        Assert.Equal(["text-too-long"], refused.FindingNames);
        await NothingChangedAsync(test);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"answers":[]}""")]
    [InlineData("""{"answers":{}}""")]
    [InlineData("""{"answers":{"helped":5}}""")]
    [InlineData("""{"answers":{"helped":{"value":5}}}""")]
    [InlineData("""{"answers":{"helped":{"value":5,"basedOn":-1}}}""")]
    [InlineData("""{"answers":{"helped":{"value":5,"basedOn":0,"extra":1}}}""")]
    [InlineData("""{"answers":{"helped":{"value":5,"basedOn":0},"helped":{"value":6,"basedOn":0}}}""")]
    [InlineData("""{"answers":{"helped":{"value":5,"basedOn":0}}""")]
    [InlineData("""{"answers":{"\ud800":{"value":5,"basedOn":0}}}""")]
    [InlineData("""{"answers":{"helped":{"comment":7,"basedOn":0}}}""")]
    [InlineData("""{"answers":{"helped":{"value":5,"basedOn":0}}} trailing""")]
    public async Task Save_OfABodyThatIsNotItsShape_IsRefused(string body)
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SendAsync(HttpMethod.Put, test.Address("a-0001") + "/answers", body, null);

        refused.IsProblem(HttpStatusCode.BadRequest, "MR2001");
        await NothingChangedAsync(test);
    }

    [Fact]
    public async Task Save_OfADeeplyNestedBody_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SaveAsync("a-0001", $$$"""{"helped":{"value":{{{new string('[', 5000)}}}{{{new string(']', 5000)}}},"basedOn":0}}""");

        refused.IsProblem(HttpStatusCode.BadRequest, "MR2001");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_OfTenMegabytes_IsRefusedAsTooLarge(bool sayLength)
    {
        var test = await SmallCase.SetUpAsync(azurite);
        using var request = new HttpRequestMessage(HttpMethod.Put, test.Address("a-0001") + "/answers")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', 10_000_000))),
        };
        request.Content.Headers.Add("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = !sayLength;

        request.Headers.Add("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity));
        using var response = await test.App.Http.SendAsync(request);

        (await Answer.OfAsync(response)).IsProblem(HttpStatusCode.RequestEntityTooLarge, "MR2002");
    }

    [Fact]
    public async Task Save_WithAnotherContentType_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        using var form = new StringContent("answers=1", Encoding.UTF8, "text/plain");

        using var http = await ProviderFixture.Instance.CallAsAsync(DemoClients.Charity, test.App.Address);
        using var response = await http.PutAsync(new Uri(test.Address("a-0001") + "/answers", UriKind.Relative), form);

        (await Answer.OfAsync(response)).IsProblem(HttpStatusCode.UnsupportedMediaType, "MR2003");
    }

    public static TheoryData<string> StrangeIds() =>
        ["a%2Fb", "..%2F..%2Fx", "a b", "a'b", "a|b", "h%7Ca-0001", "ŵ", "-a", "%F0%9F%99%82", "a%09b", new string('x', 1000), "a!b", "%22%3E"];

    [Theory]
    [MemberData(nameof(StrangeIds))]
    public async Task EveryAddress_WithAStrangeId_IsNotFound(string id)
    {
        var test = await SmallCase.SetUpAsync(azurite);
        string[] addresses =
        [
            $"/api/v1/programmes/{id}/periods", $"/api/v1/forms/{id}/versions/1", $"/api/v1/forms/{test.Programme}/versions/{id}", $"/api/v1/providers/{id}/returns",
            $"/api/v1/returns/{id}/2026-Q1/a-0001", $"/api/v1/returns/{test.Programme}/{id}/a-0001", $"/api/v1/returns/{test.Programme}/2026-Q1/{id}",
            $"/api/v1/returns/{test.Programme}/2026-Q1/a-0001/revisions/{id}", $"/api/v1/reports/{id}/2026-Q1", $"/api/v1/reports/{test.Programme}/{id}/consolidated.xlsx",
            $"/api/v1/reports/{test.Programme}/{id}/consolidated.csv", $"/api/v1/reports/{id}/2026-Q1/consolidated.json", $"/api/v1/reports/{test.Programme}/{id}/history",
            $"/api/v1/reports/{test.Programme}/2026-Q1?funder={id}", $"/api/v1/reports/{test.Programme}/2026-Q1?from={id}", $"/api/v1/reports/{test.Programme}/2026-Q1/history?to={id}", $"/{id}",
        ];

        foreach (var address in addresses)
            (await test.GetAsync(address)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await test.SaveAsync(id, """{"helped":{"value":1,"basedOn":0}}""")).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await test.SubmitAsync(id, "\"1\"")).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Theory]
    [InlineData("/api/v1/forms/none/versions/1")]
    [InlineData("/api/v1/programmes/none/periods")]
    [InlineData("/api/v1/returns/PROGRAMME/2030-Q1/a-0001")]
    [InlineData("/api/v1/returns/PROGRAMME/2026-Q1/award-of-another")]
    [InlineData("/api/v1/returns/PROGRAMME/2026-Q1/a-0001/revisions/1")]
    [InlineData("/api/v1/returns/PROGRAMME/2026-Q1/a-0001/revisions/99999999999")]
    [InlineData("/api/v1/forms/PROGRAMME/versions/2")]
    [InlineData("/api/v1/forms/PROGRAMME/versions/99999999999")]
    [InlineData("/api/v1/reports/PROGRAMME/2030-Q1")]
    [InlineData("/nothing")]
    public async Task Get_OfWhatIsNotThere_IsNotFound(string address)
    {
        var test = await SmallCase.SetUpAsync(azurite);

        (await test.GetAsync(address.Replace("PROGRAMME", test.Programme.Value, StringComparison.Ordinal))).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Theory]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&status=Lost")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&status=1")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&status=Draft,Accepted")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&size=0")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&size=99999999999")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&after=a%00b")]
    [InlineData("?programme=PROGRAMME&period=2026-Q1&after=a'b")]
    [InlineData("?programme=PROGRAMME")]
    [InlineData("?programme=a/b&period=%00")]
    [InlineData("")]
    public async Task ListReturns_WithABadParameter_SaysWhichAndHow(string query)
    {
        var test = await SmallCase.SetUpAsync(azurite);

        (await test.GetAsync("/api/v1/returns" + query.Replace("PROGRAMME", test.Programme.Value, StringComparison.Ordinal))).IsProblem(HttpStatusCode.BadRequest, "MR2005");
    }

    [Theory]
    [InlineData("""{"signatory":{"name":"","role":"Chair"}}""", "MR2005")]
    [InlineData("""{"signatory":{"name":"Ann"}}""", "MR2005")]
    [InlineData("""{"signatory":{"name":"Ann","role":"Chair"},"minutes":-1}""", "MR2005")]
    [InlineData("""{"signatory":{"name":"Ann","role":"Chair"},"minutes":1.5}""", "MR2001")]
    [InlineData("""{"signatory":{"name":"An\u0000n","role":"Chair"}}""", "MR2005")]
    [InlineData("""{"signatory":{"name":"\ud800","role":"Chair"}}""", "MR2001")]
    [InlineData("""[]""", "MR2001")]
    [InlineData("""null""", "MR2005")]
    [InlineData("", "MR2001")]
    public async Task Submit_WithABadBody_IsRefusedAndSubmitsNothing(string body, string code)
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");

        var refused = await test.SubmitAsync("a-0001", saved.Etag!, body: body);

        refused.IsProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal(0, (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Submit_WithoutItsHeaders_SaysWhichIsMissing()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var address = test.Address("a-0001") + "/submission";
        var body = """{"signatory":{"name":"Ann","role":"Chair"}}""";

        (await test.SendAsync(HttpMethod.Post, address, body, null, ("Idempotency-Key", "k"))).IsProblem(HttpStatusCode.PreconditionRequired, "MR2108");
        (await test.SendAsync(HttpMethod.Post, address, body, null, ("If-Match", "\"1\""))).IsProblem(HttpStatusCode.BadRequest, "MR2109");
        (await test.SubmitAsync("a-0001", "\"1\"", key: new string('k', 201), body: body)).IsProblem(HttpStatusCode.BadRequest, "MR2109");
        (await test.SubmitAsync("a-0001", "*", body: body)).IsProblem(HttpStatusCode.PreconditionFailed, "MR2107");
        (await test.SubmitAsync("a-0001", "W/\"0\"", body: body)).IsProblem(HttpStatusCode.PreconditionFailed, "MR2107");
    }

    [Fact]
    public async Task Save_ToAnAwardThatLeft_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 2) with { EndedOn = new DateOnly(2026, 5, 31) });

        (await test.SaveAsync("a-0002", """{"helped":{"value":5,"basedOn":0}}""")).IsProblem(HttpStatusCode.Conflict, "MR2105");
    }

    private static async Task NothingChangedAsync(SmallCase test)
    {
        var read = await test.GetAsync(test.Address("a-0001"));
        Assert.Equal("\"0\"", read.Etag);
        Assert.Empty(read.Json.GetProperty("answers").EnumerateObject());
    }
}
