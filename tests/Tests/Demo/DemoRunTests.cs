using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The demonstration as it is played: over HTTP, through the host, its queues and real storage.</summary>
public sealed class DemoRunTests(ProviderFixture provider)
{
    [Fact]
    public async Task Run_OfGrantAid_BringsAReportAPeriodAndAgainFilesNothingTwice()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Reports__QuietSeconds"] = "1" };
        await using var portal = await Portal.StartAsync(new PortalOptions(0, null) { Settings = settings });

        var first = await RunAsync(portal, folder.Path);
        Assert.Contains(first, line => line.StartsWith("Filed 174 returns and corrections in ", StringComparison.Ordinal) && line.EndsWith("left unsent as drafts: 1; there already: 0.", StringComparison.Ordinal));
        Assert.Contains(first, line => line.StartsWith("grant-aid 2025-H1: 26 of 29 returns in, ", StringComparison.Ordinal));
        var files = Directory.GetFiles(folder.Path);
        Assert.Equal(6, files.Length);
        Assert.All(files, file => Assert.Equal("PK"u8, File.ReadAllBytes(file).AsSpan(0, 2)));

        using var http = await ProviderFixture.CallAsAsync(portal.Provider, DemoClients.Charity, portal.Host.BaseAddress);
        var corrected = await http.GetStringAsync(new Uri("api/v1/returns/grant-aid/2024-H2/ga-001/revisions/2", UriKind.Relative));
        Assert.Contains("Corrected: 17 brothers and sisters", corrected, StringComparison.Ordinal);

        var again = await RunAsync(portal, folder.Path);
        Assert.Contains(again, line => line.StartsWith("Filed 0 returns and corrections in ", StringComparison.Ordinal) && line.EndsWith("there already: 175.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_WhereTheAppDoesNotTravelInTime_SaysWhichSettingIsMissing()
    {
        await using var portal = await Portal.StartAsync(new PortalOptions(0, null));
        await DemoRun.LoadAsync(DemoPortal.Of(portal), "grant-aid", _ => { });
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DemoRun.FileAsync(DemoPortal.Of(portal), "grant-aid", _ => { }));
        Assert.Contains("Demo__TimeTravel=true", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WhereNothingListens_SaysThatThePortalDoesNotAnswer()
    {
        var nowhere = new Uri($"http://localhost:{ChildProcess.FreePort()}");
        var portal = DemoPortal.Of("", nowhere, await provider.ProviderAsync());
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => DemoRun.FileAsync(portal, "grant-aid", _ => { }));
        Assert.StartsWith($"The portal at {nowhere} does not answer", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Portal portal, string folder)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await DemoRun.RunAsync(DemoPortal.Of(portal), "grant-aid", folder, output));
        return output.ToString().Split(Environment.NewLine);
    }
}
