using System.Net;
using System.Text;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>A consortium's partner fills in its sections, sees nothing of the others, and never signs.</summary>
public sealed class ConsortiumTests(AzuriteFixture azurite)
{
    private const string OfTheLead = "ONLY-THE-LEAD-KNOWS";

    /// <summary>The small form, with a question in the second section that depends on the first, and a check over both.</summary>
    private static string Form { get; } = SmallCase.Form.Replace("""{ "id": "true", "type": "declaration", "label": "This is true" }""", """
        { "id": "visits", "type": "count", "label": "Visits", "checks": [ { "code": "visits-at-most", "rule": "sumAtMost", "atMost": "helped" } ] },
        { "id": "why-new", "type": "longText", "label": "Why they came", "required": true, "askIf": { "question": "shared", "is": ["yes"] } }
        """, StringComparison.Ordinal).Replace("""{ "id": "hours",""", """{ "id": "shared", "type": "yesNo", "label": "Shared" }, { "id": "hours",""", StringComparison.Ordinal);

    [Fact]
    public async Task Return_SeenByAPartner_HoldsItsSectionsAlone()
    {
        var (test, partner) = await SetUpAsync("words");
        await test.SaveAsync("a-0001", $$$"""
            {"helped":{"value":770077,"basedOn":0,"comment":"{{{OfTheLead}}}"},"shared":{"value":true,"basedOn":0},"story":{"value":"A lunch club.","basedOn":0},"visits":{"value":900000,"basedOn":0}}
            """);

        var seen = await AskAsync(test, HttpMethod.Get, "", partner);

        Assert.Equal(["story", "visits"], seen.Json.GetProperty("answers").EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal));
        var text = Encoding.UTF8.GetString(seen.Body);
        Assert.DoesNotContain(OfTheLead, text, StringComparison.Ordinal);
        Assert.DoesNotContain("770077", text, StringComparison.Ordinal);
        Assert.DoesNotContain("770,077", text, StringComparison.Ordinal);
        // What the lead answers decides what a partner is asked; whether its figures agree with the lead's, the lead is told.
        Assert.Equal(["answer-required"], seen.FindingNames);
        Assert.Equal("why-new", seen.Json.GetProperty("findings")[0].GetProperty("place").GetString());
        Assert.Empty(seen.Json.GetProperty("notAsked").EnumerateArray());
        Assert.Contains("more-than-total", (await test.GetAsync(test.Address("a-0001"))).FindingNames);
        // Nor does it read what was submitted, or the record.
        (await AskAsync(test, HttpMethod.Get, "/revisions/1/answers", partner)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await AskAsync(test, HttpMethod.Get, "/record", partner)).IsProblem(HttpStatusCode.Forbidden, "MR2303");
    }

    [Fact]
    public async Task Save_ByAPartner_ChangesItsSectionsAndIsRefusedElsewhere()
    {
        var (test, partner) = await SetUpAsync("words");
        await test.SaveAsync("a-0001", """{"helped":{"value":40,"basedOn":0}}""");

        var saved = await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"story":{"value":"A lunch club.","basedOn":0}}}""");
        var refused = await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"story":{"value":"Another.","basedOn":1},"helped":{"value":41,"basedOn":1}}}""");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(["story"], saved.Json.GetProperty("answers").EnumerateObject().Select(answer => answer.Name));
        refused.IsProblem(HttpStatusCode.Forbidden, "MR2303");
        Assert.Equal("Your organisation fills in “In words” of this return. Others fill in the rest.", refused.Detail);
        // Not even the value that a conflict would show.
        var stale = await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"helped":{"value":41,"basedOn":0}}}""");
        stale.IsProblem(HttpStatusCode.Forbidden, "MR2303");
        var whole = (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("answers");
        Assert.Equal((40, "A lunch club."), (whole.GetProperty("helped").GetProperty("value").GetInt32(), whole.GetProperty("story").GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Partner_OfTwo_SeesOnlyItsOwnOfAnothersPart()
    {
        var (test, first) = await SetUpAsync("words");
        var second = Consortium.NewPartner("Oak Lane");
        await Membership.LetInAsync(test.App.ConnectionString, second, DemoClients.CoFunder, Roles.Preparer);
        await Consortium.FormAsync(test, (first, ["words"]), (second, ["reach"]));
        await AskAsync(test, HttpMethod.Put, "/answers", first, """{"answers":{"story":{"value":"A lunch club.","basedOn":0}}}""");

        var seen = await AskAsync(test, HttpMethod.Get, "", second, client: DemoClients.CoFunder);

        Assert.Empty(seen.Json.GetProperty("answers").EnumerateObject());
        (await AskAsync(test, HttpMethod.Put, "/answers", second, """{"answers":{"story":{"value":"x","basedOn":1}}}""", DemoClients.CoFunder)).IsProblem(HttpStatusCode.Forbidden, "MR2303");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(test, HttpMethod.Put, "/answers", second, """{"answers":{"helped":{"value":4,"basedOn":0}}}""", DemoClients.CoFunder)).Status);
    }

    [Fact]
    public async Task Partner_WithAllSections_StillNeverSigns()
    {
        var (test, partner) = await SetUpAsync(["reach", "words"], Roles.Preparer | Roles.Signatory);
        var saved = await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"helped":{"value":40,"basedOn":0},"place":{"value":"north","basedOn":0}}}""");

        var submitted = await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/submission", """{"signatory":{"name":"Ann Lee","role":"Chair"}}""", null,
            ("If-Match", saved.Etag!), ("Idempotency-Key", "a partner"), ("Authorization", await TokenAsync(DemoClients.Admin)));

        submitted.IsProblem(HttpStatusCode.Forbidden, "MR2303");
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
    }

    [Fact]
    public async Task Parts_HoldForLaterPeriods_AndEndWithThePartnership()
    {
        var (test, partner) = await SetUpAsync("words");
        var later = await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"story":{"value":"Autumn.","basedOn":0}}}""", period: SmallCase.Q2);
        Assert.Equal(HttpStatusCode.OK, later.Status);

        await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 1) with { Partners = [] });

        (await AskAsync(test, HttpMethod.Get, "", partner, period: SmallCase.Q2)).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Fact]
    public async Task Partner_WithoutAPart_SeesOnlyWhereTheReturnStands()
    {
        var (test, partner) = await SetUpAsync([], Roles.Preparer);
        await test.SaveAsync("a-0001", """{"helped":{"value":40,"basedOn":0}}""");
        var seen = await AskAsync(test, HttpMethod.Get, "", partner);
        Assert.Equal("Draft", seen.Json.GetProperty("status").GetString());
        Assert.Empty(seen.Json.GetProperty("answers").EnumerateObject());
        Assert.Empty(seen.FindingNames);
        (await AskAsync(test, HttpMethod.Put, "/answers", partner, """{"answers":{"story":{"value":"x","basedOn":0}}}""")).IsProblem(HttpStatusCode.Forbidden, "MR2303");
    }

    private Task<(SmallCase Test, NamedOrganisation Partner)> SetUpAsync(string section) => SetUpAsync([section], Roles.Preparer);

    private async Task<(SmallCase Test, NamedOrganisation Partner)> SetUpAsync(string[] sections, Roles roles)
    {
        var test = await SmallCase.SetUpAsync(await azurite.AppAsync(), awards: 1, Form);
        var partner = Consortium.NewPartner();
        await Membership.LetInAsync(test.App.ConnectionString, partner, DemoClients.Admin, roles);
        await Consortium.FormAsync(test, (partner, sections));
        return (test, partner);
    }

    private static async Task<Answer> AskAsync(
        SmallCase test, HttpMethod method, string part, NamedOrganisation partner, string? body = null, string client = DemoClients.Admin, string period = SmallCase.Q1) =>
        await test.SendAsync(method, test.Address("a-0001", period) + part, body, null, ("Authorization", await TokenAsync(client)), ("X-Organisation", partner.Id.Value));

    private static async Task<string> TokenAsync(string client) => "Bearer " + await ProviderFixture.Instance.TokenAsync(client);
}
