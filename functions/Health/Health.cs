using Azure;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Functions;

/// <summary>GET /health: looks at tables, blobs and queues.</summary>
internal static class HealthFunction
{
    public const string Route = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("Health").WithSummary("Whether storage answers").Produces<HealthAnswer>().Produces<HealthAnswer>(503).AllowAnonymous();

    private static async Task<IResult> RunAsync(StorageAccount account, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(Patience);
        var tables = LooksWellAsync(FirstRowAsync(account.Tables.GetTableClient(StorageNames.Periods), soon.Token));
        var blobs = LooksWellAsync(account.Blobs.GetBlobContainerClient(StorageNames.ReportFiles).GetPropertiesAsync(cancellationToken: soon.Token));
        var queues = LooksWellAsync(account.Queues.GetQueueClient(StorageNames.ConsolidateReport).GetPropertiesAsync(soon.Token));
        var answer = new HealthAnswer(await tables && await blobs && await queues ? "healthy" : "unhealthy", await tables, await blobs, await queues);
        return TypedResults.Json(answer, ApiJson.Default.HealthAnswer, statusCode: answer.Status == "healthy" ? 200 : 503);
    }

    private static async Task FirstRowAsync(TableClient table, CancellationToken cancellation)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation).AsPages())
            return;
    }

    private static async Task<bool> LooksWellAsync(Task look)
    {
        try
        {
            await look;
            return true;
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }
}

/// <param name="Status">healthy or unhealthy.</param>
internal sealed record HealthAnswer(string Status, bool Tables, bool Blobs, bool Queues);
