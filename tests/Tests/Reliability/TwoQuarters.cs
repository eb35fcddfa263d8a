using System.Net;
using System.Text.Json;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>One award's money over two quarters, its first quarter's return still to be corrected, and the reports that show it to date.</summary>
internal sealed class TwoQuarters(SmallCase test, RunningClock clock)
{
    public const string Award = "a-0001";
    public static readonly string OfTrust = $"?funder={SmallCase.Trust.Id}";

    public SmallCase Test => test;

    public RunningClock Clock => clock;

    public QueuePump Pump { get; } = new(test, clock);

    public static async Task<TwoQuarters> SetUpAsync(RunningApp app)
    {
        var test = await SmallCase.SetUpAsync(app, awards: 1);
        await test.PayTogetherAsync();
        return new TwoQuarters(test, new RunningClock(SmallCase.InTime));
    }

    /// <summary>The same through another running app.</summary>
    public TwoQuarters On(RunningApp app) => new(test.On(app), clock);

    public async Task<Answer> SaveAsync(string period, int spent, int basedOn) => await test.SaveAsync(
        Award, $$$"""{"helped":{"value":40,"basedOn":{{{basedOn}}}},"spent":{"value":{{{spent}}},"basedOn":{{{basedOn}}}} }""", period, clock.Now);

    public async Task<Answer> SubmitAsync(string period, string etag, string? key = null) => await test.SubmitAsync(Award, etag, key, period, clock.Now);

    public async Task FileAsync(string period, int spent, int basedOn = 0)
    {
        var saved = await SaveAsync(period, spent, basedOn);
        Assert.Equal(HttpStatusCode.Created, (await SubmitAsync(period, saved.Etag!)).Status);
    }

    /// <summary>Accepts and reopens the return of a period, so that what is submitted next restates it.</summary>
    public async Task ReopenAsync(string period)
    {
        var read = await test.GetAsync(test.Address(Award, period), clock.Now);
        var accepted = await test.SendAsync(HttpMethod.Post, test.Address(Award, period) + "/acceptance", null, clock.Now, ("If-Match", read.Etag!));
        var reopened = await test.SendAsync(
            HttpMethod.Post, test.Address(Award, period) + "/reopening", """{"reason":"A bill was missing."}""", clock.Now, ("If-Match", accepted.Etag!));
        Assert.Equal(HttpStatusCode.OK, reopened.Status);
    }

    public async Task<Answer> ReportAsync(string query = "", string period = SmallCase.Q2) => await test.GetAsync(test.ReportAddress(query, period), clock.Now);

    /// <summary>Asks for a report, and has it made.</summary>
    public async Task<JsonElement> MadeAsync(string query = "", string period = SmallCase.Q2)
    {
        await ReportAsync(query, period);
        await Pump.UntilEmptyAsync();
        return (await ReportAsync(query, period)).Json;
    }

    /// <summary>What the report shows as spent to date.</summary>
    public async Task<decimal?> ToDateAsync(string query = "", string period = SmallCase.Q2)
    {
        var json = (await test.GetAsync(test.ReportAddress(query, period, "/consolidated.json"), clock.Now)).Json;
        return Column(json, "IndicatorsToDate", "actual")[1].GetDecimal();
    }

    /// <summary>The revision of a period that the report was made from.</summary>
    public static int RevisionOf(JsonElement report, string period)
    {
        var manifest = report.GetProperty("manifest");
        return manifest.GetProperty("returns").EnumerateArray().Concat(manifest.GetProperty("earlier").EnumerateArray())
            .Single(entry => entry.GetProperty("period").GetString() == period).GetProperty("revision").GetInt32();
    }

    /// <summary>The cells of one column of a table in a report's JSON.</summary>
    public static IReadOnlyList<JsonElement> Column(JsonElement json, string table, string column)
    {
        var found = json.GetProperty("tables").EnumerateArray().Single(one => one.GetProperty("id").GetString() == table);
        var place = found.GetProperty("columns").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToList().IndexOf(column);
        return [.. found.GetProperty("rows").EnumerateArray().Select(row => row[place])];
    }
}
