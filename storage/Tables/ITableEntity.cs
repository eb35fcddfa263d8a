using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// The system part of a row, under the name Azure.Data.Tables gives it. <see cref="TableEntity"/> alone implements it here:
/// it stands so that calls are written as that package wants them.
/// </summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; null until read.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The row's version; default until read.</summary>
    ETag ETag { get; set; }
}
