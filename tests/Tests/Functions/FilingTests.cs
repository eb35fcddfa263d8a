using System.Net;
using System.Security.Cryptography;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>The way of a return from its first answer to a corrected revision, over HTTP.</summary>
public sealed class FilingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Return_NobodyTouched_IsNotStartedAndNamesItsForm()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var answer = await test.GetAsync(test.Address("a-0001"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("NotStarted", answer.Json.GetProperty("status").GetString());
        Assert.Equal(1, answer.Json.GetProperty("form").GetProperty("version").GetInt32());
        Assert.Equal("\"0\"", answer.Etag);
    }

    [Fact]
    public async Task Save_OfAnswersOfEveryType_KeepsThemCanonicallyWithVersions()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var saved = await test.SaveAsync("a-0001", """
            {"helped":{"value":"1,042","basedOn":0},"hours":{"value":12.50,"basedOn":0},"spent":{"value":"£1,200.50","basedOn":0},"happy":{"value":"92.5%","basedOn":0},
             "visit":{"value":"2026-05-01","basedOn":0},"name":{"value":"  =Ŵyn & co ","basedOn":0},"partner":{"value":"yes","basedOn":0},"place":{"value":"south","basedOn":0},
             "ages":{"value":["old","young","old"],"basedOn":0},"won":{"value":[{"amount":5,"from":"A trust"},{}],"basedOn":0},"true":{"value":true,"basedOn":0}}
            """);
        var read = await test.GetAsync(test.Address("a-0001"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var answers = read.Json.GetProperty("answers");
        Assert.Equal(
            """1042|12.5|1200.5|92.5|"2026-05-01"|"=Ŵyn & co"|true|"south"|["young","old"]|[{"amount":5,"from":"A trust"}]|true""",
            string.Join('|', new[] { "helped", "hours", "spent", "happy", "visit", "name", "partner", "place", "ages", "won", "true" }
                .Select(id => answers.GetProperty(id).GetProperty("value").GetRawText())).Replace("\\u0026", "&", StringComparison.Ordinal).Replace("\\u0174", "Ŵ", StringComparison.Ordinal));
        Assert.All(answers.EnumerateObject(), answer => Assert.Equal(1, answer.Value.GetProperty("version").GetInt32()));
        Assert.Equal("Draft", read.Json.GetProperty("status").GetString());
        Assert.Equal(saved.Etag, read.Etag);
    }

    [Fact]
    public async Task Submit_OfACompleteDraft_GivesAReceiptWhoseDigestIsOfTheRevision()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var receipt = await test.FileAsync("a-0001", 42);
        var revision = await test.GetAsync(receipt.Location!);

        Assert.Equal(HttpStatusCode.Created, receipt.Status);
        Assert.Equal($"{test.Programme}/2026-Q1/a-0001/1", receipt.Json.GetProperty("reference").GetString());
        Assert.False(receipt.Json.GetProperty("late").GetBoolean());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(revision.Body)), receipt.Json.GetProperty("digest").GetString());
        Assert.Equal(42, revision.Json.GetProperty("answers").GetProperty("helped").GetInt32());
        Assert.Equal("Treasurer", revision.Json.GetProperty("signatory").GetProperty("role").GetString());
    }

    [Fact]
    public async Task Submit_WithUnansweredRequiredQuestion_IsRefusedWithItsPlace()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var saved = await test.SaveAsync("a-0001", """{"name":{"value":"Only a name","basedOn":0}}""");

        var refused = await test.SubmitAsync("a-0001", saved.Etag!);

        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "MR2106");
        Assert.Equal("helped", refused.Json.GetProperty("findings")[0].GetProperty("place").GetString());
        Assert.Equal(0, (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Submit_AfterALargeChangeSinceLastTime_NeedsASentence()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.FileAsync("a-0001", 40);
        var later = SmallCase.InTime.AddMonths(3);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":100,"basedOn":0}}""", SmallCase.Q2, later);

        var refused = await test.SubmitAsync("a-0001", saved.Etag!, period: SmallCase.Q2, at: later);
        var explained = await test.SaveAsync("a-0001", """{"helped":{"comment":"A second group started.","basedOn":1}}""", SmallCase.Q2, later);
        var accepted = await test.SubmitAsync("a-0001", explained.Etag!, period: SmallCase.Q2, at: later);

        Assert.Equal(["change-since-last"], refused.FindingNames);
        Assert.Contains("was 40 last time and is 100 now", refused.Json.GetProperty("findings")[0].GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
    }

    [Fact]
    public async Task Resubmission_OfACorrectedReturn_KeepsBothRevisions()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var first = await test.FileAsync("a-0001", 40);

        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":41,"basedOn":1}}""");
        var between = await test.GetAsync(test.Address("a-0001"));
        var second = await test.SubmitAsync("a-0001", saved.Etag!);

        Assert.True(between.Json.GetProperty("draftDiffers").GetBoolean());
        Assert.Equal("Submitted", between.Json.GetProperty("status").GetString());
        Assert.Equal("Resubmitted", second.Json.GetProperty("status").GetString());
        Assert.Equal(40, (await test.GetAsync(first.Location!)).Json.GetProperty("answers").GetProperty("helped").GetInt32());
        Assert.Equal(41, (await test.GetAsync(second.Location!)).Json.GetProperty("answers").GetProperty("helped").GetInt32());
    }

    [Fact]
    public async Task Submit_AfterTheDueDay_IsLate_AndAfterClosing_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var lastMinute = await test.FileAsync("a-0001", 1, at: new DateTimeOffset(2026, 7, 31, 22, 59, 59, TimeSpan.Zero));
        var late = await test.FileAsync("a-0002", 2, at: new DateTimeOffset(2026, 7, 31, 23, 0, 0, TimeSpan.Zero));
        var amended = await test.SaveAsync("a-0001", """{"helped":{"value":3,"basedOn":1}}""", at: new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero));
        var tooLate = await test.SaveAsync("a-0001", """{"helped":{"value":4,"basedOn":2}}""", at: new DateTimeOffset(2026, 9, 30, 23, 0, 0, TimeSpan.Zero));

        Assert.False(lastMinute.Json.GetProperty("late").GetBoolean());
        Assert.True(late.Json.GetProperty("late").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, amended.Status);
        tooLate.IsProblem(HttpStatusCode.Conflict, "MR2104");
    }

    [Fact]
    public async Task FirstSubmission_AfterClosingDay_IsRefusedAndChangesNothing()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SaveAsync("a-0001", """{"helped":{"value":3,"basedOn":0}}""", at: new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

        refused.IsProblem(HttpStatusCode.Conflict, "MR2104");
        Assert.Equal("NotStarted", (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Save_BeforeThePeriodStarts_IsRefusedAndOpensNothing()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var refused = await test.SaveAsync("a-0001", """{"helped":{"value":3,"basedOn":0}}""", at: new DateTimeOffset(2026, 3, 31, 22, 59, 0, TimeSpan.Zero));
        var opened = await test.SaveAsync("a-0001", """{"helped":{"value":3,"basedOn":0}}""", at: new DateTimeOffset(2026, 3, 31, 23, 0, 0, TimeSpan.Zero));

        refused.IsProblem(HttpStatusCode.Conflict, "MR2103");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
    }
}
