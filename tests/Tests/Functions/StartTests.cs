using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Functions;

/// <summary>When the app doesn't start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task App_WithoutAProvider_RefusesToStartInOneSentence()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["Portal__Address"] = "http://localhost:1", ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" },
        };
        using var app = Process.Start(start)!;
        var said = await app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("SignIn__Providers__entra__Authority is missing", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Fact]
    public async Task App_WithoutStorageSettings_SaysWhichToSet()
    {
        await using var app = App.Build(["--FUNCTIONS_CUSTOMHANDLER_PORT=0", .. AppSettings.Bare]);
        var missing = Assert.Throws<InvalidOperationException>(() => app.Services.GetService(typeof(MonitoringReturns.Storage.StorageAccount)));
        Assert.Contains("AzureWebJobsStorage__accountName", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void App_BeforeItListens_ReadsNoKeys()
    {
        var app = App.Build(["--FUNCTIONS_CUSTOMHANDLER_PORT=0", .. AppSettings.Bare]);
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service.GetType().Name.Contains("DataProtection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FrontPage_WithoutStorageSettings_IsAnswered()
    {
        await using var app = App.Build(["--FUNCTIONS_CUSTOMHANDLER_PORT=0", .. AppSettings.Bare]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }
}
