using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Storage.Tables;

/// <summary>Fresh tables in the run's Azurite.</summary>
internal static class TestTables
{
    public static async Task<TableClient> CreateAsync(AzuriteFixture azurite, TableClientOptions? options = null)
    {
        var table = new TableServiceClient(azurite.ConnectionString, options).GetTableClient(NewName());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public static string NewName() => $"t{Guid.NewGuid():N}";

    public static TableEntity Row(string row, string partition = "p") => new(partition, row) { ["Value"] = row };

    public static async Task<RequestFailedException> RefusalAsync(Func<Task> call) => await Assert.ThrowsAnyAsync<RequestFailedException>(call);

    public static async Task<List<TableEntity>> AllAsync(AsyncPageable<TableEntity> rows)
    {
        var all = new List<TableEntity>();
        await foreach (var row in rows)
            all.Add(row);
        return all;
    }
}

/// <summary>Counts the requests that leave.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    public int Sent { get; private set; }

    public static (TableClientOptions Options, CountingPolicy Policy) Create()
    {
        var (options, policy) = (new TableClientOptions(), new CountingPolicy());
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return (options, policy);
    }

    public override void OnSendingRequest(HttpMessage message) => Sent++;
}
