using Azure;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>Calls that say what happened instead of failing, where both ways are ordinary.</summary>
internal static class TableCalls
{
    /// <summary>A row was not, or no longer, as expected. A table that is not there is another matter: nobody may try again as if it were a rival.</summary>
    public static bool IsConflict(this RequestFailedException error) => error.Status switch
    {
        404 => error.ErrorCode != "TableNotFound",
        409 => error.ErrorCode == "EntityAlreadyExists",
        412 => true,
        _ => false,
    };

    /// <summary>Sets what has a value.</summary>
    public static void Set(this TableEntity row, string name, object? value)
    {
        if (value is not null)
            row[name] = value;
    }

    /// <summary>Adds a row where there is no guard, else replaces it as it was read.</summary>
    public static TableTransactionAction WriteOf(TableEntity row, string? guard) =>
        guard is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(guard));

    /// <summary>All or nothing.</summary>
    /// <returns>False, with nothing written, where a row was not, or no longer, as expected.</returns>
    public static async Task<bool> TrySubmitAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return false;
        }
    }

    /// <returns>False where the row is there already.</returns>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 409 && error.IsConflict())
        {
            return false;
        }
    }

    /// <summary>As below, with another row stored in the same transaction.</summary>
    /// <returns>The next guard; null, with nothing written, where the row is not, or no longer, as expected.</returns>
    public static async Task<string?> TryWriteAsync(this TableClient table, TableEntity row, string? guard, TableEntity other, CancellationToken cancellation)
    {
        try
        {
            var answer = await table.SubmitTransactionAsync(
                [
                    WriteOf(row, guard),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, other),
                ],
                cancellation);
            return answer.Value[0].Headers.ETag?.ToString();
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return null;
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
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return null;
        }
    }
}
