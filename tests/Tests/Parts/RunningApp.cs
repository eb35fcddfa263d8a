using Microsoft.AspNetCore.Builder;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Parts;

/// <summary>The function app in this process on a port of its own, reached over HTTP like any other. A request may say what time it is.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningApp(WebApplication app, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public string ConnectionString { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Further settings, such as <c>Reports:QuietSeconds=1</c>.</param>
    public static Task<RunningApp> StartAsync(string connectionString, params string[] settings) => StartAsync(connectionString, null, settings);

    /// <param name="storage">In place of the account that the connection string names.</param>
    public static async Task<RunningApp> StartAsync(string connectionString, StorageAccount? storage, params string[] settings)
    {
        var app = App.Build(
            [$"--AzureWebJobsStorage={connectionString}", "--FUNCTIONS_CUSTOMHANDLER_PORT=0", "--Demo:TimeTravel=true", .. settings.Select(setting => "--" + setting)], storage);
        await app.StartAsync();
        return new RunningApp(app, connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
