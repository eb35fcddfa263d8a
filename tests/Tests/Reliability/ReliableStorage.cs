using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>An Azurite of a test class's own: its tests read whole queues, and the sweeper finds what others left in their outboxes.</summary>
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

/// <summary>Those that kill at every call, one class after the other and beside all else.</summary>
[CollectionDefinition(Name)]
public sealed class KilledCollection
{
    public const string Name = "Killed";
}

[CollectionDefinition(Name)]
public sealed class ReliabilityCollection
{
    public const string Name = "Reliability";
}
