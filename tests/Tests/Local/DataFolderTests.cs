using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class DataFolderTests : IDisposable
{
    private static readonly string[] Databases =
        ["__azurite_db_blob__.json", "__azurite_db_blob_extent__.json", "__azurite_db_queue__.json", "__azurite_db_queue_extent__.json", "__azurite_db_table__.json"];

    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-returns-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DataFolder_WhenNew_IsMade()
    {
        using var data = await DataFolder.OpenAsync(Path.Combine(_folder, "a/b"));

        Assert.True(Directory.Exists(data.Azurite));
    }

    [Fact]
    public async Task DataFolder_WithWholeDatabases_IsTaken()
    {
        WriteDatabases();

        using var data = await DataFolder.OpenAsync(_folder);

        Assert.Equal(Path.Combine(_folder, "azurite"), data.Azurite);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"collections\":[{\"name\":\"x\",\"da", "is not whole JSON")]
    [InlineData("\u0001\u0002", "is not whole JSON")]
    [InlineData("{}", "is not one of Azurite's databases")]
    [InlineData(null, "is missing")]
    public async Task DataFolder_WithADamagedDatabase_IsRefusedNamingIt(string? content, string how)
    {
        foreach (var name in Databases)
        {
            WriteDatabases();
            var file = Path.Combine(_folder, "azurite", name);
            File.Delete(file);
            if (content is not null)
                await File.WriteAllTextAsync(file, content);

            var refused = await Assert.ThrowsAsync<CannotStartException>(() => DataFolder.OpenAsync(_folder));

            Assert.Contains($"{file} {how}", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DataFolder_WhoseStoredContentsAreGone_IsRefused()
    {
        WriteDatabases();
        await File.WriteAllTextAsync(Path.Combine(_folder, "azurite", Databases[1]), """{"collections":[{"name":"$EXTENTS_COLLECTION$","data":[{"id":"gone","size":3}]}]}""");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DataFolder.OpenAsync(_folder));

        Assert.Contains("not in __blobstorage__", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFolder_ThatIsAFile_IsRefused()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DataFolder.OpenAsync(file));

        Assert.Equal($"{file} is a file: give --data a folder.", refused.Message);
    }

    [Fact]
    public async Task DataFolder_WhereNothingCanBeWritten_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DataFolder.OpenAsync("/proc/monitoring-returns"));

        Assert.Contains("cannot be made", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFolder_InUse_IsRefusedUntilItIsFree()
    {
        using (await DataFolder.OpenAsync(_folder))
        {
            var refused = await Assert.ThrowsAsync<CannotStartException>(() => DataFolder.OpenAsync(_folder));
            Assert.Contains("in use by another local portal", refused.Message, StringComparison.Ordinal);
        }

        using var free = await DataFolder.OpenAsync(_folder);
    }

    private void WriteDatabases()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "azurite"));
        foreach (var name in Databases)
            File.WriteAllText(Path.Combine(_folder, "azurite", name), """{"collections":[]}""");
    }
}
