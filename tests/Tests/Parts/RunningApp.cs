using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Parts;

/// <summary>The function app, mostly in this process on a port of its own, reached over HTTP like any other. A request may say what time it is.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication? _app;

    private RunningApp(WebApplication? app, Uri address, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Address = address;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public string ConnectionString { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>An app that runs elsewhere, such as behind the stand-in for the host.</summary>
    public static RunningApp At(Uri address, string connectionString) => new(null, address, connectionString);

    /// <param name="settings">Further settings, such as <c>Reports:QuietSeconds=1</c>.</param>
    public static Task<RunningApp> StartAsync(string connectionString, params string[] settings) => StartAsync(connectionString, null, settings);

    /// <param name="storage">In place of the account that the connection string names.</param>
    public static async Task<RunningApp> StartAsync(string connectionString, StorageAccount? storage, params string[] settings)
    {
        var told = (await AppSettings.WithAsync()).Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}");
        var app = App.Build(
            [$"--AzureWebJobsStorage={connectionString}", "--FUNCTIONS_CUSTOMHANDLER_PORT=0", "--Demo:TimeTravel=true", .. told, .. settings.Select(setting => "--" + setting)], storage);
        await app.StartAsync();
        return new RunningApp(app, new Uri(app.Urls.Single()), connectionString);
    }

    /// <summary>Gives everything that the app logs from now on to another, too.</summary>
    public void Listen(ILoggerProvider log) => _app!.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
