using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

[assembly: AssemblyFixture(typeof(MonitoringReturns.Tests.Parts.AzuriteFixture))]

namespace MonitoringReturns.Tests.Parts;

/// <summary>One Azurite, in memory, for the whole test run, and one function app over it. Tests keep apart by names of their own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly Lazy<Task<RunningApp>> _app;
    private Azurite? _azurite;

    public AzuriteFixture() => _app = new Lazy<Task<RunningApp>>(StartAppAsync);

    public string ConnectionString => _azurite!.ConnectionString;

    /// <summary>The function app, started by the first test that asks.</summary>
    public Task<RunningApp> AppAsync() => _app.Value;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);

    public async ValueTask DisposeAsync()
    {
        if (_app.IsValueCreated)
            await (await _app.Value).DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    private async Task<RunningApp> StartAppAsync()
    {
        await StorageAccount.Connect(ConnectionString).CreateAllAsync();
        return await RunningApp.StartAsync(ConnectionString);
    }
}
