using System.Text.Json.Nodes;
using Azure.Storage.Queues.Models;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage;

/// <summary>docs/storage.md shows what is really stored: everything, and nothing else.</summary>
public sealed class StorageDocTests(OneReturnFixture life) : IClassFixture<OneReturnFixture>
{
    [Fact]
    public void RowsShown_AreOfTheKindsThatAreStored()
    {
        Assert.Equal(
            life.Rows.Select(row => Kind(row.Table, row.Partition, row.Row)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StorageDoc.Rows.Select(row => Kind(row.Table, row.Partition, row.Row)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Tables.Order(StringComparer.Ordinal), StorageDoc.Rows.Select(row => row.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PropertiesShown_AreThoseOfTheRowsStored()
    {
        var stored = life.Rows.SelectMany(row => row.Values.Select(value => $"{Kind(row.Table, row.Partition, row.Row)}: {value.Key} {StorageDoc.TypeOf(value.Value)}"));
        var shown = StorageDoc.Rows.SelectMany(row => row.Properties.Select(property => $"{Kind(row.Table, row.Partition, row.Row)}: {property.Name} {property.Type}"));
        Assert.Equal(stored.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), shown.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ValuesShown_AreOfTheirTypes()
    {
        var properties = StorageDoc.Rows.SelectMany(row => row.Properties).Where(property => property.Type != "bytes").ToList();
        Assert.True(properties.Count > 40);
        Assert.All(properties, property => Assert.True(
            property.Value is { } value && StorageDoc.IsOfType(value, property.Type), $"{property.Name} {property.Type}: {property.Value}"));
    }

    [Fact]
    public void TextShown_LooksLikeTheTextStored()
    {
        // Digests, files and names of states: a shape each; other text is anybody's.
        foreach (var name in new[] { "Digest", "ContentHash", "ContentBlob", "ManifestDigest", "SubmissionKey", "SubmissionBody", "ManifestFile", "WorkbookFile", "Before", "Provider", "LeadFunder", "Previous", "RecordDigest" })
        {
            var stored = life.Rows.Where(row => row.Values.ContainsKey(name)).Select(row => StorageDoc.ShapeOfBlob((string)row.Values[name])).ToHashSet(StringComparer.Ordinal);
            var shown = StorageDoc.Rows.SelectMany(row => row.Properties).Where(property => property.Name == name).Select(property => StorageDoc.ShapeOfBlob(property.Value!)).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(Assert.Single(stored), Assert.Single(shown));
        }
    }

    [Fact]
    public void BlobsShown_AreOfTheKindsThatAreStored()
    {
        Assert.Equal(
            life.Blobs.Select(blob => $"{blob.Container} {StorageDoc.ShapeOfBlob(blob.Name)}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StorageDoc.Blobs.Select(blob => $"{blob.Container} {StorageDoc.ShapeOfBlob(blob.Name)}").Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Containers.Order(StringComparer.Ordinal), life.Blobs.Select(blob => blob.Container).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MessagesShown_HaveThePropertiesOfThoseSent()
    {
        Assert.Equal(
            life.Messages.Select(message => $"{message.Queue} {Names(message.Text)}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StorageDoc.Messages.Select(message => $"{message.Queue} {Names(message.Message)}").Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Queues.Order(StringComparer.Ordinal), life.Messages.Select(message => message.Queue).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Limits_OfTheTables_AreAllTold() =>
        Assert.All(Enum.GetNames<TableLimit>(), name => Assert.Contains($"`{name}`", StorageDoc.Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("r|award-017!000001", "r|<id>!<6 digits>")]
    [InlineData("o|0639186462000000000|0123456789abcdef0123456789abcdef", "o|<19 digits>|<32 hex>")]
    [InlineData("p", "p")]
    [InlineData("|list", "|list")]
    [InlineData("2026-q1", "<id>")]
    public void Shape_OfAKey_KeepsItsMarkAndSeparators(string key, string shape) => Assert.Equal(shape, StorageDoc.ShapeOf(key));

    private static string Kind(string table, string partition, string row) => $"{table} {StorageDoc.ShapeOf(partition)} {StorageDoc.ShapeOf(row)}";

    private static string Names(string json) => string.Join(',', JsonNode.Parse(json)!.AsObject().Select(property => property.Key));
}

/// <summary>What one small return leaves behind in an account of its own.</summary>
public sealed class OneReturnFixture : IAsyncLifetime
{
    private readonly OwnStorageFixture _storage = new();

    internal IReadOnlyList<FoundRow> Rows { get; private set; } = [];

    internal List<(string Container, string Name)> Blobs { get; } = [];

    internal List<(string Queue, string Text)> Messages { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await _storage.InitializeAsync();
        Rows = await OneReturn.LiveAsync(_storage.Account, TestContext.Current.CancellationToken);
        await foreach (var container in _storage.Account.Blobs.GetBlobContainersAsync())
            await foreach (var blob in _storage.Account.Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                Blobs.Add((container.Name, blob.Name));
        await foreach (var queue in _storage.Account.Queues.GetQueuesAsync())
            foreach (PeekedMessage message in (await _storage.Account.Queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                Messages.Add((queue.Name, message.Body.ToString()));
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();
}
