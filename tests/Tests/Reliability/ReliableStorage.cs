using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>An Azurite of its own: these tests read whole queues.</summary>
public sealed class ReliableStorage : IAsyncLifetime
{
    /// <summary>Rebuilds follow one another quickly, and a dead build's lease ends soon.</summary>
    public static readonly string[] Impatient = ["Reports:QuietSeconds=0.1", "Reports:LeaseSeconds=0.5"];

    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await StorageAccount.Connect(ConnectionString).CreateAllAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}

/// <summary>Kills at every call, beside the others: it has an Azurite of its own.</summary>
[EmptyQueues]
[CollectionDefinition(Name)]
public sealed class KilledCollection : ICollectionFixture<ReliableStorage>
{
    public const string Name = "Killed";
}

/// <summary>As <see cref="KilledCollection"/>, for corrections of what was published.</summary>
[EmptyQueues]
[CollectionDefinition(Name)]
public sealed class StaleCollection : ICollectionFixture<ReliableStorage>
{
    public const string Name = "Stale";
}

[EmptyQueues]
[CollectionDefinition(Name)]
public sealed class ReliabilityCollection : ICollectionFixture<ReliableStorage>
{
    public const string Name = "Reliability";
}
