using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class ReportFilesTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ReportFiles _files = new(storage.Account);
    private readonly string _name = $"{Samples.NewId()}/2026-q1/00000001-0123456789ab/consolidated.xlsx";

    [Fact]
    public async Task File_Saved_ComesBackWholeWithItsType()
    {
        var bytes = Samples.Incompressible(5 * 1024 * 1024);
        var length = await _files.SaveAsync(_name, "application/x-test", async stream =>
        {
            foreach (var part in bytes.Chunk(700_000))
                await stream.WriteAsync(part, Cancellation);
        }, Cancellation);
        Assert.Equal(bytes.Length, length);
        await using var read = await _files.OpenAsync(_name, Cancellation);
        using var copy = new MemoryStream();
        await read!.CopyToAsync(copy, Cancellation);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal("application/x-test", (await Container.GetBlobClient(_name).GetPropertiesAsync(cancellationToken: Cancellation)).Value.ContentType);
    }

    [Fact]
    public async Task File_WhoseWriterFails_IsNotThereNorItsTemporaryFile()
    {
        var temporary = "";
        await Assert.ThrowsAsync<InvalidDataException>(() => _files.SaveAsync(_name, "application/x-test", async stream =>
        {
            temporary = ((FileStream)stream).Name;
            Assert.True(File.Exists(temporary));
            await stream.WriteAsync(new byte[300_000], Cancellation);
            throw new InvalidDataException("A revision is damaged.");
        }, Cancellation));
        Assert.Null(await _files.OpenAsync(_name, Cancellation));
        Assert.False(await Container.GetBlobClient(_name).ExistsAsync(Cancellation));
        Assert.False(File.Exists(temporary));
    }

    [Fact]
    public async Task File_NeverSaved_IsNotThere() => Assert.Null(await _files.OpenAsync(_name, Cancellation));

    [Fact]
    public async Task File_SavedAgain_IsTheSameFile()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(3, await _files.SaveAsync(_name, "text/plain", stream => stream.WriteAsync("abc"u8.ToArray(), Cancellation).AsTask(), Cancellation));
        await using var read = await _files.OpenAsync(_name, Cancellation);
        Assert.Equal(3, read!.Length);
    }

    [Fact]
    public async Task Manifest_ReadAgain_IsEqualAlsoWithoutItsFile()
    {
        var manifest = ManifestOf(cut: 3);
        await SaveAsync(_name, manifest);
        var first = await _files.GetManifestAsync(_name, Cancellation);
        await Container.GetBlobClient(_name).DeleteAsync(cancellationToken: Cancellation);
        var again = await _files.GetManifestAsync(_name, Cancellation);
        Assert.Equal(manifest.ToJson(), first.ToJson());
        Assert.Equal(manifest.ToJson(), again.ToJson());
    }

    [Fact]
    public async Task Manifests_MoreThanAreKeptInMemory_StayEachItsOwn()
    {
        for (var cut = 1; cut <= 40; cut++)
            await SaveAsync($"{_name}/{cut}", ManifestOf(cut));
        for (var round = 0; round < 2; round++)
            for (var cut = 1; cut <= 40; cut++)
                Assert.Equal(cut, (await _files.GetManifestAsync($"{_name}/{cut}", Cancellation)).Cut);
    }

    [Fact]
    public async Task Manifest_NeverSaved_Fails() =>
        Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => _files.GetManifestAsync(_name, Cancellation))).Status);

    private Azure.Storage.Blobs.BlobContainerClient Container => storage.Account.Blobs.GetBlobContainerClient(StorageNames.ReportFiles);

    private async Task SaveAsync(string name, Manifest manifest) =>
        await _files.SaveAsync(name, "application/json", stream => stream.WriteAsync(manifest.ToJson(), Cancellation).AsTask(), Cancellation);

    private static Manifest ManifestOf(long cut) => new()
    {
        Programme = new ProgrammeId("families-first"),
        ProgrammeVersion = 2,
        From = Samples.Spring,
        Period = Samples.Spring,
        Form = new FormId("quarterly"),
        Rules = Manifest.CurrentRules,
        Cut = cut,
        CutAt = Samples.Morning,
        Periods = [new ManifestPeriod(Samples.Spring, 3, "0f", true)],
        Awards = [new ManifestAward(new AwardId("award-017"), 1), new ManifestAward(new AwardId("award-018"), 1)],
        Returns =
        [
            new ManifestEntry(new AwardId("award-017"), Samples.Spring, ReturnStatus.Submitted, 1, "0e", Samples.Morning, Samples.Morning),
            new ManifestEntry(new AwardId("award-018"), Samples.Spring, ReturnStatus.NotStarted, 0, null, null, null),
        ],
    };
}
