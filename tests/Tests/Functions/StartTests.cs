using System.Diagnostics;
using MonitoringReturns.Functions.Start;

namespace MonitoringReturns.Tests.Functions;

/// <summary>When the app doesn't start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task App_InAzure_RefusesToStartInOneSentence()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["WEBSITE_INSTANCE_ID"] = "abc", ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" },
        };
        using var app = Process.Start(start)!;
        var said = await app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("This version has no sign-in and serves only callers on its own machine", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Fact]
    public async Task App_WithoutStorageSettings_SaysWhichToSet()
    {
        await using var app = App.Build(["--FUNCTIONS_CUSTOMHANDLER_PORT=0"]);
        var missing = Assert.Throws<InvalidOperationException>(() => app.Services.GetService(typeof(MonitoringReturns.Storage.StorageAccount)));
        Assert.Contains("AzureWebJobsStorage__accountName", missing.Message, StringComparison.Ordinal);
    }
}
