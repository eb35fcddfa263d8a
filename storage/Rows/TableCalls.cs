using Azure;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>Calls that say what happened instead of failing, where both ways are ordinary.</summary>
internal static class TableCalls
{
    /// <returns>False where the row is there already.</returns>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Adds where there is no guard, else replaces the row as it was read.</summary>
    /// <returns>The next guard; null where the row is not, or no longer, as expected.</returns>
    public static async Task<string?> TryWriteAsync(this TableClient table, TableEntity row, string? guard, CancellationToken cancellation)
    {
        try
        {
            var answer = guard is null
                ? await table.AddEntityAsync(row, cancellation)
                : await table.UpdateEntityAsync(row, new ETag(guard), TableUpdateMode.Replace, cancellation);
            return answer.Headers.ETag?.ToString();
        }
        catch (RequestFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    public static async Task DeleteIfThereAsync(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // It is gone, as wanted.
        }
    }
}
