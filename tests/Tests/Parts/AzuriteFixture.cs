using MonitoringReturns.Local.Parts;

[assembly: AssemblyFixture(typeof(MonitoringReturns.Tests.Parts.AzuriteFixture))]

namespace MonitoringReturns.Tests.Parts;

/// <summary>One Azurite, in memory, for the whole test run. Tests keep apart by names of their own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
