using System.Net;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Accepting a return, opening it again, and restating it.</summary>
public sealed class AcceptanceTests(AzuriteFixture azurite)
{
    private const string Award = "a-0001";
    private const string Reason = """{"reason":" A bill was missing. "}""";

    /// <summary>A day after the last on which the provider may correct the first quarter by itself.</summary>
    private static readonly DateTimeOffset AfterTheEnd = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/acceptance")]
    [InlineData("/reopening")]
    public async Task Change_WithoutTheStateThatWasRead_IsRefused(string what)
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var filed = await test.FileAsync(Award, 40);
        if (what == "/reopening")
            filed = await AcceptAsync(test, filed.Etag!);

        (await test.SendAsync(HttpMethod.Post, test.Address(Award) + what, Reason, null)).IsProblem(HttpStatusCode.PreconditionRequired, "MR2108");
        foreach (var stale in new[] { "\"0\"", "\"999\"", "*", $"W/{filed.Etag}", "nonsense" })
        {
            var refused = await test.SendAsync(HttpMethod.Post, test.Address(Award) + what, Reason, null, ("If-Match", stale));
            refused.IsProblem(HttpStatusCode.PreconditionFailed, "MR2107");
            Assert.Equal(filed.Etag, refused.Json.GetProperty("etag").GetString());
        }
        Assert.Equal(filed.Etag, (await test.GetAsync(test.Address(Award))).Etag);
    }

    [Fact]
    public async Task Acceptance_OfASubmittedReturn_ClosesItToChanges()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var filed = await test.FileAsync(Award, 40);

        var accepted = await AcceptAsync(test, filed.Etag!);

        Assert.Equal((HttpStatusCode.OK, "Accepted", 1), (accepted.Status, accepted.Json.GetProperty("status").GetString()!, accepted.Json.GetProperty("revision").GetInt32()));
        Assert.Equal(accepted.Etag, (await test.GetAsync(test.Address(Award))).Etag);
        (await test.SaveAsync(Award, """{"helped":{"value":41,"basedOn":1}}""")).IsProblem(HttpStatusCode.Conflict, "MR2113");
        (await test.SubmitAsync(Award, accepted.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2113");
        (await AcceptAsync(test, accepted.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2114");
    }

    [Fact]
    public async Task Change_InTheWrongState_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        (await AcceptAsync(test, "\"0\"")).IsProblem(HttpStatusCode.Conflict, "MR2114");
        var saved = await test.SaveAsync(Award, """{"helped":{"value":40,"basedOn":0}}""");
        (await AcceptAsync(test, saved.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2114");
        var filed = await test.SubmitAsync(Award, saved.Etag!);
        (await ReopenAsync(test, filed.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2115");
        var reopened = await ReopenAsync(test, (await AcceptAsync(test, filed.Etag!)).Etag!);

        (await AcceptAsync(test, reopened.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2114");
        (await ReopenAsync(test, reopened.Etag!)).IsProblem(HttpStatusCode.Conflict, "MR2115");
    }

    [Theory]
    [InlineData("""{"reason":""}""", "MR2005")]
    [InlineData("""{"reason":"   "}""", "MR2005")]
    [InlineData("""{"reason":null}""", "MR2005")]
    [InlineData("{}", "MR2005")]
    [InlineData("null", "MR2005")]
    [InlineData("""{"reason":"two\nlines"}""", "MR2005")]
    [InlineData("""{"reason":"\u0000"}""", "MR2005")]
    [InlineData("""{"reason":7}""", "MR2001")]
    [InlineData("""{"reason":"\ud800"}""", "MR2001")]
    [InlineData("[]", "MR2001")]
    [InlineData("nonsense", "MR2001")]
    [InlineData("", "MR2001")]
    [InlineData("LONG", "MR2005")]
    public async Task Reopening_WithoutAUsableReason_IsRefusedAndChangesNothing(string body, string code)
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var accepted = await AcceptAsync(test, (await test.FileAsync(Award, 40)).Etag!);

        var refused = await ReopenAsync(test, accepted.Etag!, body == "LONG" ? $$"""{"reason":"{{new string('x', 501)}}"}""" : body);

        refused.IsProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal("Accepted", (await test.GetAsync(test.Address(Award))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reopened_AfterThePeriodsEnd_LetsTheProviderRestateOnce()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var accepted = await AcceptAsync(test, (await test.FileAsync(Award, 40)).Etag!, AfterTheEnd);
        var reopened = await ReopenAsync(test, accepted.Etag!, at: AfterTheEnd);

        var saved = await test.SaveAsync(Award, """{"helped":{"value":41,"basedOn":1}}""", at: AfterTheEnd);
        var between = await test.GetAsync(test.Address(Award), AfterTheEnd);
        var restated = await test.SubmitAsync(Award, saved.Etag!, at: AfterTheEnd);

        Assert.Equal(("Reopened", "A bill was missing."), (reopened.Json.GetProperty("status").GetString(), reopened.Json.GetProperty("reopenedBecause").GetString()));
        Assert.Equal("Reopened", between.Json.GetProperty("status").GetString());
        Assert.Equal(("Restated", 2), (restated.Json.GetProperty("status").GetString(), restated.Json.GetProperty("revision").GetInt32()));
        Assert.Equal(41, (await test.GetAsync(restated.Location!)).Json.GetProperty("answers").GetProperty("helped").GetInt32());
        Assert.Equal(40, (await test.GetAsync(test.Address(Award) + "/revisions/1")).Json.GetProperty("answers").GetProperty("helped").GetInt32());
        (await test.SaveAsync(Award, """{"helped":{"value":42,"basedOn":2}}""", at: AfterTheEnd)).IsProblem(HttpStatusCode.Conflict, "MR2104");
        Assert.Equal("Accepted", (await AcceptAsync(test, restated.Etag!, AfterTheEnd)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Change_OfNoReturn_IsNotFound()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        foreach (var award in new[] { "a-9999", "..%2F", "a!b" })
            foreach (var what in new[] { "/acceptance", "/reopening" })
                (await test.SendAsync(HttpMethod.Post, test.Address(award) + what, Reason, null, ("If-Match", "\"1\""))).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    private static Task<Answer> AcceptAsync(SmallCase test, string etag, DateTimeOffset? at = null) =>
        test.SendAsync(HttpMethod.Post, test.Address(Award) + "/acceptance", null, at, ("If-Match", etag));

    private static Task<Answer> ReopenAsync(SmallCase test, string etag, string body = Reason, DateTimeOffset? at = null) =>
        test.SendAsync(HttpMethod.Post, test.Address(Award) + "/reopening", body, at, ("If-Match", etag));
}
