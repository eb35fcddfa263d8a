using System.Text;
using System.Text.Json;
using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// Writes a transaction as a multipart body with one change set (Microsoft Learn, "Performing entity group transactions"). The boundaries are
/// constant: addresses are percent-encoded and JSON escapes line ends, so no row can hold one.
/// </summary>
internal static class TransactionWriter
{
    public const string ContentType = "multipart/mixed; boundary=batch_monitoringreturns";

    private const int FixedBytesAnAction = 512;

    public static PooledContent Write(IReadOnlyCollection<TableTransactionAction> actions, TableAddress address)
    {
        var size = Check(actions);
        var content = new PooledContent(capacity: 512 + actions.Count * FixedBytesAnAction + size);
        Append(content, "--batch_monitoringreturns\r\nContent-Type: multipart/mixed; boundary=changeset_monitoringreturns\r\n\r\n"u8);
        using (var json = new Utf8JsonWriter(content, EntityWriter.Options))
            foreach (var action in actions)
                WriteAction(content, json, action, address);
        Append(content, "--changeset_monitoringreturns--\r\n--batch_monitoringreturns--\r\n"u8);
        return content.Length <= TableLimits.MaxTransactionBytes
            ? content
            : throw new TableLimitException(TableLimit.TransactionSize, $"The transaction takes {content.Length} bytes to send; 4 MiB is the most.");
    }

    /// <summary>The rows' sizes in bytes, together.</summary>
    private static int Check(IReadOnlyCollection<TableTransactionAction> actions)
    {
        if (actions.Count == 0)
            throw new TableLimitException(TableLimit.TransactionEmpty, "A transaction has at least one action.");
        if (actions.Count > TableLimits.MaxTransactionActions)
            throw new TableLimitException(
                TableLimit.TransactionCount, $"The transaction has {actions.Count} actions; {TableLimits.MaxTransactionActions} is the most.");
        var partition = actions.First().Entity.PartitionKey;
        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        var size = 0;
        foreach (var action in actions)
        {
            if (action.ActionType == TableTransactionActionType.Delete)
                TableLimits.CheckKeys(action.Entity.PartitionKey, action.Entity.RowKey);
            else
                size += TableLimits.Check(action.Entity);
            if (action.Entity.PartitionKey != partition)
                throw new TableLimitException(TableLimit.TransactionPartition, "The transaction has rows of several partitions.");
            if (!rows.Add(action.Entity.RowKey))
                throw new TableLimitException(TableLimit.TransactionRow, "The transaction has two actions on one row.");
        }
        return size;
    }

    private static void WriteAction(PooledContent content, Utf8JsonWriter json, TableTransactionAction action, TableAddress address)
    {
        var row = action.Entity;
        Append(content, "--changeset_monitoringreturns\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8);
        Append(content, action.ActionType switch
        {
            TableTransactionActionType.Add => "POST "u8,
            TableTransactionActionType.Delete => "DELETE "u8,
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH "u8,
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT "u8,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "No such action."),
        });
        Append(content, action.ActionType == TableTransactionActionType.Add ? address.Table : address.Row(row.PartitionKey, row.RowKey));
        Append(content, " HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (ExpectedETag(action) is { } etag)
        {
            Append(content, "If-Match: "u8);
            Append(content, etag);
            Append(content, "\r\n"u8);
        }
        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Append(content, "Content-Type: application/json\r\n"u8);
            if (action.ActionType == TableTransactionActionType.Add)
                Append(content, "Prefer: return-no-content\r\n"u8);
            Append(content, "\r\n"u8);
            json.Reset();
            EntityWriter.Write(json, row);
        }
        else
            Append(content, "\r\n"u8);
        Append(content, "\r\n"u8);
    }

    private static string? ExpectedETag(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace => TableLimits.CheckETag(action.ETag),
        TableTransactionActionType.Delete => TableLimits.CheckETag(action.ETag == default ? ETag.All : action.ETag),
        _ => null,
    };

    private static void Append(PooledContent content, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(content.GetSpan(bytes.Length));
        content.Advance(bytes.Length);
    }

    // Addresses and ETags are ASCII by now.
    private static void Append(PooledContent content, string ascii) =>
        content.Advance(Encoding.ASCII.GetBytes(ascii, content.GetSpan(ascii.Length)));
}
