using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>A charity's program sends evidence files straight to storage.</summary>
public sealed class EvidenceApiTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Closed = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task File_SentAndFoundClean_IsInTheAnswerWithItsDigest()
    {
        var test = await SetUpAsync();
        var file = await test.SendAsync(@"C:\Users\ann\Our photo.PNG", SampleFiles.Png);
        Assert.Equal("Waiting", (await test.ListAsync()).Single().GetProperty("state").GetString());
        Assert.Equal(0, (await test.AnswerAsync()).Version);

        Assert.Equal(HttpStatusCode.OK, (await test.ScanAsync(file)).Status);

        var (version, answer) = await test.AnswerAsync();
        var digest = Convert.ToHexStringLower(SHA256.HashData(SampleFiles.Png));
        Assert.Equal((1, $$"""[{"id":"{{file}}","name":"Our photo.PNG","sha256":"{{digest}}","size":{{SampleFiles.Png.Length}},"type":"image/png"}]"""), (version, answer.GetRawText()));
        Assert.Equal(["FileAdded"], await test.DeedsAsync());
        Assert.Equal("Draft", (await test.Test.GetAsync(test.Test.Address("a-0001"))).Json.GetProperty("status").GetString());
        Assert.Equal((false, true), (await test.IsThereAsync(StorageNames.Quarantine, file), await test.IsThereAsync(StorageNames.Evidence, file)));
    }

    [Fact]
    public async Task Link_TakesOneFileOnceAndNothingElse()
    {
        var test = await SetUpAsync();
        var begun = await test.BeginAsync("a.png");
        var (link, file) = (begun.Json.GetProperty("upload").GetString()!, begun.Json.GetProperty("file").GetString()!);
        Assert.Equal(HttpStatusCode.Conflict, (await test.AnnounceAsync(file)).Status);

        Assert.Equal(HttpStatusCode.Created, await EvidenceCase.PutAsync(link, SampleFiles.Png));
        Assert.Contains(await EvidenceCase.PutAsync(link, SampleFiles.Eicar), new[] { HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        Assert.Equal(HttpStatusCode.Forbidden, await EvidenceCase.GetAsync(link));
        Assert.Equal(HttpStatusCode.Forbidden, await EvidenceCase.PutAsync(link.Replace(file, new string('0', 32), StringComparison.Ordinal), SampleFiles.Png));
        Assert.Equal(HttpStatusCode.Forbidden, await EvidenceCase.PutAsync(link.Replace("/quarantine/", "/evidence/", StringComparison.Ordinal), SampleFiles.Png));
        Assert.InRange(begun.Json.GetProperty("expires").GetDateTimeOffset() - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        var kept = await test.Account.Blobs.GetBlobContainerClient(StorageNames.Quarantine).GetBlobClient($"{test.Test.Key("a-0001")}/proof/{file}").DownloadContentAsync();
        Assert.Equal(SampleFiles.Png, kept.Value.Content.ToArray());
    }

    [Fact]
    public async Task Link_AfterAQuarterOfAnHour_TakesNothing()
    {
        var account = (await SetUpAsync()).Account;
        var name = $"old/{Guid.NewGuid():N}";
        var link = await new FileStore(account, new FixedClock(DateTimeOffset.UtcNow.AddMinutes(-16))).LinkAsync(name, default);

        Assert.Equal(HttpStatusCode.Forbidden, await EvidenceCase.PutAsync(link.Address.AbsoluteUri, SampleFiles.Png));
        Assert.False(await new FileStore(account, TimeProvider.System).IsReceivedAsync(name, default));
    }

    [Fact]
    public async Task File_OfAKindThatIsNotTaken_IsRefusedAndDeleted()
    {
        var test = await SetUpAsync();
        foreach (var (name, content, code) in new (string, byte[], string)[]
        {
            ("report.pdf", [.. "MZ"u8, .. new byte[100]], "MR1034"), ("report.docx", SampleFiles.Zip(("a.txt", [1])), "MR1034"), ("report.docx", SampleFiles.Docm(), "MR1035"),
            ("picture.png", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], "MR1034"), ("page.pdf", [.. "<html></html>"u8], "MR1034"),
            ("locked.xlsx", SampleFiles.Compound("EncryptedPackage"), "MR1036"), ("eicar.pdf", SampleFiles.Eicar, "MR1037"), ("eicar.docx", SampleFiles.Docx(("word/a.bin", SampleFiles.Eicar)), "MR1037"),
            ("half.docx", SampleFiles.Docx()[..70], "MR1038"),
        })
        {
            var file = await test.AddAsync(name, content);
            var listed = (await test.ListAsync()).Single(one => one.GetProperty("id").GetString() == file);
            Assert.Equal((name, "Refused", code), (name, listed.GetProperty("state").GetString(), listed.GetProperty("code").GetString()));
            Assert.Contains(name, listed.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal((false, false), (await test.IsThereAsync(StorageNames.Quarantine, file), await test.IsThereAsync(StorageNames.Evidence, file)));
            (await test.Test.GetAsync($"{EvidenceCase.Address(test.Test)}/{file}")).IsProblem(HttpStatusCode.NotFound, "MR2004");
        }
        Assert.Equal(0, (await test.AnswerAsync()).Version);
    }

    [Fact]
    public async Task File_LargerThanTwentyMegabytes_IsRefusedWhenItIsSaidAndWhenItIsChecked()
    {
        var test = await SetUpAsync();
        var large = SampleFiles.Pdf((int)FileKind.MostBytes + 1 - SampleFiles.Pdf().Length);
        (await test.BeginAsync("large.pdf", large.Length)).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2136");

        var begun = await test.BeginAsync("large.pdf");
        Assert.Equal(HttpStatusCode.Created, await EvidenceCase.PutAsync(begun.Json.GetProperty("upload").GetString()!, large));
        var file = begun.Json.GetProperty("file").GetString()!;
        await test.AnnounceAsync(file);
        await test.ScanAsync(file);

        Assert.Equal("MR1033", (await test.ListAsync()).Single().GetProperty("code").GetString());
        Assert.False(await test.IsThereAsync(StorageNames.Quarantine, file));
        var most = await test.AddAsync("most.pdf", large[..10].Concat(large[11..]).ToArray());
        Assert.Equal(FileState.Clean, await test.StateAsync(most));
    }

    [Fact]
    public async Task Messages_ThatComeSeveralTimesAndAtOnce_HaveOneEffect()
    {
        var test = await SetUpAsync();
        var (one, other) = (await test.SendAsync("a.png", SampleFiles.Png), await test.SendAsync("b.pdf", SampleFiles.Pdf()));
        Assert.Equal("Waiting", (await test.AnnounceAsync(one)).Json.GetProperty("state").GetString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => test.ScanAsync(turn % 2 == 0 ? one : other)));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.InternalServerError, $"{answer.Status}"));
        foreach (var file in new[] { one, other, one })
            Assert.Equal(HttpStatusCode.OK, (await test.ScanAsync(file)).Status);

        var (version, answer) = await test.AnswerAsync();
        Assert.Equal((2, 2), (version, answer.GetArrayLength()));
        Assert.Equal(["FileAdded", "FileAdded"], await test.DeedsAsync());
        Assert.Equal("Clean", (await test.AnnounceAsync(one)).Json.GetProperty("state").GetString());
        Assert.Equal((2, answer.GetRawText()), ((await test.AnswerAsync()).Version, (await test.AnswerAsync()).Value.GetRawText()));
    }

    [Fact]
    public async Task Answer_WithAFileThatIsNotItsOwn_IsRefused()
    {
        var test = await SetUpAsync();
        await test.AddAsync("a.png", SampleFiles.Png);
        await test.AddAsync("other.png", SampleFiles.Png, "a-0002");
        var (own, others) = ((await test.AnswerAsync()).Value.GetRawText(), (await test.AnswerAsync("a-0002")).Value.GetRawText());

        foreach (var made in new[] { others, own.Replace("a.png", "b.png", StringComparison.Ordinal), own.Replace("image/png", "image/gif", StringComparison.Ordinal) })
        {
            var refused = await test.Test.SaveAsync("a-0001", $$$"""{"proof":{"value":{{{made}}},"basedOn":1}}""");
            refused.IsProblem(HttpStatusCode.UnprocessableEntity, "MR2101");
            Assert.Equal(["file-not-here"], refused.FindingNames);
        }
        Assert.Equal((1, own), ((await test.AnswerAsync()).Version, (await test.AnswerAsync()).Value.GetRawText()));
    }

    [Fact]
    public async Task Answer_WithoutAFile_RemovesIt()
    {
        var test = await SetUpAsync();
        var (one, other) = (await test.AddAsync("a.png", SampleFiles.Png), await test.AddAsync("b.pdf", SampleFiles.Pdf()));
        var whole = (await test.AnswerAsync()).Value;

        Assert.Equal(HttpStatusCode.OK, (await test.Test.SaveAsync("a-0001", $$$"""{"proof":{"value":[{{{whole[1].GetRawText()}}}],"basedOn":2}}""")).Status);
        Assert.Equal(FileState.Removed, await test.StateAsync(one));
        (await test.Test.GetAsync($"{EvidenceCase.Address(test.Test)}/{one}")).IsProblem(HttpStatusCode.NotFound, "MR2004");
        await test.ScanAsync(one);

        Assert.Null(await test.StateAsync(one));
        Assert.Equal((false, true), (await test.IsThereAsync(StorageNames.Evidence, one), await test.IsThereAsync(StorageNames.Evidence, other)));
        Assert.Equal(["FileAdded", "FileAdded", "FileRemoved"], await test.DeedsAsync());
        // It can't be put back.
        (await test.Test.SaveAsync("a-0001", $$$"""{"proof":{"value":{{{whole.GetRawText()}}},"basedOn":3}}""")).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2101");
    }

    [Fact]
    public async Task File_ThatARevisionNames_StaysForItsReadersAfterItLeftTheDraft()
    {
        var test = await SetUpAsync();
        await test.Test.PayTogetherAsync();
        var file = await test.AddAsync("a.png", SampleFiles.Png);
        var address = $"{EvidenceCase.Address(test.Test)}/{file}";
        foreach (var client in new[] { DemoClients.LeadFunder, DemoClients.CoFunder })
            (await AskAsync(test, address, client)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        Assert.Equal(HttpStatusCode.Created, (await test.Test.FileAsync("a-0001", 7)).Status);

        Assert.Equal(HttpStatusCode.OK, (await test.Test.SaveAsync("a-0001", """{"proof":{"value":null,"basedOn":1}}""")).Status);
        await test.ScanAsync(file);

        Assert.Equal(FileState.Kept, await test.StateAsync(file));
        foreach (var client in new[] { DemoClients.Charity, DemoClients.LeadFunder, DemoClients.CoFunder })
            Assert.Equal((HttpStatusCode.OK, "image/png"), ((await AskAsync(test, address, client)).Status, (await AskAsync(test, address, client)).ContentType));
        var looks = (await test.Test.GetAsync(test.Test.Address("a-0001") + "/looks")).Json.GetProperty("looks").EnumerateArray();
        Assert.Equal(["Downloaded", "Downloaded"], looks.Select(look => look.GetProperty("kind").GetString()!));
    }

    [Fact]
    public async Task File_InAQuestionThatAFunderMayNotSee_IsNotThereForIt()
    {
        var form = SmallCase.FormWithFiles.Replace("\"maxFiles\": 3", "\"maxFiles\": 3, \"visibleTo\": [\"GB-LAE-NTT\"]", StringComparison.Ordinal);
        var test = new EvidenceCase(await SmallCase.SetUpAsync(await azurite.AppAsync(), form: form));
        await test.Test.PayTogetherAsync();
        var file = await test.AddAsync("a.png", SampleFiles.Png);
        await test.Test.FileAsync("a-0001", 7);

        var address = $"{EvidenceCase.Address(test.Test)}/{file}";
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(test, address, DemoClients.LeadFunder)).Status);
        (await AskAsync(test, address, DemoClients.CoFunder)).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    [Fact]
    public async Task Download_IsAnAttachmentUnderTheNameOfItsContent()
    {
        var test = await SetUpAsync();
        var file = await test.AddAsync("räport \u202Efdp.exe", SampleFiles.Pdf());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{EvidenceCase.Address(test.Test)}/{file}");
        request.Headers.Add("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.Charity));
        request.Headers.Add("X-Demo-Time", SmallCase.InTime.ToString("O"));

        using var answer = await test.Test.App.Http.SendAsync(request);

        Assert.Equal(("application/pdf", "attachment", "räport fdp.exe.pdf"), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Upload_BeyondWhatTheQuestionTakes_IsRefused()
    {
        var test = await SetUpAsync();
        foreach (var number in new[] { 1, 2, 3 })
            await test.SendAsync($"{number}.png", SampleFiles.Png);
        (await test.BeginAsync("4.png")).IsProblem(HttpStatusCode.Conflict, "MR2135");
        (await test.Test.SendAsync(HttpMethod.Post, test.Test.Address("a-0001") + "/files/helped", """{"name":"a.png"}""", null)).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await test.Test.SendAsync(HttpMethod.Post, EvidenceCase.Address(test.Test), """{"nam":"a.png"}""", null)).IsProblem(HttpStatusCode.BadRequest, "MR2001");
    }

    [Fact]
    public async Task File_AnnouncedAfterThePeriodClosed_IsRefusedAndOneInTimeIsTaken()
    {
        var test = await SetUpAsync();
        var begun = await test.BeginAsync("a.png");
        await EvidenceCase.PutAsync(begun.Json.GetProperty("upload").GetString()!, SampleFiles.Png);
        (await test.AnnounceAsync(begun.Json.GetProperty("file").GetString()!, at: Closed)).IsProblem(HttpStatusCode.Conflict, "MR2104");

        // The check itself comes when the period has long been over.
        var file = await test.AddAsync("b.png", SampleFiles.Png);
        Assert.Equal(FileState.Clean, await test.StateAsync(file));
    }

    [Fact]
    public async Task File_OfSomebodyWhoWasRemovedMeanwhile_IsNotAdded()
    {
        var test = await SetUpAsync();
        var file = await test.SendAsync("a.png", SampleFiles.Png);
        await test.Test.PutAwardAsync(SmallCase.AwardOf(test.Test.Programme, 1) with { Provider = new NamedOrganisation(OrganisationId.Parse("MR-777777"), "Another group") });

        Assert.Equal(HttpStatusCode.OK, (await test.ScanAsync(file)).Status);

        Assert.Equal(FileState.Refused, await test.StateAsync(file));
        Assert.Equal((false, false), (await test.IsThereAsync(StorageNames.Quarantine, file), await test.IsThereAsync(StorageNames.Evidence, file)));
    }

    private async Task<EvidenceCase> SetUpAsync() => await EvidenceCase.SetUpAsync(await azurite.AppAsync());

    private static async Task<Answer> AskAsync(EvidenceCase test, string address, string client) =>
        await test.Test.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)));
}
