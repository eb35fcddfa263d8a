using System.Globalization;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Administration;

namespace MonitoringReturns.Functions.Pages.Administration;

/// <summary>GET /administration/record: verifies part by part, 15 seconds at a time. Nothing is kept: where it goes on, and the sums so far, stand in the link.</summary>
internal static class VerificationEndpoint
{
    private const int MostPartsShown = 500;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder pages) => pages.MapMethods(PageAddresses.VerifyRecord, PagesFunction.Read, ShowAsync);

    private static async Task<IResult> ShowAsync(
        string? from, string? after, long? parts, long? chains, long? entries, long? breaks, VerifyAll verify, CancellationToken cancellation)
    {
        if (from is null && after is null)
            return Page(new VerificationModel(null, VerifiedSoFar.Nothing, null));
        var began = TimeProvider.System.GetTimestamp();
        var done = new List<VerifiedPart>();
        var stopped = false;
        await foreach (var part in verify.RunAsync(after, cancellation))
        {
            done.Add(part);
            stopped = TimeProvider.System.GetElapsedTime(began) >= AtOnce || done.Count >= MostPartsShown;
            if (stopped)
                break;
        }
        var model = new VerificationModel(done, new VerifiedSoFar(parts ?? 0, chains ?? 0, entries ?? 0, breaks ?? 0), null);
        return Page(stopped ? model with { Next = AddressAfter(done[^1].Name, model.Total) } : model);
    }

    private static string AddressAfter(string part, VerifiedSoFar sum) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PageAddresses.VerifyRecord}?after={Uri.EscapeDataString(part)}&parts={sum.Parts}&chains={sum.Chains}&entries={sum.Entries}&breaks={sum.Breaks}");

    private static PageResult Page(VerificationModel model) => PageResult.Of<VerificationPage, VerificationModel>(model);
}
