using System.IO.Compression;
using System.Net;
using System.Text.Json;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.Functions;

/// <summary>Cuts and spans over HTTP: asked for, made by the queue's function, published, downloaded in each format.</summary>
[EmptyQueues]
[Collection(ReliabilityCollection.Name)]
public sealed class CutTests(ReliableStorage storage) : IClassFixture<ReliableStorage>
{
    private static readonly string Span = $"?from={SmallCase.Q1}&to={SmallCase.Q2}";
    private static readonly string SpanOfTrust = $"{Span}&funder={SmallCase.Trust.Id}";

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Report_AskedForTheFirstTime_IsAskedThenPublished(bool isCut, bool isSpan)
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        var query = isCut ? isSpan ? SpanOfTrust : TwoQuarters.OfTrust : Span;

        var asked = (await two.ReportAsync(query)).Json;
        (await two.Test.GetAsync(two.Test.ReportAddress(query, SmallCase.Q2, "/consolidated.xlsx"), two.Clock.Now)).IsProblem(HttpStatusCode.NotFound, "MR2201");
        await two.Pump.UntilEmptyAsync();
        var made = (await two.ReportAsync(query)).Json;

        Assert.Equal("Asked", asked.GetProperty("state").GetString());
        Assert.Equal(("Published", SmallCase.Q2), (made.GetProperty("state").GetString(), made.GetProperty("period").GetString()));
        Assert.Equal(isSpan ? SmallCase.Q1 : null, made.TryGetProperty("from", out var from) ? from.GetString() : null);
        Assert.Equal(isCut ? SmallCase.Trust.Id.Value : null, made.TryGetProperty("funder", out var funder) ? funder.GetString() : null);
        Assert.Equal(isSpan ? 2 : 1, made.GetProperty("published").GetProperty("revisions").GetInt32());
        // Whoever knows all other answers could try out a hidden number against a digest.
        var returns = made.GetProperty("manifest").GetProperty("returns").EnumerateArray().ToList();
        Assert.All(returns, entry => Assert.Equal(!isCut, entry.TryGetProperty("digest", out _)));
        foreach (var link in new[] { "workbook", "csv", "json", "history" })
            Assert.Equal(HttpStatusCode.OK, (await two.Test.GetAsync(made.GetProperty(link).GetString()!, two.Clock.Now)).Status);
    }

    [Theory]
    [InlineData("?funder=GB-CHC-1", "2026-Q1")]
    [InlineData("?funder=nonsense", "2026-Q1")]
    [InlineData("?funder=MR-000001", "2026-Q1")]
    [InlineData("?from=2030-Q1", "2026-Q1")]
    [InlineData("?to=2030-Q1", "2026-Q1")]
    [InlineData("?from=%00", "2026-Q1")]
    [InlineData("?of=nonsense", "2026-Q1")]
    [InlineData("?of=indicator-nonsense", "2026-Q1")]
    [InlineData("?from=2026-Q1&to=2026-Q2", "2030-Q1")]
    public async Task Report_ForNobodyOrNoPeriod_IsNotFoundInEveryFormat(string query, string period)
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 1);
        await test.PayTogetherAsync();

        foreach (var part in new[] { "", "/consolidated.xlsx", "/consolidated.csv", "/consolidated.json", "/history" })
            (await test.GetAsync(test.ReportAddress(query, period, part))).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Fact]
    public async Task Cut_OfAnOrganisationThatDoesNotPay_LooksLikeOneThatIsNotThere()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 1);
        await test.PayTogetherAsync();

        var provider = await test.GetAsync(test.ReportAddress("?funder=MR-000001"));
        var nobody = await test.GetAsync(test.ReportAddress("?funder=GB-CHC-9999999"));

        Assert.Equal(nobody.Body, provider.Body);
    }

    [Fact]
    public async Task Span_UpsideDown_IsABadParameterInEveryFormat()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 1);

        foreach (var part in new[] { "", "/consolidated.xlsx", "/consolidated.csv", "/consolidated.json", "/history" })
            (await test.GetAsync(test.ReportAddress($"?from={SmallCase.Q2}&to={SmallCase.Q1}", SmallCase.Q1, part))).IsProblem(HttpStatusCode.BadRequest, "MR2005");
    }

    [Fact]
    public async Task Report_ForTheLeadByName_IsTheLeadsReport()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);

        var named = await two.ReportAsync($"?funder=GB-LAE-NTT&from={SmallCase.Q2}&to={SmallCase.Q2}");

        Assert.Equal((await two.ReportAsync()).Body, named.Body);
        Assert.Equal("Published", named.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Span_BeforeItsLastPeriodOpens_IsNotMade()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var test = await SmallCase.SetUpAsync(app, awards: 1);
        var early = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal("NotBuilt", (await test.GetAsync(test.ReportAddress(Span, SmallCase.Q2), early)).Json.GetProperty("state").GetString());
        Assert.Equal("NotBuilt", (await test.GetAsync(test.ReportAddress(Span, SmallCase.Q2), early)).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Downloads_OfLeadCutAndSpan_AreFilesOfTheirKindWithTheSameFigures()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        foreach (var query in new[] { "", TwoQuarters.OfTrust, Span, SpanOfTrust })
        {
            await two.MadeAsync(query);
            var workbook = await two.Test.GetAsync(two.Test.ReportAddress(query, SmallCase.Q2, "/consolidated.xlsx"), two.Clock.Now);
            var csv = await two.Test.GetAsync(two.Test.ReportAddress(query, SmallCase.Q2, "/consolidated.csv"), two.Clock.Now);
            var json = await two.Test.GetAsync(two.Test.ReportAddress(query, SmallCase.Q2, "/consolidated.json"), two.Clock.Now);

            Assert.Equal(
                ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip", "application/json"), (workbook.ContentType, csv.ContentType, json.ContentType));
            using var book = new ZipArchive(new MemoryStream(workbook.Body));
            Assert.NotNull(book.GetEntry("xl/workbook.xml"));
            using var files = new ZipArchive(new MemoryStream(csv.Body));
            var tables = json.Json.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("id").GetString() + ".csv").Append("columns.csv");
            Assert.Equal(tables.Order(StringComparer.Ordinal), files.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
            Assert.All(files.Entries, entry => Assert.Equal([0xEF, 0xBB, 0xBF], FirstBytes(entry)));
            Assert.Equal(query.Contains("from", StringComparison.Ordinal) ? 150 : 50, TwoQuarters.Column(json.Json, "IndicatorTotals", "actual")[1].GetDecimal());
            Assert.Contains(TwoQuarters.Column(json.Json, "AnswerCells", "question"), cell => cell.GetString() == "spent");
        }
    }

    [Fact]
    public async Task Parts_OfLeadCutAndSpan_AreMadeWhenAskedForAndDownloadedInEachFormat()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        foreach (var span in new[] { $"?funder={SmallCase.Trust.Id}", SpanOfTrust, $"{Span}&funder=GB-LAE-NTT" })
            foreach (var (of, table, column) in new[] { ("answers", "AnswerCells", "question"), ("indicator-spent", "Figures", "actual") })
            {
                var query = $"{span}&of={of}";
                Assert.Equal("Asked", (await two.ReportAsync(query)).Json.GetProperty("state").GetString());
                var made = await two.MadeAsync(query);

                Assert.Equal(("Published", of), (made.GetProperty("state").GetString(), made.GetProperty("of").GetString()));
                var published = made.GetProperty("published");
                Assert.Equal(published.GetProperty("rows").GetInt64(), published.GetProperty("sheets").EnumerateArray().Sum(sheet => sheet.GetProperty("rows").GetInt64()));
                foreach (var link in new[] { "workbook", "csv", "json", "history" })
                    Assert.Equal(HttpStatusCode.OK, (await two.Test.GetAsync(made.GetProperty(link).GetString()!, two.Clock.Now)).Status);
                var json = (await two.Test.GetAsync(made.GetProperty("json").GetString()!, two.Clock.Now)).Json;
                var cells = TwoQuarters.Column(json, table, column);
                if (of == "answers")
                    Assert.Contains(cells, cell => cell.GetString() == "spent");
                else
                    Assert.Equal(span.Contains("from", StringComparison.Ordinal) ? [100, 50] : [50m], cells.Select(cell => cell.GetDecimal()));
            }
        // A correction leaves what nobody asked for again as it was, and says so; asked for again it is made anew.
        await two.FileAsync(SmallCase.Q2, 75, basedOn: 1);
        await two.Pump.UntilEmptyAsync();
        var again = $"{Span}&of=indicator-spent";
        var stale = (await two.ReportAsync(again)).Json;
        Assert.True(stale.GetProperty("stale").GetBoolean());
        Assert.Equal(1, TwoQuarters.RevisionOf(stale, SmallCase.Q2));
        await two.Pump.UntilEmptyAsync();
        Assert.Equal(2, TwoQuarters.RevisionOf((await two.ReportAsync(again)).Json, SmallCase.Q2));
    }

    [Fact]
    public async Task History_OfAReport_HasEveryCutNewestFirstAndItsWorkbookByteForByte()
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);
        var first = await two.Test.GetAsync(two.Test.ReportAddress("", SmallCase.Q1, "/consolidated.xlsx"), two.Clock.Now);
        for (var correction = 1; correction <= 2; correction++)
        {
            two.Clock.Skip(TimeSpan.FromMinutes(1));
            await two.FileAsync(SmallCase.Q1, 100 + correction, basedOn: correction);
            await two.Pump.UntilEmptyAsync();
        }
        var newest = await two.Test.GetAsync(two.Test.ReportAddress("", SmallCase.Q1, "/consolidated.xlsx"), two.Clock.Now);

        var listed = new List<JsonElement>();
        for (var next = two.Test.ReportAddress("?size=1", SmallCase.Q1, "/history"); next is not null;)
        {
            var page = (await two.Test.GetAsync(next, two.Clock.Now)).Json;
            listed.AddRange(page.GetProperty("published").EnumerateArray());
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        var cuts = listed.Select(one => one.GetProperty("report").GetProperty("cut").GetInt64()).ToList();
        Assert.Equal(cuts.OrderDescending().Distinct(), cuts);
        Assert.True(cuts.Count >= 3);
        Assert.Equal(first.Body, (await two.Test.GetAsync(listed[^1].GetProperty("workbook").GetString()!, two.Clock.Now)).Body);
        Assert.Equal(newest.Body, (await two.Test.GetAsync(listed[0].GetProperty("workbook").GetString()!, two.Clock.Now)).Body);
        Assert.NotEqual(first.Body, newest.Body);
        var oldest = (await two.Test.GetAsync(listed[^1].GetProperty("details").GetString()!, two.Clock.Now)).Json;
        Assert.Equal(cuts[^1], oldest.GetProperty("manifest").GetProperty("cut").GetInt64());
        Assert.Equal(first.Body, (await two.Test.GetAsync(oldest.GetProperty("workbook").GetString()!, two.Clock.Now)).Body);
        Assert.Equal(cuts.Count, listed.Select(one => one.GetProperty("report").GetProperty("manifestDigest").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("?cut=99", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/consolidated.xlsx?cut=0", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/consolidated.xlsx?cut=99", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/consolidated.xlsx?cut=-1", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/consolidated.csv?cut=one", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/consolidated.json?cut=99999999999999999999", HttpStatusCode.NotFound, "MR2004")]
    [InlineData("/history?size=0", HttpStatusCode.BadRequest, "MR2005")]
    [InlineData("/history?after=x", HttpStatusCode.BadRequest, "MR2005")]
    public async Task History_OfWhatIsNotThere_IsRefused(string part, HttpStatusCode status, string code)
    {
        await using var app = await RunningApp.StartAsync(storage.ConnectionString, ReliableStorage.Impatient);
        var two = await FiledAsync(app);

        (await two.Test.GetAsync(two.Test.ReportAddress("", SmallCase.Q1, part), two.Clock.Now)).IsProblem(status, code);
    }

    private static async Task<TwoQuarters> FiledAsync(RunningApp app)
    {
        var two = await TwoQuarters.SetUpAsync(app);
        await two.FileAsync(SmallCase.Q1, 100);
        await two.FileAsync(SmallCase.Q2, 50);
        await two.Pump.UntilEmptyAsync();
        return two;
    }

    private static byte[] FirstBytes(ZipArchiveEntry entry)
    {
        var bytes = new byte[3];
        using var file = entry.Open();
        file.ReadExactly(bytes);
        return bytes;
    }
}
