using System.Net;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>A charity's own return as a workbook, and what a funder may see of it.</summary>
public sealed class OwnWorkbookTests(AzuriteFixture azurite)
{
    private static string Form { get; } = SmallCase.Form.Replace("""{ "id": "true", "type": "declaration", "label": "This is true" }""", """
        { "id": "private", "type": "longText", "label": "For the council", "maxWords": 50, "visibleTo": ["GB-LAE-NTT"] },
        { "id": "places", "type": "table", "label": "Places", "rowTotals": true, "rows": [
            { "id": "ours", "label": "The trust's", "funder": "GB-CHC-204279" }, { "id": "theirs", "label": "Another's", "funder": "GB-LAE-NTT" } ],
          "columns": [ { "id": "men", "label": "Men", "type": "count" }, { "id": "women", "label": "Women", "type": "count" } ] },
        { "id": "true", "type": "declaration", "label": "This is true" }
        """, StringComparison.Ordinal);

    [Fact]
    public async Task Workbook_OfTheProvider_HoldsEveryAnswerTableAndWhatItWasSignedWith()
    {
        var test = await FiledAsync();

        var sheets = await OpenAsync(test, DemoClients.Charity);

        var answers = sheets["Answers"].ToDictionary(row => row[4], row => row, StringComparer.Ordinal);
        Assert.Equal(["Reach", "People helped", "40", "As it was.", "helped"], answers["helped"]);
        Assert.Equal("£1,250.50", answers["spent"][2]);
        Assert.Equal("=1+1", answers["story"][2]);
        Assert.Equal("Yes", answers["partner"][2]);
        Assert.Equal("", answers["visit"][2]);
        Assert.Equal("See the sheet “Tables”", answers["places"][2]);
        Assert.Equal("Only the council reads this.", answers["private"][2]);
        Assert.Contains(["Another's", "20", "9", "29"], sheets["Tables"].Select(row => row[..4]));
        Assert.Contains(["Total", "25", "15", "40"], sheets["Tables"].Select(row => row[..4]));
        Assert.Contains(["Lottery", "£500.00"], sheets["Tables"].Select(row => row[..2]));
        var about = sheets["About"].Where(row => row.Length > 1).GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.First()[1], StringComparer.Ordinal);
        Assert.Equal(
            ($"{test.Programme}/{SmallCase.Q1}/a-0001/1", "Group 1 (MR-000001)", "Ann Lee", "Treasurer", "30", "10 July 2026 13:00"),
            (about["Reference"], about["Provider"], about["Signed by"], about["Signed as"], about["Minutes it took"], about["Submitted (UK time)"]));
        Assert.Equal((await test.GetAsync(test.Address("a-0001"))).Json.GetProperty("digest").GetString(), about["Digest (SHA-256)"]);
        Assert.Equal(("A county council (GB-LAE-NTT)", "A trust (GB-CHC-204279)"), (about["Lead funder"], about["Co-funder"]));
    }

    [Fact]
    public async Task Workbook_OfACoFunder_HoldsOnlyWhatItMaySee_AndTheLookIsNoted()
    {
        var test = await FiledAsync();

        var sheets = await OpenAsync(test, DemoClients.CoFunder);

        Assert.DoesNotContain(sheets["Answers"], row => row[4] == "private");
        Assert.Contains(["The trust's", "5", "6", "11"], sheets["Tables"].Select(row => row[..4]));
        Assert.DoesNotContain(sheets["Tables"], row => row[0] is "Another's" or "Total");
        Assert.DoesNotContain(sheets["About"], row => row[0].StartsWith("Digest", StringComparison.Ordinal));
        var looks = (await test.GetAsync(test.Address("a-0001") + "/looks")).Json.GetProperty("looks").EnumerateArray();
        Assert.Contains(looks, look => (look.GetProperty("for").GetString(), look.GetProperty("kind").GetString()) == (SmallCase.Trust.Id.Value, "Downloaded"));
    }

    [Fact]
    public async Task Workbook_OfARevisionThatIsNotThere_IsNotFound()
    {
        var test = await FiledAsync();
        foreach (var revision in (string[])["2", "0", "x"])
            (await test.GetAsync($"{test.Address("a-0001")}/revisions/{revision}/return.xlsx")).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    private async Task<SmallCase> FiledAsync()
    {
        var test = await SmallCase.SetUpAsync(await azurite.AppAsync(), awards: 1, Form);
        await test.PayTogetherAsync();
        var saved = await test.SaveAsync("a-0001", """
            {"helped":{"value":40,"basedOn":0,"comment":"As it was."},"spent":{"value":1250.5,"basedOn":0},"story":{"value":"=1+1","basedOn":0},"partner":{"value":true,"basedOn":0},
             "private":{"value":"Only the council reads this.","basedOn":0},"won":{"value":[{"from":"Lottery","amount":500},{"from":"Shop"}],"basedOn":0},
             "places":{"value":{"ours":{"men":5,"women":6},"theirs":{"men":20,"women":9}},"basedOn":0},"true":{"value":true,"basedOn":0}}
            """);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(HttpStatusCode.Created, (await test.SubmitAsync("a-0001", saved.Etag!)).Status);
        return test;
    }

    private static async Task<IReadOnlyDictionary<string, List<string[]>>> OpenAsync(SmallCase test, string client)
    {
        var file = await test.SendAsync(
            HttpMethod.Get, test.Address("a-0001") + "/revisions/1/return.xlsx", null, null, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)));
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (file.Status, file.ContentType));
        using var folder = new TemporaryFolder();
        var path = folder.File("return.xlsx");
        await File.WriteAllBytesAsync(path, file.Body);
        return await LibreOffice.ToCsvAsync(path);
    }
}
