using Azure.Core.Pipeline;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>The run's storage account, with every table, container and queue. Tests keep apart by ids of their own.</summary>
public sealed class StorageFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    public StorageAccount Account { get; } = StorageAccount.Connect(azurite.ConnectionString);

    public async ValueTask InitializeAsync() => await Account.CreateAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The same account, reached another way.</summary>
    public StorageAccount ConnectBy(HttpPipelineTransport transport) => StorageAccount.Connect(azurite.ConnectionString, transport);
}

/// <summary>An empty storage account for tests that look at everything in it, or need that nobody else takes its messages.</summary>
public sealed class OwnStorageFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public StorageAccount Account => field ??= StorageAccount.Connect(ConnectionString);

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
