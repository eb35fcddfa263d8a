using System.Net;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Two people, or two tries, at once.</summary>
public sealed class ConcurrencyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Save_OfDifferentAnswersSideBySide_MergesThemAll()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var saves = await Task.WhenAll(new[] { "helped", "new", "hours", "spent", "happy" }.Select(id => test.SaveAsync("a-0001", $$$"""{"{{{id}}}":{"value":7,"basedOn":0}}""")));
        var read = await test.GetAsync(test.Address("a-0001"));

        Assert.All(saves, save => Assert.Equal(HttpStatusCode.OK, save.Status));
        Assert.Equal(5, read.Json.GetProperty("answers").EnumerateObject().Count());
    }

    [Fact]
    public async Task Save_OfTheSameAnswerByTwo_OneWinsAndTheOtherSeesBothValues()
    {
        var test = await SmallCase.SetUpAsync(azurite);

        var saves = await Task.WhenAll(new[] { 10, 20 }.Select(value => test.SaveAsync("a-0001", $$$"""{"helped":{"value":{{{value}}},"basedOn":0},"name":{"value":"n{{{value}}}","basedOn":0}}""")));

        var loser = Assert.Single(saves, save => save.Status == HttpStatusCode.Conflict);
        Assert.Single(saves, save => save.Status == HttpStatusCode.OK);
        loser.IsProblem(HttpStatusCode.Conflict, "MR2102");
        var conflict = loser.Json.GetProperty("conflicts")[0];
        Assert.Equal("helped", conflict.GetProperty("question").GetString());
        Assert.Equal(1, conflict.GetProperty("currentVersion").GetInt32());
        Assert.NotEqual(conflict.GetProperty("yours").GetInt32(), conflict.GetProperty("theirs").GetInt32());
        var stored = (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("answers");
        Assert.Equal(conflict.GetProperty("theirs").GetInt32(), stored.GetProperty("helped").GetProperty("value").GetInt32());
        Assert.Equal($"n{conflict.GetProperty("theirs")}", stored.GetProperty("name").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Submit_OfAStateThatChangedSince_IsRefusedAndSaysTheStateNow()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var read = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");
        var changed = await test.SaveAsync("a-0001", """{"helped":{"value":6,"basedOn":1}}""");

        var refused = await test.SubmitAsync("a-0001", read.Etag!);

        refused.IsProblem(HttpStatusCode.PreconditionFailed, "MR2107");
        Assert.Equal(changed.Etag, refused.Json.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task Submit_TriedTenTimesAtOnceWithOneKey_MakesOneRevisionAndTenEqualReceipts()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => test.SubmitAsync("a-0001", saved.Etag!, key: "one-evening")));

        Assert.All(receipts, receipt => Assert.True(receipt.Status is HttpStatusCode.Created or HttpStatusCode.OK, $"{receipt.Status}"));
        Assert.Single(receipts, receipt => receipt.Status == HttpStatusCode.Created);
        Assert.Single(receipts.Select(receipt => receipt.Json.GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, (await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Submit_ByTwoPeopleAtOnce_OneWins()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => test.SubmitAsync("a-0001", saved.Etag!)));

        Assert.Single(receipts, receipt => receipt.Status == HttpStatusCode.Created);
        Assert.All(receipts.Where(receipt => receipt.Status != HttpStatusCode.Created), lost => lost.IsProblem(HttpStatusCode.PreconditionFailed, "MR2107"));
    }

    [Fact]
    public async Task Submit_WithAKeyThatCameWithAnotherBody_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var saved = await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");
        await test.SubmitAsync("a-0001", saved.Etag!, key: "k");

        var refused = await test.SubmitAsync("a-0001", saved.Etag!, key: "k", body: """{"signatory":{"name":"Bo Ray","role":"Chair"}}""");

        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "MR2110");
    }

    [Fact]
    public async Task Submit_WhenNothingChangedSinceTheLastRevision_IsRefused()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        var receipt = await test.FileAsync("a-0001", 5);

        var refused = await test.SubmitAsync("a-0001", receipt.Etag!);

        refused.IsProblem(HttpStatusCode.Conflict, "MR2111");
    }

    [Fact]
    public async Task Period_OnceTouched_KeepsItsFormVersionWhenThePlanChanges()
    {
        var test = await SmallCase.SetUpAsync(azurite);
        await test.SaveAsync("a-0001", """{"helped":{"value":5,"basedOn":0}}""");

        await test.PlanVersion2Async();
        var touched = await test.GetAsync(test.Address("a-0002"));
        var untouched = await test.GetAsync(test.Address("a-0002", SmallCase.Q2));

        Assert.Equal(1, touched.Json.GetProperty("form").GetProperty("version").GetInt32());
        Assert.Equal(2, untouched.Json.GetProperty("form").GetProperty("version").GetInt32());
    }
}
