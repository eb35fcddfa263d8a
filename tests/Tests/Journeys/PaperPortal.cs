using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>A whole portal with the shared commissions as they stood at the end of their second year, whose figures were published.</summary>
public sealed class PaperPortal : IAsyncDisposable
{
    private readonly Lazy<Task<Portal>> _portal = new(StartAsync);

    internal static Programme Programme { get; } = new SharedCommissionsCase().Programme;

    /// <summary>The last of eight quarters.</summary>
    internal static PeriodId Quarter8 { get; } = Identifier.Parse<PeriodId>("2018-19-q4");

    internal async Task<Uri> AddressAsync() => (await _portal.Value).Host.BaseAddress;

    public async ValueTask DisposeAsync()
    {
        if (_portal.IsValueCreated && _portal.Value.IsCompletedSuccessfully)
            await (await _portal.Value).DisposeAsync();
    }

    private static async Task<Portal> StartAsync()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Reports__QuietSeconds"] = "2", ["Limits__PersonPerMinute"] = "0", ["Limits__AddressPerMinute"] = "0" };
        var portal = await Portal.StartAsync(new PortalOptions(0, null) { People = DemoPeople.Of(SharedCommissionsCase.CaseName), Settings = settings });
        await DemoRun.LoadAsync(DemoPortal.Of(portal), SharedCommissionsCase.CaseName, _ => { });
        await DemoRun.FileAsync(DemoPortal.Of(portal), SharedCommissionsCase.CaseName, _ => { }, upTo: Quarter8);
        return portal;
    }
}
